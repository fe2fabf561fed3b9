using Npgsql;
using NpgsqlTypes;

namespace HaloAgent.Messaging;

/// <summary>The statement of <see cref="CompleteTurn"/>: one row of <c>ended</c> is one turn; contacts are distinct.</summary>
internal static class CompleteTurnSql
{
    // Conversations are locked first, then contacts, each in the order of their ids: what the pace leaves is read of a contact that nobody
    // else can change. A cart is written only under its conversation's lock at the epoch, and
    // everything else of that turn only if the cart was.
    public const string Text =
        """
        WITH ended AS (
            SELECT * FROM unnest(@turns, @conversations, @epochs, @contacts, @businesses, @accounts, @statuses, @brains, @reasons, @languages, @intents,
                                 @confidences, @traces, @previews, @authors, @cart_versions, @cart_stored, @cart_lines, @cart_fulfillments,
                                 @cart_addresses, @cart_areas, @cart_notes, @cart_points, @cart_summaries, @cart_changed, @models, @model_calls, @prompt_tokens, @completion_tokens,
                                 @model_ms, @model_costs, @pace_limits, @pace_spent, @language_confidences)
                 AS t(turn, conversation, epoch, contact, business, account, status, brain, reason, language, intent, confidence, trace, preview, author,
                      cart_version, cart_stored, cart_lines, cart_fulfillment, cart_address, cart_area, cart_note, cart_points, cart_summary, cart_changed,
                      model, model_calls, prompt_tokens, completion_tokens, model_ms, model_cost, pace_limit, pace_spent, language_confidence)),
        fenced AS MATERIALIZED (
            SELECT t.turn FROM ended t JOIN conversations c ON c.id = t.conversation AND c.epoch = t.epoch ORDER BY c.id FOR NO KEY UPDATE OF c),
        held AS MATERIALIZED (
            SELECT t.turn FROM ended t JOIN fenced f ON f.turn = t.turn JOIN contacts p ON p.id = t.contact
            WHERE t.pace_limit IS NULL OR t.pace_limit >= (SELECT count(*) FROM unnest(p.agent_messages_at) AS sent(at) WHERE sent.at > @pace_from)
                                                          + (SELECT count(*) FROM unnest(@reply_turns) AS r(turn) WHERE r.turn = t.turn)
            ORDER BY p.id FOR NO KEY UPDATE OF p),
        changed AS (
            UPDATE carts k
            SET lines = t.cart_lines::jsonb, fulfillment = t.cart_fulfillment, delivery_address = t.cart_address, delivery_area = t.cart_area,
                note = t.cart_note, uses_points = t.cart_points,
                version = t.cart_version, summary_shown = t.cart_summary::jsonb, updated_at = t.cart_changed
            FROM ended t JOIN held h ON h.turn = t.turn
            WHERE t.cart_version IS NOT NULL AND k.contact_id = t.contact AND k.business_id = t.business AND k.version = t.cart_stored
            RETURNING k.contact_id),
        opened AS (
            INSERT INTO carts (contact_id, business_id, lines, fulfillment, delivery_address, delivery_area, note, uses_points, version, summary_shown, updated_at)
            SELECT t.contact, t.business, t.cart_lines::jsonb, t.cart_fulfillment, t.cart_address, t.cart_area, t.cart_note, t.cart_points, t.cart_version,
                   t.cart_summary::jsonb, t.cart_changed
            FROM ended t JOIN held h ON h.turn = t.turn
            WHERE t.cart_version IS NOT NULL AND t.cart_stored IS NULL
            ON CONFLICT (contact_id) DO NOTHING
            RETURNING contact_id),
        done AS (
            UPDATE conversations c SET epoch = c.epoch + 1, last_message_at = @now, last_message = t.preview, last_author = t.author
            FROM ended t JOIN held h ON h.turn = t.turn
            WHERE c.id = t.conversation AND c.epoch = t.epoch
              AND (t.cart_version IS NULL OR t.contact IN (SELECT contact_id FROM changed) OR t.contact IN (SELECT contact_id FROM opened))
            RETURNING t.turn, c.epoch),
        closed AS (
            UPDATE turns SET status = t.status, completed_at = @now, brain = t.brain, brain_reason = t.reason, language = t.language, intent = t.intent,
                             language_confidence = t.language_confidence, confidence = t.confidence, model = t.model, model_calls = t.model_calls, prompt_tokens = t.prompt_tokens,
                             completion_tokens = t.completion_tokens, model_ms = t.model_ms, model_cost = t.model_cost
            FROM ended t JOIN done d ON d.turn = t.turn WHERE turns.id = t.turn),
        seen AS (
            UPDATE contacts p
            SET last_seen_at = @now, language = COALESCE(t.language, p.language),
                agent_messages_at = CASE
                    WHEN t.pace_spent IS NULL THEN p.agent_messages_at
                    ELSE ARRAY(SELECT sent.at FROM unnest(p.agent_messages_at) AS sent(at) WHERE sent.at > @pace_from) || array_fill(@now, ARRAY[t.pace_spent]) END
            FROM ended t JOIN done d ON d.turn = t.turn WHERE p.id = t.contact),
        replied AS (
            INSERT INTO message_logs (conversation_id, channel_account_id, business_id, direction, author, kind, content, created_at, turn_id,
                                      trace_parent, delivery_status, attempts, operation_id)
            SELECT t.conversation, t.account, t.business, 1, 1, r.kind, r.content, @now, t.turn, t.trace, 0, 0, r.operation
            FROM unnest(@reply_turns, @reply_kinds, @reply_contents, @reply_operations) WITH ORDINALITY AS r(turn, kind, content, operation, n)
            JOIN done d ON d.turn = r.turn JOIN ended t ON t.turn = r.turn
            ORDER BY r.n),
        explained AS (
            INSERT INTO turn_steps (id, turn_id, ordinal, kind, name, arguments, result, at, duration_ms)
            SELECT s.id, s.turn, s.ordinal, s.kind, s.name, s.arguments, s.result, @now, s.took
            FROM unnest(@step_turns, @step_ids, @step_ordinals, @step_kinds, @step_names, @step_arguments, @step_results, @step_durations)
                 AS s(turn, id, ordinal, kind, name, arguments, result, took)
            JOIN done d ON d.turn = s.turn)
        SELECT turn, epoch FROM done
        """;

