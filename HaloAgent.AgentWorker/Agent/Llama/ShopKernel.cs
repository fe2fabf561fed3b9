using HaloAgent.AgentWorker.Agent.Llama.Tools;
using Microsoft.SemanticKernel;

namespace HaloAgent.AgentWorker.Agent.Llama;

/// <summary>The offered tools as Semantic Kernel functions: without a plugin, because Llama models drop or alter a prefix.</summary>
internal static class ShopKernel
{
    public static KernelFunction FunctionOf(ModelTool tool, ModelTalk talk) => KernelFunctionFactory.CreateFromMethod(
        (KernelArguments arguments) => tool.RunAsync(talk, new ToolArguments(arguments)),
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
