using HaloAgent.Contracts.Orders;
using HaloAgent.Web.Shared;

namespace HaloAgent.Web.Payments;

/// <summary>What a customer has said or sent about paying, and no more than that.</summary>
internal static class ClaimWords
{
    public static string Sentence(ClaimView? claim, decimal total) => claim switch
    {
        { Amount: { } named } when named == total => $"Customer says they paid {Naira.Format(named)}.",
        { Amount: { } named } => $"Customer says they paid {Naira.Format(named)}; the order is {Naira.Format(total)}.",
        { Source: ClaimSources.Receipt } => $"Customer sent a receipt; the order is {Naira.Format(total)}.",
        { Source: ClaimSources.Shop } => $"Your team added a receipt; the order is {Naira.Format(total)}.",
        _ => $"Customer says they have paid; the order is {Naira.Format(total)}.",
    };

    /// <summary>Stands over what is claimed.</summary>
    public static string Who(string source) => source switch
    {
        ClaimSources.Receipt => "Customer sent",
        ClaimSources.Shop => "Your team added",
        _ => "Customer says",
    };

    /// <summary>Stands there where no amount was named.</summary>
    public static string WithoutAmount(string source) => source is ClaimSources.Receipt or ClaimSources.Shop ? "a receipt, no amount named" : "paid, no amount given";

    /// <summary>Stands before the time.</summary>
    public static string When(string source) => source switch
    {
        ClaimSources.Receipt => "sent it",
        ClaimSources.Shop => "added",
        _ => "said it",
    };
}