    public static void AddParameters(NpgsqlParameterCollection parameters, IReadOnlyList<EndedTurn> turns, DateTimeOffset now)
    {
        parameters.AddWithValue("now", now);
        parameters.Add(All("turns", turns, t => t.Turn.TurnId, NpgsqlDbType.Uuid));
        parameters.Add(All("conversations", turns, t => t.Turn.Conversation.Id, NpgsqlDbType.Uuid));
        parameters.Add(All("epochs", turns, t => t.Turn.Conversation.Epoch, NpgsqlDbType.Bigint));
        parameters.Add(All("contacts", turns, t => t.Turn.Conversation.ContactId, NpgsqlDbType.Uuid));
        parameters.Add(All("businesses", turns, t => t.Turn.Conversation.BusinessId, NpgsqlDbType.Uuid));
        parameters.Add(All("accounts", turns, t => t.Turn.Conversation.ChannelAccountId, NpgsqlDbType.Uuid));
        parameters.Add(All("statuses", turns, t => t.Result.Status.ToString(), NpgsqlDbType.Text));
        parameters.Add(All("brains", turns, t => t.Result.Brain, NpgsqlDbType.Text));
        parameters.Add(All("reasons", turns, t => t.Reason, NpgsqlDbType.Text));
        parameters.Add(All("languages", turns, t => t.Result.Language, NpgsqlDbType.Text));
        parameters.Add(All("language_confidences", turns, t => t.Result.LanguageConfidence, NpgsqlDbType.Double));
        parameters.Add(All("intents", turns, t => t.Result.Intent, NpgsqlDbType.Text));
        parameters.Add(All("confidences", turns, t => t.Result.Confidence, NpgsqlDbType.Double));
        parameters.Add(All("traces", turns, t => t.Trace, NpgsqlDbType.Text));
        parameters.Add(All("previews", turns, t => t.Preview, NpgsqlDbType.Bytea));
        parameters.Add(All("authors", turns, t => t.LastAuthor.ToString(), NpgsqlDbType.Text));
        AddCarts(parameters, turns);
        AddModels(parameters, turns);
        AddPace(parameters, turns, now);
        AddReplies(parameters, [.. turns.SelectMany(t => t.Replies)]);
        AddSteps(parameters, [.. turns.SelectMany(t => t.Steps)]);
    }

