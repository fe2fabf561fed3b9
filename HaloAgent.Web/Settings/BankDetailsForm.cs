using HaloAgent.Contracts.Businesses;

namespace HaloAgent.Web.Settings;

/// <summary>Where customers pay, as it is edited, with the sentences beside the fields.</summary>
internal sealed class BankDetailsForm
{
    public required uint Version { get; init; }

    public string Bank { get; set; } = "";

    public string AccountNumber { get; set; } = "";

    public string AccountName { get; set; } = "";

    public string? BankProblem { get; private set; }

    public string? NumberProblem { get; private set; }

    public string? NameProblem { get; private set; }

    public static BankDetailsForm Of(BankDetailsView details) =>
        new() { Version = details.Version, Bank = details.Bank, AccountNumber = details.AccountNumber, AccountName = details.AccountName };

    /// <summary>Nothing the server said stands any more.</summary>
    public void Tidy() => (BankProblem, NumberProblem, NameProblem) = (null, null, null);

    /// <summary>Says beside the field what is wrong with it, before anybody is asked whether they mean it. All three empty: no account.</summary>
    /// <returns>Whether it may be sent.</returns>
    public bool Check()
    {
        var wanted = ToRequest();
        if (wanted is { Bank: "", AccountNumber: "", AccountName: "" })
        {
            return true;
        }

        BankProblem = wanted.Bank.Length == 0 ? "Say at which bank." : null;
        NumberProblem = wanted.AccountNumber.Where(sign => sign is not (' ' or '-')).ToList() is var digits && digits.Count == BankDetailsLimits.Digits && digits.TrueForAll(char.IsAsciiDigit)
            ? null
            : "An account number has ten digits.";
        NameProblem = wanted.AccountName.Length == 0 ? "Say whose account it is, as the bank shows it." : null;
        return (BankProblem ?? NumberProblem ?? NameProblem) is null;
    }

    public void Blame(IReadOnlyDictionary<string, string[]> errors) =>
        (BankProblem, NumberProblem, NameProblem) = (Of(errors, "bank"), Of(errors, "accountNumber"), Of(errors, "accountName"));

    public SaveBankDetailsRequest ToRequest() => new() { Version = Version, Bank = Bank.Trim(), AccountNumber = AccountNumber.Trim(), AccountName = AccountName.Trim() };

    private static string? Of(IReadOnlyDictionary<string, string[]> errors, string field) =>
        errors.FirstOrDefault(error => string.Equals(error.Key, field, StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
}
