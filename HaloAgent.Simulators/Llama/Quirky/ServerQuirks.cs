using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Quirky.Quirks;

namespace HaloAgent.Simulators.Llama.Quirky;

/// <summary>The deviations of Ollama, llama.cpp, vLLM, Groq and the Llama models themselves, in the order in which they are played.</summary>
internal static class ServerQuirks
{
    public static readonly IReadOnlyList<IDeviation> All =
    [
        new ContentJson(),
        new ContentTypedJson(),
        new ContentFunctionTag(),
        new ContentPythonTag(),
        new ContentPythonic(),
        new ContentFenced(),
        new ArgumentsAsObject(),
        new ArgumentsDoubleEncoded(),
        new ArgumentsLeftOut(),
        new ArgumentsAllStrings(),
        new ArgumentsEmptyOptionals(),
        new ArgumentsInvented(),
        new ParametersKey(),
        new IdMissing(),
        new IdEmpty(),
        new IdRepeated(),
        new TypeMissing(),
        new NamePrefixed(),
        new NameAltered(),
        new ChatterBesideCalls(),
        new FinishStopWithCalls(),
        new FinishReason("finish-null", "finish_reason is null (Ollama after a time-out)", null),
        new FinishReason("finish-empty", "finish_reason is empty", ""),
        new FinishReason("finish-eos", "finish_reason is 'eos'", "eos"),
        new LengthMidJson(),
        new LengthInName(),
        new LengthMidSentence(),
        new ToolUseFailed(),
        new UnreadableAnswer(),
        new StillLoading(),
        new NoRoom(),
        new EmptyAnswer(),
        new ErrorWith200(),
        new NoUsage(),
    ];
}
