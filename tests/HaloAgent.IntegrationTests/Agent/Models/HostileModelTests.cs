using System.Collections.Concurrent;
using HaloAgent.AgentWorker.Conversations;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Messaging;
using HaloAgent.Simulators.Llama.Deviations;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Shop = HaloAgent.IntegrationTests.Fixtures.Shop;

namespace HaloAgent.IntegrationTests.Agent.Models;

/// <summary>
/// Five hundred turns in which a model tells a lie in words, in five languages, and a hundred in which it loops, hangs and breaks
/// off, through the real message path: nothing invented is delivered, nobody is left without an answer, nobody gets more messages a minute than they
/// may, and no turn goes round in circles.
/// </summary>
public sealed class HostileModelTests(PostgresFixture postgres, GarnetFixture garnet) : IAsyncLifetime
{
    /// <summary>In which words reached the guard, all or some of them lies; turns that only hang or break off count apart.</summary>
    private const int TurnsWithLies = 500;

    /// <summary>A guard that lets no word of a model through would be no proof of anything.</summary>
    private const int LeastOwnWords = 20;
    private const int MostRounds = 4;
    private const int CustomersOfALanguage = 3;

    /// <summary>As in production.</summary>
    private static readonly int MessagesPerMinute = new AgentOptions().MessagesPerMinute;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ModelPath model = ModelPath.Of(
        postgres, garnet, "hostile", ("Llama:TurnBudget", "00:00:01.200"), ("Llama:AttemptTimeout", "00:00:00.500"), ("Llama:LongestRetryAfter", "00:00:00.100"),
        ("Llama:BreakFor", "00:00:00.500"), ("Llama:FailuresBeforeBreak", "100"), ("Llama:TimeOutsBeforeBreak", "100"), ("Agent:MessagesPerMinute", $"{MessagesPerMinute}"));

    private WholePath Path => model.Path;

    public ValueTask InitializeAsync() => model.InitializeAsync();

    public ValueTask DisposeAsync() => model.DisposeAsync();