    private static void AddCarts(NpgsqlParameterCollection parameters, IReadOnlyList<EndedTurn> turns)
    {
        parameters.Add(All("cart_versions", turns, t => t.Cart?.Version, NpgsqlDbType.Integer));
        parameters.Add(All("cart_stored", turns, t => t.CartStoredVersion, NpgsqlDbType.Integer));
        parameters.Add(All("cart_lines", turns, t => t.CartLines, NpgsqlDbType.Text));
        parameters.Add(All("cart_fulfillments", turns, t => t.Cart?.Fulfillment?.ToString(), NpgsqlDbType.Text));
        parameters.Add(All("cart_addresses", turns, t => t.CartAddress, NpgsqlDbType.Bytea));
        parameters.Add(All("cart_areas", turns, t => t.Cart?.DeliveryArea, NpgsqlDbType.Text));
        parameters.Add(All("cart_notes", turns, t => t.CartNote, NpgsqlDbType.Bytea));
        parameters.Add(All("cart_points", turns, t => t.Cart?.UsesPoints, NpgsqlDbType.Boolean));
        parameters.Add(All("cart_summaries", turns, t => t.CartSummary, NpgsqlDbType.Text));
        parameters.Add(All("cart_changed", turns, t => t.Cart?.UpdatedAt, NpgsqlDbType.TimestampTz));
    }

    private static void AddModels(NpgsqlParameterCollection parameters, IReadOnlyList<EndedTurn> turns)
    {
        parameters.Add(All("models", turns, t => t.ModelName, NpgsqlDbType.Text));
        parameters.Add(All("model_calls", turns, t => t.Result.Model?.Calls ?? 0, NpgsqlDbType.Integer));
        parameters.Add(All("prompt_tokens", turns, t => t.Result.Model?.PromptTokens ?? 0, NpgsqlDbType.Integer));
        parameters.Add(All("completion_tokens", turns, t => t.Result.Model?.CompletionTokens ?? 0, NpgsqlDbType.Integer));
        parameters.Add(All("model_ms", turns, t => t.Result.Model?.Milliseconds ?? 0, NpgsqlDbType.Double));
        parameters.Add(All("model_costs", turns, t => t.Result.Model?.Cost ?? 0, NpgsqlDbType.Numeric));
    }

    private static void AddPace(NpgsqlParameterCollection parameters, IReadOnlyList<EndedTurn> turns, DateTimeOffset now)
    {
        parameters.AddWithValue("pace_from", now - AgentPace.Window);
        parameters.Add(All("pace_limits", turns, t => t.Result.Pace?.Limit, NpgsqlDbType.Integer));
        parameters.Add(All("pace_spent", turns, t => t.Result.Pace?.Spent, NpgsqlDbType.Integer));
    }

    private static void AddReplies(NpgsqlParameterCollection parameters, IReadOnlyList<EndedTurn.Reply> replies)
    {
        parameters.Add(All("reply_turns", replies, r => r.TurnId, NpgsqlDbType.Uuid));
        parameters.Add(All("reply_kinds", replies, r => r.Kind, NpgsqlDbType.Integer));
        parameters.Add(All("reply_contents", replies, r => r.Content, NpgsqlDbType.Bytea));
        parameters.Add(All("reply_operations", replies, r => r.Operation, NpgsqlDbType.Text));
    }

    private static void AddSteps(NpgsqlParameterCollection parameters, IReadOnlyList<EndedTurn.Step> steps)
    {
        parameters.Add(All("step_turns", steps, s => s.TurnId, NpgsqlDbType.Uuid));
        parameters.Add(All("step_ids", steps, s => s.Id, NpgsqlDbType.Uuid));
        parameters.Add(All("step_ordinals", steps, s => s.Draft.Ordinal, NpgsqlDbType.Integer));
        parameters.Add(All("step_kinds", steps, s => s.Draft.Kind.ToString(), NpgsqlDbType.Text));
        parameters.Add(All("step_names", steps, s => s.Draft.Name, NpgsqlDbType.Text));
        parameters.Add(All("step_arguments", steps, s => s.Arguments, NpgsqlDbType.Bytea));
        parameters.Add(All("step_results", steps, s => s.Result, NpgsqlDbType.Bytea));
        parameters.Add(All("step_durations", steps, s => s.Draft.Took.TotalMilliseconds, NpgsqlDbType.Double));
    }

    private static NpgsqlParameter All<TItem, TValue>(string name, IReadOnlyList<TItem> items, Func<TItem, TValue> value, NpgsqlDbType type) =>
        new(name, NpgsqlDbType.Array | type) { Value = items.Select(value).ToArray() };
}
