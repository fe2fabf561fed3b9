using HaloAgent.AgentWorker;
using HaloAgent.AgentWorker.Agent;
using HaloAgent.AgentWorker.Conversations;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.AddDatabase();
builder.AddSilo();
builder.BoundStop();
builder.AddAgent();
builder.AddConversations();
builder.AddChannels();
builder.AddScheduledWork();

var app = builder.Build();

app.MapDefaultEndpoints();

app.Run();
