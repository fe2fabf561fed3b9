using HaloAgent.Api.Auth;
using HaloAgent.Api.Businesses;
using HaloAgent.Api.Catalog;
using HaloAgent.Api.Channels.Twilio;
using HaloAgent.Api.Channels.WebChat;
using HaloAgent.Api.Contacts;
using HaloAgent.Api.Conversations;
using HaloAgent.Api.Data;
using HaloAgent.Api.Http;
using HaloAgent.Api.Live;
using HaloAgent.Api.Media;
using HaloAgent.Api.Orders;
using HaloAgent.Api.Overview;
using HaloAgent.Api.Payments;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.AddHttp();
builder.AddRateLimits();
builder.AddDocumentation();
builder.AddAuth();
builder.AddDatabase();
builder.AddAnnouncements();
builder.AddLive();
builder.AddMedia();
builder.AddTwilio();
builder.AddWebChat();

var app = builder.Build();

app.UseHttp();
app.UseAuthentication();
app.UseRateLimiter();
app.UseAuthorization();

app.MapDefaultEndpoints();
app.MapDocumentation();
app.MapTwilio();

// What is public has to say so.
var api = app.MapGroup("/api").RequireAuthorization();
api.MapAuth();
api.MapOverview();
api.MapOrders();
api.MapPayments();
api.MapContacts();
api.MapConversations();
api.MapProducts();
api.MapMedia();
api.MapLive();
api.MapShopProfile();
api.MapShopDetails();
api.MapBankDetails();
api.MapPublicBusinesses();
api.MapWebChat();

app.Run();

/// <summary>Named, so that tests can start it.</summary>
public partial class Program;
