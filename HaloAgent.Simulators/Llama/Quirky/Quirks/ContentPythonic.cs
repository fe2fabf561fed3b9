using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class ContentPythonic() : ContentNotation("content-pythonic", "the call as text: [name(a=\"b\", n=2)], as Llama 3.2 and 4 write it")
{
    public override string Write(WantedCall call) => $"[{call.Tool}({PythonArguments.Write(call.Arguments)})]";
}
