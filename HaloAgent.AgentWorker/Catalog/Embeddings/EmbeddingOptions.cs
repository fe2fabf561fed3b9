using System.ComponentModel.DataAnnotations;
using HaloAgent.Catalog.Meaning;

namespace HaloAgent.AgentWorker.Catalog.Embeddings;

/// <summary>Section <c>Embeddings</c>: the server that turns texts into vectors. Without an endpoint goods are searched by their words alone.</summary>
public sealed class EmbeddingOptions : IValidatableObject
{
    public const string Section = "Embeddings";

    /// <summary>The address up to and with <c>/v1</c>, as of <c>Llama:Endpoint</c>.</summary>
    public string? Endpoint { get; set; }

    /// <summary>As the server names it, for example <c>nomic-embed-text</c>. Another one: all vectors are made again.</summary>
    public string? Model { get; set; }

    /// <summary>Where the server wants one.</summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// A product whose cosine with the question is lower is not found. Models differ: to some, things that have nothing in common are
    /// still 0.5 alike.
    /// </summary>
    [Range(0, 1)]
    public double MinSimilarity { get; set; } = 0.4;

    /// <summary>A customer's question that takes longer is answered by its words alone.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(1);

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Endpoint);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsConfigured) yield break;

        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            yield return new ValidationResult("Embeddings:Endpoint is no address, for example http://localhost:11434/v1.");
        }

        if (string.IsNullOrWhiteSpace(Model) || Model.Length > ProductVector.ModelLength) yield return new ValidationResult($"Embeddings:Model is missing or longer than {ProductVector.ModelLength} characters.");
        if (TimeLimit <= TimeSpan.Zero) yield return new ValidationResult("Embeddings:TimeLimit is longer than nothing.");
    }
}
