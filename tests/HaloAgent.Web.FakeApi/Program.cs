using HaloAgent.Web.FakeApi;

// A stand-in for the Api with made-up data in memory, to look at the pages without the rest of the system:
//   dotnet run --project tests/HaloAgent.Web.FakeApi --urls http://127.0.0.1:5301
//   services__api__http__0=http://127.0.0.1:5301 dotnet run --project HaloAgent.Web --urls http://127.0.0.1:5300
// POST /fake/pay/61 lets another customer say that they paid, /fake/call/62 another one ask for a person.
var app = FakeApi.Build(args);
await app.RunAsync();
