using System.Diagnostics.CodeAnalysis;

namespace HaloAgent;

/// <summary>A value, or the expected reason why there is none. Exceptions are for bugs and broken dependencies.</summary>
public readonly struct Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, Failure? failure) => (this.value, Failure) = (value, failure);

    public Failure? Failure { get; }

    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Failure is null;

    /// <exception cref="InvalidOperationException">The outcome is a failure.</exception>
    public T Value => Succeeded ? value! : throw new InvalidOperationException($"No value: {Failure.Code}. {Failure.Sentence}");

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Failure failure) => new(default, failure);

    public Outcome<TOther> Map<TOther>(Func<T, TOther> map) => Succeeded ? map(Value) : Failure;
}
