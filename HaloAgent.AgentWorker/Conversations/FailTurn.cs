using HaloAgent.AgentWorker.Agent;
using HaloAgent.Businesses;
using HaloAgent.Conversations;
using HaloAgent.Languages;
using HaloAgent.Messaging;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>
/// Dead-letters a turn that failed three times: the customer is told, with whatever it had already done, and a person is asked to
/// look. Its messages stay in the transcript.
/// </summary>
internal sealed partial class FailTurn(
    CompleteTurn complete, TellEffects effects, ShopCache shops, PaceGate pace, IServiceScopeFactory scopes, TimeProvider time, ILogger<FailTurn> logger)
{
    /// <param name="brokenTool">The tool that broke, if it was one.</param>
    /// <param name="tried">What the last runs of this activation tried; null, or of another turn: nothing is known of them.</param>
    /// <returns>The conversation's epoch after the commit.</returns>
    public async Task<long> HandleAsync(ClaimedTurn turn, string? brokenTool, TriedTurn? tried, CancellationToken cancellationToken)
    {
        Log.Dead(logger, turn.TurnId);
        AgentTelemetry.DeadTurns.Add(1);
        await EscalateAsync(turn, brokenTool, cancellationToken);
        return await complete.HandleAsync(turn, await ResultAsync(turn, tried?.TurnId == turn.TurnId ? tried : null, cancellationToken), cancellationToken);
    }

    /// <summary>What was done is told if it can be read: what broke the turn may break this too, and a turn that cannot even be ended would be run for ever.</summary>
    private async Task<IReadOnlyList<string>> DoneAsync(ClaimedTurn turn, Business shop, string language, CancellationToken cancellationToken)
    {
        try
        {
            return await effects.HandleAsync(turn.TurnId, shop, language, cancellationToken);
        }
        catch (Exception unreadable) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotTold(logger, unreadable, turn.TurnId);
            return [];
        }
    }

    // The turn that broke is the first in which they may speak another language than before.
    private static string Spoken(ClaimedTurn turn) =>
        LanguageDetector.Detect(string.Join('\n', turn.Messages.Select(message => message.Envelope.Content.Text)), turn.Conversation.AnsweredBefore ? turn.Conversation.Language : null).Language;

    private async Task EscalateAsync(ClaimedTurn turn, string? brokenTool, CancellationToken cancellationToken)
    {
        var (reason, detail) = brokenTool is null
            ? (EscalationReason.TurnFailed, "The agent could not answer. The messages are in the chat.")
            : (EscalationReason.ToolFailed, $"“{brokenTool.Replace('_', ' ')}” broke {TurnRunner.MaxAttempts} times. The messages are in the chat.");
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<EscalateConversation>().HandleAsync(
                turn.Conversation.BusinessId, turn.Conversation.Id, reason, detail, Actor.System, cancellationToken);
        }
        catch (Exception broken) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NoBrief(logger, broken, turn.TurnId);
            await using var another = scopes.CreateAsyncScope();
            await another.ServiceProvider.GetRequiredService<EscalateConversation>().WithoutBriefAsync(
                turn.Conversation.BusinessId, turn.Conversation.Id, reason, detail, Actor.System, cancellationToken);
        }
    }

    private async Task<TurnResult> ResultAsync(ClaimedTurn turn, TriedTurn? tried, CancellationToken cancellationToken)
    {
        var shop = await shops.GetAsync(turn.Conversation.BusinessId, cancellationToken);
        var language = tried?.Language ?? Spoken(turn);
        var phrases = Phrasebook.For(language, shop.Business.Tone);
        var done = await DoneAsync(turn, shop.Business, language, cancellationToken);
        var next = WhatHappensNext.Say(phrases, shop.Business, time.GetUtcNow());
        string[] told = turn.Conversation.OptedOut ? [] : [.. done, next is null ? phrases.Say(PhraseKeys.TurnFailed) : $"{phrases.Say(PhraseKeys.TurnFailed)}\n\n{next}"];
        IReadOnlyList<MessageContent> messages = [.. Bubbles.ToContent(pace.Fit(turn, [.. told.Select(text => new ReplyBubble(text))]))];
        return new TurnResult(TurnStatus.Dead, Answerers.None, $"Failed {TurnRunner.MaxAttempts} times", language, tried?.Understood?.Intent, tried?.Understood?.Confidence, messages, [])
        {
            LanguageConfidence = tried?.LanguageConfidence,
            Model = tried?.Model,
            Pace = pace.ShareOf(turn, messages.Count, endsThePace: false),
        };
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Turn {TurnId} failed for good and is escalated")]
        public static partial void Dead(ILogger logger, Guid turnId);

        [LoggerMessage(Level = LogLevel.Error, Message = "What turn {TurnId} had done could not be told")]
        public static partial void NotTold(ILogger logger, Exception exception, Guid turnId);

        [LoggerMessage(Level = LogLevel.Error, Message = "A person is asked to look at turn {TurnId} without a brief")]
        public static partial void NoBrief(ILogger logger, Exception exception, Guid turnId);
    }
}
