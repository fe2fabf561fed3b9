using HaloAgent.Simulators.Live;
using HaloAgent.Simulators.Twilio;
using HaloAgent.Simulators.Twilio.Media;
using HaloAgent.Simulators.Twilio.Messages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaloAgent.Simulators.Phone;

/// <summary>What the phone page asks for. Writing goes through <c>/twilio/inbound</c>, like everyone's.</summary>
internal static class PhoneEndpoints
{
    private const int UsualMessages = 200;
    private const int StrangersShown = 12;

    /// <summary>WhatsApp's own limit is 16 MB; more can be sent here, to see what the shop makes of it.</summary>
    private const int LargestUpload = 32 * 1024 * 1024;

    public static void MapPhoneEndpoints(this IEndpointRouteBuilder routes)
    {
        var phone = routes.MapGroup("/phone");
        phone.MapGet("/state", State);
        phone.MapGet("/stream", (Feed feed, PhoneBook book, CancellationToken cancellation) =>
            TypedResults.ServerSentEvents(feed.ListenAsPhone(book.Contains, cancellation)));
        phone.MapGet("/messages", Messages);
        phone.MapPost("/read", Read);
        phone.MapPost("/media", UploadAsync);
        phone.MapGet("/media/{sid}", (string sid, HttpContext http, MediaStore media) => MediaEndpoints.Bytes(http, media.Find(sid)));
        phone.MapPost("/customers", (EntryRequest entry, PhoneBook book) => Answer(book.AddCustomer(entry.Name, entry.Number)));
        phone.MapDelete("/customers", (string address, PhoneBook book) => book.RemoveCustomer(address) ? Results.NoContent() : Results.NotFound());
        phone.MapPost("/shops", (EntryRequest entry, PhoneBook book) => Answer(book.AddShop(entry.Name, entry.Number)));
    }

    private static Ok<PhoneState> State(PhoneBook book, MessageStore messages)
    {
        var customers = book.Customers;
        var strangers = messages.LatestCustomers(StrangersShown + customers.Length).Where(customer => !book.Contains(customer)).Take(StrangersShown);
        return TypedResults.Ok(new PhoneState([.. customers.Select(WithThreads)], book.Shops, [.. strangers]));

        CustomerView WithThreads(Customer customer) => new(
            customer.Address,
            customer.Name,
            [.. messages.OfCustomer(customer.Address).GroupBy(message => message.Shop).Select(thread => new ThreadView(thread.Key, thread.Count(IsUnread), thread.Last().At))]);
    }

    private static Ok<MessageView[]> Messages(string customer, string shop, string? before, int? limit, MessageStore messages)
    {
        var thread = messages.OfCustomer(customer).Where(message => message.Shop == shop);
        if (before is not null)
        {
            thread = thread.TakeWhile(message => message.Sid != before);
        }

        var wanted = Math.Clamp(limit ?? UsualMessages, 1, MessageStore.PerCustomer);
        return TypedResults.Ok(thread.TakeLast(wanted).Select(MessageView.Of).ToArray());
    }

    private static NoContent Read(string[] sids, MessageStore messages, CustomerReading reading, Feed feed)
    {
        foreach (var message in sids.Select(messages.Find).OfType<SimulatedMessage>())
        {
            reading.Shown(message);
            feed.Message(message);
        }

        return TypedResults.NoContent();
    }

    private static async Task<IResult> UploadAsync(string? name, HttpContext http, MediaStore media)
    {
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        if (bytes.Length is 0 or > LargestUpload)
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["file"] = ["A file of 1 byte to 32 MB."] });
        }

        var uploaded = new SimulatedMedia
        {
            Sid = Sid.ForMedia(),
            ContentType = http.Request.ContentType is { Length: > 0 } type ? type : "application/octet-stream",
            FileName = name,
            Content = bytes.ToArray(),
        };
        media.Add(uploaded);
        return TypedResults.Ok(new { id = uploaded.Sid, uploaded.ContentType, uploaded.Length });
    }

    private static bool IsUnread(SimulatedMessage message) =>
        !message.IsInbound && !message.Shown && !MessageStatus.IsFailure(message.Status);

    private static IResult Answer<T>((T? Added, (string Field, string Why)? Wrong) outcome) => outcome.Wrong is var (field, why)
        ? TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [why] })
        : TypedResults.Ok(outcome.Added);
}

internal sealed record EntryRequest(string? Name, string? Number);

/// <summary><c>Strangers</c> wrote or were written to lately and are not in the phone book.</summary>
internal sealed record PhoneState(CustomerView[] Customers, Shop[] Shops, string[] Strangers);

internal sealed record CustomerView(string Address, string Name, ThreadView[] Threads);

internal sealed record ThreadView(string Shop, int Unread, DateTimeOffset LastAt);
