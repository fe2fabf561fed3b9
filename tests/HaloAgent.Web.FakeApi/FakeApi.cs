using System.Text;
using System.Text.Json;
using HaloAgent.Contracts.Auth;
using HaloAgent.Contracts.Businesses;
using HaloAgent.Contracts.Catalog;
using HaloAgent.Contracts.Contacts;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Contracts.Orders;
using HaloAgent.Contracts.Overview;

namespace HaloAgent.Web.FakeApi;

/// <summary>Answers every call of Web with made-up data kept in memory.</summary>
public static class FakeApi
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        var shop = new FakeShop(TimeProvider.System);
        MapAuth(app);
        MapOrders(app, shop);
        MapConversations(app, shop);
        MapProducts(app, shop);
        MapPublic(app, shop);
        app.MapGet("/api/live", (HttpContext context) => shop.StreamAsync(context, "live"));
        app.MapPost("/fake/pay/{number:int}", shop.SayPaid);
        app.MapPost("/fake/call/{number:int}", shop.AskForPerson);
        return app;
    }

    private static void MapAuth(WebApplication app)
    {
        app.MapPost("/api/auth/login", (LoginRequest login) => login.Password switch
        {
            "HaloDemo!2026" => Results.Json(new TokenResponse("access", "refresh", 900)),
            _ => Results.Problem(title: "E-mail or password is not right. After 5 wrong tries the sign-in stays closed for 15 minutes.", statusCode: 401),
        });
        app.MapPost("/api/auth/refresh", () => new TokenResponse("access", "refresh", 900));
        app.MapPost("/api/auth/logout", () => Results.NoContent());
        app.MapGet("/api/auth/me", () => Samples.Member);
    }

    private static void MapOrders(WebApplication app, FakeShop shop)
    {
        app.MapGet("/api/overview/agent", () => new AgentWeekView(Samples.Now.AddDays(-7), 412, 371, 61_000, 3_900, 0.12m, 36_900, 2));
        app.MapGet("/api/overview", shop.Overview);
        app.MapGet("/api/orders", (string? status, string? q) => shop.Orders.Where(order =>
            (status is null || order.Status == status) && (q is null || order.OrderNumber.Contains(q) || (order.Contact.Name?.Contains(q, StringComparison.OrdinalIgnoreCase) ?? false))));
        app.MapGet("/api/orders/payment-reviews", shop.Reviews);
        app.MapGet("/api/orders/{id:guid}", (Guid id) => shop.Find(id) is { } order ? Results.Json(order) : Results.NotFound());
        app.MapPost("/api/orders/{id:guid}/approve-payment", (Guid id, ApprovePaymentRequest request) => shop.Decide(id, "approve", OrderStatuses.Paid, request.UndoSeconds));
        app.MapPost("/api/orders/{id:guid}/reject-payment", (Guid id, RejectPaymentRequest request) => shop.Decide(id, "reject", OrderStatuses.PaymentRejected, request.UndoSeconds));
        app.MapPost("/api/orders/{id:guid}/update-status", (Guid id, UpdateOrderStatusRequest request) => shop.Decide(id, "status", request.Status, request.UndoSeconds));
        app.MapPost("/api/orders/decisions/{id:guid}/undo", shop.Undo);
        app.MapGet("/api/contacts", () => shop.Conversations.Select((chat, at) => new ContactView(
            chat.Contact.Id, chat.Contact.Name, chat.Contact.PhoneNumber, chat.Language, !chat.OptedOut, at * 3 % 7, at * 40, Samples.Now.AddDays(-30 - at), chat.LastMessageAt)));
        app.MapGet("/api/contacts/{id:guid}", (Guid id) => shop.Conversations.Find(chat => chat.Contact.Id == id) is { } chat
            ? Results.Json(new ContactView(
                id, chat.Contact.Name, chat.Contact.PhoneNumber, chat.Language, !chat.OptedOut, 1, 0, Samples.Now.AddDays(-30), chat.LastMessageAt)
            { ConversationId = chat.Id })
            : Results.NotFound());
        app.MapGet("/api/contacts/orders", (Guid contactId) => shop.Orders.Where(order => order.Contact.Id == contactId));
        app.MapGet("/api/media/{id:guid}", () => Results.Text(
            """<svg xmlns="http://www.w3.org/2000/svg" width="360" height="480"><rect width="360" height="480" fill="#fff"/><rect width="360" height="90" fill="#5a2a83"/><text x="24" y="56" font-size="28" fill="#fff" font-family="sans-serif">Transfer successful</text><text x="24" y="160" font-size="40" font-family="sans-serif">₦12,800.00</text><text x="24" y="210" font-size="20" fill="#555" font-family="sans-serif">To: HALO KITCHEN LTD</text><text x="24" y="245" font-size="20" fill="#555" font-family="sans-serif">Ref: HK7-0042-Q</text></svg>""",
            "image/svg+xml"));
    }

    private static void MapConversations(WebApplication app, FakeShop shop)
    {
        app.MapGet("/api/conversations", (string? filter, string? q) => shop.Conversations.Where(chat =>
            (filter is null or "all" || (filter == "attention" ? chat.Attention is not null : chat.HeldBy is not null)) &&
            (q is null || (chat.Contact.Name?.Contains(q, StringComparison.OrdinalIgnoreCase) ?? false))));
        app.MapGet("/api/conversations/{id:guid}", (Guid id) => shop.Conversations.Find(chat => chat.Id == id) is { } chat ? Results.Json(chat) : Results.NotFound());
        app.MapGet("/api/conversations/{id:guid}/messages", (Guid id) => shop.Messages(id));
        app.MapPost("/api/conversations/{id:guid}/take-over", (Guid id) => shop.Change(id, chat => chat with { HeldBy = Samples.Member.Name }));
        app.MapPost("/api/conversations/{id:guid}/hand-back", (Guid id) => shop.Change(id, chat => chat with { HeldBy = null }));
        app.MapPost("/api/conversations/{id:guid}/resolve", (Guid id) => shop.Change(id, chat => chat with { Attention = null }));
        app.MapPost("/api/conversations/{id:guid}/suggest-reply", () => new ReplyDraftView("Jollof rice & chicken is ₦3,500.", "agent"));
        app.MapPost("/api/conversations/{id:guid}/read", (Guid id) => shop.Change(id, chat => chat with { UnreadCount = 0 }));
        app.MapPost("/api/conversations/{id:guid}/messages", (Guid id, SendMessageRequest message) => shop.Write(id, message.Text));
        app.MapGet("/api/conversations/{id:guid}/turns/{turnId:guid}", (Guid turnId) => new TurnView(
            turnId, Samples.Now.AddMinutes(-22), Samples.Now.AddMinutes(-22).AddMilliseconds(48), "completed", "guided", "The message names products and amounts from the list that was just shown.",
            "en", "add_items", 0.97, 1,
            [
                new(1, "tool", "search_catalogue", """{"query":"jollof"}""", """{"matches":[{"name":"Jollof rice & chicken","price":3500.00,"inStock":true}]}""", Samples.Now.AddMinutes(-22), 3.4),
                new(2, "tool", "change_cart", """{"product":"Jollof rice & chicken","quantity":3}""", """{"lines":2,"total":12800.00}""", Samples.Now.AddMinutes(-22), 11.2),
            ]));
    }

    private static void MapProducts(WebApplication app, FakeShop shop)
    {
        app.MapGet("/api/products", () => shop.Products);
        app.MapGet("/api/products/{id:guid}", (Guid id) => shop.Products.Find(product => product.Id == id) is { } product ? Results.Json(product) : Results.NotFound());
        app.MapGet("/api/products/synonyms", () => shop.Words);
        app.MapPut("/api/products/synonyms", (SaveSynonymsRequest request) =>
            shop.Words = new SynonymsView([.. request.Synonyms.Select(synonym => new SynonymView(synonym.Word, synonym.Means))], shop.Words.Version + 1));
        app.MapGet("/api/business/profile", () => shop.Profile);
        app.MapPut("/api/business/profile", (SaveShopProfileRequest request) =>
            shop.Profile = new ShopProfileView(request.Policies, request.SampleMessages, request.Languages, shop.Profile.Version + 1, request.Loyalty));
        app.MapGet("/api/business/details", () => shop.Details);
        app.MapPut("/api/business/details", (SaveShopDetailsRequest request) =>
            shop.Details = new ShopDetailsView(request.Description, request.PickupAddress, request.OpeningHours, request.DeliveryAreas, shop.Details.Version + 1));
        app.MapGet("/api/business/bank-details", () => shop.BankDetails);
        app.MapPut("/api/business/bank-details", (SaveBankDetailsRequest request) =>
            shop.BankDetails = new BankDetailsView(request.Bank, request.AccountNumber, request.AccountName, shop.BankDetails.WaitingCustomers, shop.BankDetails.Version + 1));
        app.MapPost("/api/business/bank-details/send", () =>
        {
            var waiting = shop.BankDetails.WaitingCustomers;
            shop.BankDetails = shop.BankDetails with { WaitingCustomers = 0 };
            return new BankDetailsSent(waiting);
        });
        app.MapPost("/api/products", (SaveProductRequest request) => shop.Save(Guid.CreateVersion7(), request));
        app.MapPut("/api/products/{id:guid}", (Guid id, SaveProductRequest request) => shop.Save(id, request));
        app.MapDelete("/api/products/{id:guid}", (Guid id) => shop.Products.RemoveAll(product => product.Id == id) > 0 ? Results.NoContent() : Results.NotFound());
        app.MapPost("/api/products/{id:guid}/image", (Guid id) => Results.NoContent());
    }

    private static void MapPublic(WebApplication app, FakeShop shop)
    {
        app.MapGet("/api/public/businesses", () => new[]
        {
            Samples.Shop([]),
            Samples.Shop([]) with { Slug = "ankara-corner", Name = "Ankara Corner", Category = "fashion", Description = "Ready-to-wear ankara in every size, sewn in Yaba.", OpenNow = false },
        });
        app.MapGet("/api/public/businesses/{slug}", (string slug) => slug == "halo-kitchen" ? Results.Json(Samples.Shop(shop.Products)) : Results.NotFound());
        app.MapGet("/api/public/images/{id:guid}", (Guid id) => Results.Text(
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240"><rect width="320" height="240" fill="hsl({id.GetHashCode() % 360} 45% 82%)"/><circle cx="160" cy="120" r="70" fill="#fff"/><circle cx="160" cy="120" r="46" fill="hsl({id.GetHashCode() % 360} 60% 50%)"/></svg>""", "image/svg+xml"));
        app.MapPost("/api/public/businesses/{slug}/chat/visitors", () => new VisitorView("visitor"));
        app.MapPost("/api/public/businesses/{slug}/chat/messages", (ChatMessageRequest message) => shop.Chat(message));
        app.MapGet("/api/public/businesses/{slug}/chat/messages", (string? after) => shop.ChatAfter(after));
        app.MapGet("/api/public/businesses/{slug}/chat/stream", (HttpContext context) => shop.StreamAsync(context, "chat"));
    }

    internal static string Event(string name, object data) => $"event: {name}\ndata: {JsonSerializer.Serialize(data, Json)}\n\n";

    internal static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
