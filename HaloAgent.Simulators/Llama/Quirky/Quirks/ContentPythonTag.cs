using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class ContentPythonTag() : ContentNotation("content-python-tag", "the call as text: <|python_tag|>name.call(…)")
{
    public override string Write(WantedCall call) => $"<|python_tag|>{call.Tool}.call({PythonArguments.Write(call.Arguments)})";
}
