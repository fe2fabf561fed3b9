using System.Collections.Concurrent;
using HaloAgent.AgentWorker.Agent.Llama.Tools;
using Microsoft.SemanticKernel;

namespace HaloAgent.AgentWorker.Agent.Llama;

/// <summary>
/// The tools as Semantic Kernel functions: without a plugin, because Llama models drop or alter a prefix. Describing a function is
/// costly, so each tool is one function for all turns, and the kernel of a turn holds whose turn it is.
/// </summary>
internal static class ShopKernel
{
    private const string TalkKey = "talk";

    private static readonly ConcurrentDictionary<ModelTool, KernelFunction> Functions = new(ReferenceEqualityComparer.Instance);

    /// <summary>A kernel whose functions act for this turn.</summary>
    public static Kernel Of(ModelTalk talk) => new() { Data = { [TalkKey] = talk } };

    public static KernelFunction FunctionOf(ModelTool tool) => Functions.GetOrAdd(tool, Describe);

    private static KernelFunction Describe(ModelTool tool) => KernelFunctionFactory.CreateFromMethod(
        (Kernel kernel, KernelArguments arguments) => tool.RunAsync((ModelTalk)kernel.Data[TalkKey]!, new ToolArguments(arguments)),
        new KernelFunctionFromMethodOptions
        {
            FunctionName = tool.Name,
            Description = tool.Description,
            Parameters = [.. tool.Parameters.Select(parameter => new KernelParameterMetadata(parameter.Name)
            {
                Description = parameter.Description,
                IsRequired = parameter.Required,
                Schema = KernelJsonSchema.Parse(parameter.Schema.ToJsonString()),
            })],
        });
}
