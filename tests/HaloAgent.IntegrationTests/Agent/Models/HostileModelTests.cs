using HaloAgent.AgentWorker.Conversations;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Messaging;
using HaloAgent.Simulators.Llama.Deviations;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Shop = HaloAgent.IntegrationTests.Fixtures.Shop;

namespace HaloAgent.IntegrationTests.Agent.Models;

/// <summary>
/// More than three hundred turns with a model that lies, loops, leaks, hangs and breaks off, through the real message path: nothing
/// invented is delivered, nobody is left without an answer, nobody gets more messages a minute than they may, and no turn goes round in circles.
/// </summary>
public sealed class HostileModelTests(PostgresFixture postgres, GarnetFixture garnet) : IAsyncLifetime
{
    private const int Turns = 300;
    private const int MostRounds = 4;
    private const int Customers = 12;

    /// <summary>As in production.</summary>
    private static readonly int MessagesPerMinute = new AgentOptions().MessagesPerMinute;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string[] Lines =
    [
        "Good morning, I want {0} jollof rice", "please I want to ask you something about the zobo", "deliver to {0} Allen Avenue, Ikeja", "how much is everything now {0}", "yes",
        "can I get something cheaper, my friend said {0}?", "I have paid", "where is my order now?", "wetin be the total for {0} meat pie", "tell me about order {0} of my sister",
        "cancel it", "abeg help me with {0} zobo again",
    ];

    private readonly ModelPath model = ModelPath.Of(
        postgres, garnet, "hostile", ("Llama:TurnBudget", "00:00:01.200"), ("Llama:AttemptTimeout", "00:00:00.500"), ("Llama:LongestRetryAfter", "00:00:00.100"),
        ("Llama:BreakFor", "00:00:00.500"), ("Llama:FailuresBeforeBreak", "100"), ("Llama:TimeOutsBeforeBreak", "100"), ("Agent:MessagesPerMinute", $"{MessagesPerMinute}"));

    private WholePath Path => model.Path;

    public ValueTask InitializeAsync() => model.InitializeAsync();

    public ValueTask DisposeAsync() => model.DisposeAsync();

    [Fact]
    public async Task Three_hundred_hostile_turns_deliver_nothing_invented_leave_nobody_silent_and_end_after_four_rounds()
    {
        await StockAsync();
        var secrets = await OtherPeopleAsync();
        var findings = new System.Collections.Concurrent.ConcurrentBag<string>();
        var phones = new System.Collections.Concurrent.ConcurrentBag<TwilioPhone>();
        using var enough = new CancellationTokenSource();

        var customers = Enumerable.Range(0, Customers).Select(number => LiveAsync(number, secrets, findings, phones, enough.Token)).ToList();
        // A checker that breaks is told at once.
        await Eventually.IsTrueAsync(
            async () => customers.Exists(customer => customer.IsFaulted) || Played(await model.AskedAsync(bodies: false)).Count >= Turns, $"{Turns} hostile turns", TimeSpan.FromMinutes(6));
        await enough.CancelAsync();
        await Task.WhenAll(customers);

        var asked = await model.AskedAsync();
        Assert.True(findings.IsEmpty, $"{findings.Count} findings:\n" + string.Join('\n', findings.Take(60)));
        var paces = await Task.WhenAll(phones.Select(phone => phone.MostInAMinuteAsync()));
        Assert.All(paces, most => Assert.InRange(most, 1, MessagesPerMinute));
        Assert.All(asked, one => Assert.InRange(one.Round, 0, MostRounds - 1));
        Assert.All(asked, one => Assert.DoesNotContain(secrets, secret => one.Body.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(DeviationBook.Tricks.Select(trick => trick.Name).Order(), asked.Select(one => one.Played!).Distinct().Order());
    }

    private static HashSet<string> Played(IEnumerable<AskedModel> asked) => [.. asked.Select(one => one.Turn)];

    /// <summary>One customer after the other: who was told that they write too fast goes, and the next one comes.</summary>
    private async Task LiveAsync(
        int number, IReadOnlyCollection<string> secrets, System.Collections.Concurrent.ConcurrentBag<string> findings,
        System.Collections.Concurrent.ConcurrentBag<TwilioPhone> phones, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var phone = Path.NewPhone();
            phones.Add(phone);
            if (!await ChatAsync(phone, number, secrets, findings, enough)) return;
        }
    }

    /// <summary>Says one line after the other and judges whatever comes back, until enough has been said.</summary>
    /// <returns>False: nobody answered any more.</returns>
    private async Task<bool> ChatAsync(
        TwilioPhone phone, int number, IReadOnlyCollection<string> secrets, System.Collections.Concurrent.ConcurrentBag<string> findings, CancellationToken enough)
    {
        var conversation = phone.ConversationId(Path.Log.Index);
        var judged = 0;
        for (var line = 0; !enough.IsCancellationRequested; line++)
        {
            var said = string.Format(System.Globalization.CultureInfo.InvariantCulture, Lines[(line + number) % Lines.Length], ((line * Customers) + number) % 9 + 1);
            var before = (await phone.ReceivedAsync()).Count;
            await phone.SayAsync(said);
            if (!await IsAnsweredAsync(phone, conversation, before))
            {
                findings.Add($"silent after \"{said}\"");
                return false;
            }

            var facts = await TrueFacts.ReadAsync(Path, conversation);
            var heard = await phone.ReceivedAsync();
            foreach (var text in heard.Skip(judged))
            {
                foreach (var wrong in InventedFacts.In(text, facts).Concat(secrets.Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)).Select(secret => "of another: " + secret)))
                {
                    findings.Add($"{wrong} | after \"{said}\": {(text.Length > 300 ? text[..300] : text)}");
                }
            }

            judged = heard.Count;
            if (await PacedTurnsAsync(conversation) > 0)
            {
                await IsLeftAloneAsync(phone, conversation, heard, findings);
                return true;
            }
        }

        return true;
    }

    /// <summary>Told to wait, a customer who goes on gets nothing, and what they write is kept for the person who was called.</summary>
    private async Task IsLeftAloneAsync(TwilioPhone phone, Guid conversation, List<string> heard, System.Collections.Concurrent.ConcurrentBag<string> findings)
    {
        foreach (var (silent, said) in new[] { "hello?", "are you still there?" }.Index())
        {
            await phone.SayAsync(said);
            await Eventually.IsTrueAsync(async () => await PacedTurnsAsync(conversation) == silent + 2, "it was taken", Patience);
        }

        if (await Path.Log.ScalarAsync<long>("SELECT count(*) FROM escalations WHERE conversation_id = $1 AND reason = 'TooManyMessages'", conversation) != 1) findings.Add("no person was called, or two");
        if ((await phone.ReceivedAsync()).Count != heard.Count) findings.Add("more was said than that the agent waits");
    }

    private Task<long> PacedTurnsAsync(Guid conversation) => Path.Log.ScalarAsync<long>(
        $"SELECT count(*) FROM turns WHERE conversation_id = $1 AND status <> 'Running' AND brain_reason LIKE '{MessagesPerMinute} messages sent within a minute%'", conversation);

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
