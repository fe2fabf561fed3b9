using HaloAgent.AppHost.Deployment;
using HaloAgent.AppHost.Data;
using HaloAgent.AppHost.Secrets;
using HaloAgent.AppHost.Services;

var builder = DistributedApplication.CreateBuilder(args);

builder.AddContainerAppEnvironment();

var halodb = builder.AddHaloDatabase();
var redis = builder.AddHaloRedis();
var orleans = builder.AddHaloOrleans(redis);
var keys = builder.AddSecurityKeys();

var api = builder.AddProject<Projects.HaloAgent_Api>("api")
    .WithReference(halodb).WaitFor(halodb)
    .WithReference(redis).WaitFor(redis)
    .WithReference(orleans.AsClient())
    .WithSecurityKeys(keys)
    .WithSettings(builder.Configuration, "RateLimits", "Http")
    .WithoutMessageTextInTraces()
    .WithHttpHealthCheck("/health")
    .WithExternalHttpEndpoints()
    .PublishWithReplicas(least: 2, most: 6);

// Both migrate at start (safe, whoever is first); waiting for the Api keeps the worker's log quiet until then.
var worker = builder.AddProject<Projects.HaloAgent_AgentWorker>("worker")
    .WithReference(halodb).WaitFor(halodb)
    .WithReference(redis).WaitFor(redis)
    .WithReference(orleans)
    .WithReference(api).WaitFor(api)
    .WithSecurityKeys(keys)
    .WithSettings(builder.Configuration, "Llama", "Embeddings", "Agent", "Retention")
    .WithoutMessageTextInTraces()
    .WithHttpHealthCheck("/health")
    .PublishWithReplicas(least: 2, most: 10);

var web = builder.AddProject<Projects.HaloAgent_Web>("web")
    .WithReference(halodb).WaitFor(halodb)
    .WithReference(redis).WaitFor(redis)
    .WithReference(api).WaitFor(api)
    .WithSettings(builder.Configuration, "Web", "Http")
    .WithoutMessageTextInTraces()
    .WithHttpHealthCheck("/health")
    .WithExternalHttpEndpoints()
    .PublishWithReplicas(least: 1, most: 4, sticky: true);

api.WithReference(web);

if (builder.ExecutionContext.IsRunMode)
{
    builder.AddSimulators(api, worker);
}
else
{
    builder.AddTwilio(api, worker);
}

builder.Build().Run();
