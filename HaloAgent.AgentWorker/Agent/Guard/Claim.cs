namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>Something a reply says that must be a stored fact.</summary>
/// <param name="Value">In one form, however it was written: an amount as <c>3500.00</c>, numbers as bare digits.</param>
internal readonly record struct Claim(ClaimKind Kind, string Value);

internal enum ClaimKind
{
    Amount,
    Reference,
    AccountNumber,

    /// <summary>The shop's telephone number: a fact, but no account. In a sentence it is read as an account number.</summary>
    Phone,

    /// <summary>A number of three digits and more that is nothing of the above: an order number, a part of an address, or an amount without its sign.</summary>
    Number,
    ClockTime,

    /// <summary>How many of something are left: of which product, the sentence tells.</summary>
    Stock,

    /// <summary>The customer's loyalty points.</summary>
    Points,
}
