using System.Net;
using System.Net.Http.Json;
using HaloAgent.Contracts.Businesses;
using Xunit;

namespace HaloAgent.IntegrationTests.Api;

public sealed class BankDetailsEndpointsTests(ApiHost api) : IClassFixture<ApiHost>
{
    private const string Path = "/api/business/bank-details";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_owner_changes_where_customers_pay_staff_see_it_and_no_other_shop_does()
    {
        using var owner = await api.SignedInAsync();
        using var staff = await api.SignedInAsync(ApiHost.Staff);
        using var stranger = await api.SignedInAsync(ApiHost.OtherOwner);
        var (before, theirs) = (await ReadAsync(owner), await ReadAsync(stranger));

        using var stolen = await staff.PutAsJsonAsync(Path, Saved(before.Version, "Opay", "9999999999", "Somebody else"), Cancelled);
        using var answer = await owner.PutAsJsonAsync(Path, Saved(before.Version, "  Zenith   Bank ", "012-345-6780", "Halo Kitchen Ltd"), Cancelled);
        using var stale = await owner.PutAsJsonAsync(Path, Saved(before.Version, "GTBank", "0123456789", "Halo Kitchen Ltd"), Cancelled);

        Assert.Equal(HttpStatusCode.Forbidden, stolen.StatusCode);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await stale.ProblemAsync(HttpStatusCode.Conflict);
        var read = await ReadAsync(staff);
        Assert.Equal(("Zenith Bank", "0123456780", "Halo Kitchen Ltd"), (read.Bank, read.AccountNumber, read.AccountName));
        Assert.Equal(theirs, await ReadAsync(stranger));
    }

    [Theory]
    [InlineData("GTBank", "012345678", "Halo Kitchen Ltd", "accountNumber")]
    [InlineData("GTBank", "01234567890", "Halo Kitchen Ltd", "accountNumber")]
    [InlineData("GTBank", "012345678x", "Halo Kitchen Ltd", "accountNumber")]
    [InlineData("GTBank", "٠١٢٣٤٥٦٧٨٩", "Halo Kitchen Ltd", "accountNumber")]
    [InlineData("", "0123456789", "Halo Kitchen Ltd", "bank")]
    [InlineData("GT\u0007Bank", "0123456789", "Halo Kitchen Ltd", "bank")]
    [InlineData("GTBank", "0123456789", " ", "accountName")]
    public async Task Details_that_nobody_could_pay_into_are_refused_naming_the_field(string bank, string number, string name, string field)
    {
        using var owner = await api.SignedInAsync(ApiHost.OtherOwner);

        using var answer = await owner.PutAsJsonAsync(Path, Saved((await ReadAsync(owner)).Version, bank, number, name), Cancelled);

        Assert.Contains(field, (await answer.ProblemAsync(HttpStatusCode.BadRequest)).Fields());
    }

    private static SaveBankDetailsRequest Saved(uint? version, string bank, string number, string name) =>
        new() { Version = version, Bank = bank, AccountNumber = number, AccountName = name };

    private static async Task<BankDetailsView> ReadAsync(HttpClient client) => (await client.GetFromJsonAsync<BankDetailsView>(Path, Cancelled))!;
}
