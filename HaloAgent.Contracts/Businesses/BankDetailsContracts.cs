using System.ComponentModel.DataAnnotations;

namespace HaloAgent.Contracts.Businesses;

/// <summary>Where the shop's customers pay: <c>GET /api/business/bank-details</c>.</summary>
/// <param name="Bank">Empty, as the other two: none are saved. The agent then says that the shop will send them.</param>
/// <param name="AccountNumber">Ten digits (NUBAN).</param>
/// <param name="WaitingCustomers">
/// Customers who were told that the details will be sent, and have not been sent them. Who has paid meanwhile is among them, until
/// <c>POST …/send</c> looks; who opted out is not.
/// </param>
/// <param name="Version">To be sent with the next <see cref="SaveBankDetailsRequest"/>.</param>
public sealed record BankDetailsView(string Bank, string AccountNumber, string AccountName, int WaitingCustomers, uint Version)
{
    /// <summary>Those who wait as well, and want no messages: they can only be called.</summary>
    public int OptedOutCustomers { get; init; }
}

/// <summary>Body of <c>PUT /api/business/bank-details</c>. All three empty: the saved ones are removed.</summary>
public sealed record SaveBankDetailsRequest
{
    [Required(AllowEmptyStrings = true), StringLength(BankDetailsLimits.Name)]
    public required string Bank { get; init; }

    /// <summary>Ten digits; spaces and hyphens between them are left out.</summary>
    [Required(AllowEmptyStrings = true), StringLength(BankDetailsLimits.WrittenNumber)]
    public required string AccountNumber { get; init; }

    [Required(AllowEmptyStrings = true), StringLength(BankDetailsLimits.Name)]
    public required string AccountName { get; init; }

    /// <summary>The version that was edited; another one in the database answers 409.</summary>
    public uint? Version { get; init; }
}

/// <summary>Answer of <c>POST /api/business/bank-details/send</c>.</summary>
/// <param name="Customers">How many were sent the details; those of an earlier call are not sent them again.</param>
public sealed record BankDetailsSent(int Customers)
{
    /// <summary>How many owe and want no messages: they were sent nothing, and wait on for somebody to call them.</summary>
    public int OptedOutCustomers { get; init; }
}

public static class BankDetailsLimits
{
    /// <summary>In characters, of a bank's and of an account's name.</summary>
    public const int Name = 80;

    /// <summary>Of an account number in Nigeria (NUBAN).</summary>
    public const int Digits = 10;

    /// <summary>In characters, as people write it.</summary>
    public const int WrittenNumber = 20;
}