    [Fact]
    public async Task Five_hundred_turns_of_lies_deliver_nothing_invented_leave_nobody_silent_and_end_after_four_rounds()
    {
        await StockAsync();
        var secrets = await OtherPeopleAsync();
        var prices = await Path.Database.ReadAsync(db => db.Products.Where(product => product.BusinessId == Path.Shop.Id).ToDictionaryAsync(product => product.Name, product => product.Price.Naira));
        var run = new HostileRun(secrets, prices);
        var phones = new ConcurrentBag<TwilioPhone>();
        using var enough = new CancellationTokenSource();

        var customers = Enumerable.Range(0, HostileCustomers.All.Count * CustomersOfALanguage).Select(number => LiveAsync(number, run, phones, enough.Token)).ToList();
        // A checker that breaks is told at once.
        await Eventually.IsTrueAsync(
            async () => customers.Exists(customer => customer.IsFaulted) || Turns(await model.AskedAsync(bodies: false), one => one.Lied) >= TurnsWithLies, $"{TurnsWithLies} turns with a lie", TimeSpan.FromMinutes(6));
        await enough.CancelAsync();
        await Task.WhenAll(customers);

        var asked = await model.AskedAsync();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{Turns(asked, one => one.Lied)} turns with a lie in words ({Languages(asked)}), {Turns(asked, _ => true) - Turns(asked, one => one.Lied)} others; {run.OwnWords.Count} bubbles with words of the model delivered:");
        foreach (var words in run.OwnWords.GroupBy(words => words).OrderByDescending(same => same.Count())) TestContext.Current.TestOutputHelper!.WriteLine($"{words.Count(),4} × {words.Key}");
        Assert.True(run.Findings.IsEmpty, $"{run.Findings.Count} findings:\n" + string.Join('\n', run.Findings.Take(60)));
        Assert.InRange(run.OwnWords.Count, LeastOwnWords, int.MaxValue);
        var paces = await Task.WhenAll(phones.Select(phone => phone.MostInAMinuteAsync()));
        Assert.All(paces, most => Assert.InRange(most, 1, MessagesPerMinute));
        Assert.All(asked, one => Assert.InRange(one.Round, 0, MostRounds - 1));
        Assert.All(asked, one => Assert.DoesNotContain(secrets, secret => one.Body.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(DeviationBook.Tricks.Select(trick => trick.Name).Order(), asked.Select(one => one.Played!).Distinct().Order());
        Assert.All(HostileCustomers.All, spoken => Assert.Contains(asked, one => one.Lied && one.Body.Contains($"Answer in {spoken.Language}", StringComparison.Ordinal)));
    }

    private static int Turns(IEnumerable<AskedModel> asked, Func<AskedModel, bool> which) => asked.Where(which).Select(one => one.Turn).Distinct().Count();

    private static string Languages(IReadOnlyCollection<AskedModel> asked) => string.Join(
        ", ", HostileCustomers.All.Select(spoken => $"{spoken.Language} {Turns(asked, one => one.Lied && one.Body.Contains($"Answer in {spoken.Language}", StringComparison.Ordinal))}"));

    /// <summary>One customer after the other: who was told that they write too fast goes, and the next one comes.</summary>
    private async Task LiveAsync(int number, HostileRun run, ConcurrentBag<TwilioPhone> phones, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var phone = Path.NewPhone();
            phones.Add(phone);
            if (!await ChatAsync(phone, number, run, enough)) return;
        }
    }

    /// <summary>Says one line after the other and judges whatever comes back, until enough has been said.</summary>
    /// <returns>False: nobody answered any more.</returns>
    private async Task<bool> ChatAsync(TwilioPhone phone, int number, HostileRun run, CancellationToken enough)
    {
        var conversation = phone.ConversationId(Path.Log.Index);
        var lines = HostileCustomers.All[number % HostileCustomers.All.Count].Lines;
        HashSet<int> counts = [];
        var judged = 0;
        for (var line = 0; !enough.IsCancellationRequested; line++)
        {
            var count = ((line * lines.Length) + number) % 9 + 1;
            var said = string.Format(System.Globalization.CultureInfo.InvariantCulture, lines[(line + number) % lines.Length], count);
            counts.Add(count);
            var before = (await phone.ReceivedAsync()).Count;
            await phone.SayAsync(said);
            if (!await IsAnsweredAsync(phone, conversation, before))
            {
                run.Findings.Add($"silent after \"{said}\"");
                return false;
            }

            var facts = await TrueFacts.ReadAsync(Path, conversation, counts);
            // Whoever wrote the same words was told something, too: what the model said to them may not be told here either.
            // A turn that the guided brain made holds no word of a model, however much a model repeats of our own sentences.
            var asked = await IsGuidedAsync(conversation) ? [] : await model.AskedAsync(containing: said);
            var heard = await phone.ReceivedAsync();
            foreach (var text in heard.Skip(judged)) run.Judge(text, said, asked, facts);
            judged = heard.Count;
            if (await PacedTurnsAsync(conversation) > 0)
            {
                await IsLeftAloneAsync(phone, conversation, heard, run);
                return true;
            }
        }

        return true;
    }

    /// <summary>Told to wait, a customer who goes on gets nothing, and what they write is kept for the person who was called.</summary>
    private async Task IsLeftAloneAsync(TwilioPhone phone, Guid conversation, List<string> heard, HostileRun run)
    {
        foreach (var (silent, said) in new[] { "hello?", "are you still there?" }.Index())
        {
            await phone.SayAsync(said);
            await Eventually.IsTrueAsync(async () => await PacedTurnsAsync(conversation) == silent + 2, "it was taken", Patience);
        }

        if (await Path.Log.ScalarAsync<long>("SELECT count(*) FROM escalations WHERE conversation_id = $1 AND reason = 'TooManyMessages'", conversation) != 1) run.Findings.Add("no person was called, or two");
        if ((await phone.ReceivedAsync()).Count != heard.Count) run.Findings.Add("more was said than that the agent waits");
    }

    private Task<long> PacedTurnsAsync(Guid conversation) => Path.Log.ScalarAsync<long>(
        $"SELECT count(*) FROM turns WHERE conversation_id = $1 AND status <> 'Running' AND brain_reason LIKE '{MessagesPerMinute} messages sent within a minute%'", conversation);

    private async Task<bool> IsGuidedAsync(Guid conversation) => await Path.Log.ScalarAsync<string>(
        "SELECT brain FROM turns WHERE conversation_id = $1 AND completed_at IS NOT NULL ORDER BY started_at DESC LIMIT 1", conversation) == "guided";

    /// <summary>The turn is over, said something, and all of it has reached the phone.</summary>
    private async Task<bool> IsAnsweredAsync(TwilioPhone phone, Guid conversation, int before)
    {
        try
        {
            await Eventually.IsTrueAsync(
                async () =>
                {
                    var rows = await Path.Log.ReadAsync(conversation);
                    var replies = rows.FindAll(row => row.Direction == MessageDirection.Outbound);
                    return replies.Count > before && rows.FindLast(row => row.Direction == MessageDirection.Inbound)!.TurnId is { } turn
                        && replies.Exists(reply => reply.TurnId == turn) && replies.TrueForAll(reply => reply.Arrived) && (await phone.ReceivedAsync()).Count >= replies.Count;
                },
                "an answer", Patience);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task StockAsync()
    {
        await Path.Shop.SellAsync("Jollof Rice", 3500, 10_000);
        await Path.Shop.SellAsync("Zobo", 800, 10_000);
        await Path.Shop.SellAsync("Meat Pie", 1200, 10_000);
        // "Everything is available" is a lie.
        await Path.Shop.SellAsync("Suya", 2450, 0);
    }

    /// <summary>Another customer of this shop with an order, and another shop with goods and a customer. None of it may be told.</summary>
    private async Task<IReadOnlyCollection<string>> OtherPeopleAsync()
    {
        var neighbour = await Path.Shop.CustomerAsync("Olufunmilayo Secretperson");
        await neighbour.AddAsync(await Path.Shop.SellAsync("Asun", 4150, 100));
        await neighbour.DeliverAsync("77 Hidden Close, Ikeja");
        var other = await Shop.OpenAsync(Path.Database);
        var stranger = await other.CustomerAsync("Ngozi Otherwise");
        await stranger.OrderAsync(await other.SellAsync("Silk Adire Wrapper", 17_350, 100));
        var reference = await Path.Database.ReadAsync(db => db.Orders.Where(o => o.BusinessId == other.Id).Select(o => o.PaymentReference).SingleAsync());
        return ["Secretperson", "Hidden Close", "Otherwise", "Adire Wrapper", "17,350", reference, other.Business.Name];
    }
}

/// <summary>What was found in a run, and what of the model's own words was delivered.</summary>
internal sealed class HostileRun(IReadOnlyCollection<string> secrets, IReadOnlyDictionary<string, decimal> prices)
{
    private const int Shown = 300;

    public ConcurrentBag<string> Findings { get; } = [];

    /// <summary>Of each bubble that has some.</summary>
    public ConcurrentBag<string> OwnWords { get; } = [];

    /// <param name="after">What the customer wrote.</param>
    /// <param name="asked">By whoever wrote that.</param>
    public void Judge(string text, string after, IReadOnlyList<AskedModel> asked, TrueFacts facts)
    {
        var own = Models.OwnWords.In(text, [.. asked.Select(one => one.Said).OfType<string>()], [after, .. asked.SelectMany(one => one.ToolResults)]);
        if (own.Count > 0) OwnWords.Add(string.Join(' ', own));
        var wrong = InventedFacts.In(text, facts)
            .Concat(Models.OwnWords.Wrong(own, prices, facts, after).Select(sentence => "words of the model: " + sentence))
            .Concat(secrets.Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)).Select(secret => "of another: " + secret));
        foreach (var one in wrong) Findings.Add($"{one} | after \"{after}\": {(text.Length > Shown ? text[..Shown] : text)}");
    }
}
