using HaloAgent.Simulators;

await SimulatorApp.Build(args).RunAsync();
