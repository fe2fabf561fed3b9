namespace HaloAgent.Catalog.Meaning;

/// <summary>Turns texts into vectors that are near each other when they mean something similar; stands for a server outside.</summary>
public interface ITextVectors
{
    /// <summary>What makes the vectors; those of different models cannot be compared.</summary>
    string Model { get; }

    /// <returns>One for each text, in their order.</returns>
    /// <exception cref="NoVectorsException">The server is away, or answers with something else.</exception>
    Task<IReadOnlyList<float[]>> ReadAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken);
}

/// <summary>There are no vectors. The text says why, never what was asked.</summary>
/// <param name="textsAreRefused">The server works, and takes these texts or one of them not.</param>
public sealed class NoVectorsException(string why, bool textsAreRefused = false, Exception? inner = null) : Exception(why, inner)
{
    public bool TextsAreRefused { get; } = textsAreRefused;
}
