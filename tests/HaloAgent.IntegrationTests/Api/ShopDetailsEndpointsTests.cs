using System.Net;
using System.Net.Http.Json;
using HaloAgent.Contracts.Businesses;
using Xunit;

namespace HaloAgent.IntegrationTests.Api;

public sealed class ShopDetailsEndpointsTests(ApiHost api) : IClassFixture<ApiHost>
{
    private const string Path = "/api/business/details";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_owner_says_of_hours_delivery_and_address_is_kept_and_seen_by_no_other_shop()
    {
        using var owner = await api.SignedInAsync();
        using var staff = await api.SignedInAsync(ApiHost.Staff);
        using var stranger = await api.SignedInAsync(ApiHost.OtherOwner);
        var (before, theirs) = (await ReadAsync(owner), await ReadAsync(stranger));
        var saved = new SaveShopDetailsRequest
        {
            Version = before.Version,
            Description = " Home food. ",
            PickupAddress = "3  Allen Avenue,\nIkeja",
            OpeningHours = [new DayHours("sunday", new TimeOnly(12, 0), new TimeOnly(1, 0)), new DayHours("monday", new TimeOnly(8, 30), new TimeOnly(20, 0))],
            DeliveryAreas = [new DeliveryAreaDetails(["Ikeja", "Allen ", "allen"], 1500.50m), new DeliveryAreaDetails(["Yaba"], 0)],
        };

        using var refused = await staff.PutAsJsonAsync(Path, saved, Cancelled);
        using var answer = await owner.PutAsJsonAsync(Path, saved, Cancelled);
        using var stale = await owner.PutAsJsonAsync(Path, saved, Cancelled);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (refused.StatusCode, answer.StatusCode));
        await stale.ProblemAsync(HttpStatusCode.Conflict);
        var read = await ReadAsync(staff);
        Assert.Equal(("Home food.", "3 Allen Avenue, Ikeja"), (read.Description, read.PickupAddress));
        Assert.Equal(["monday", "sunday"], read.OpeningHours.Select(hours => hours.Day));
        Assert.Equal(new TimeOnly(8, 30), read.OpeningHours[0].Opens);
        Assert.Equal(["Ikeja", "Allen"], read.DeliveryAreas[0].Names);
        Assert.Equal([1500.50m, 0m], read.DeliveryAreas.Select(area => area.Fee));
        Assert.Equal(theirs.Version, (await ReadAsync(stranger)).Version);
    }

    [Theory]
    [InlineData("""[{ "day": "Moonday", "opens": "09:00", "closes": "18:00" }]""", "[]", "openingHours[0]")]
    [InlineData("""[{ "day": "monday", "opens": "09:00", "closes": "18:00" }, { "day": "monday", "opens": "19:00", "closes": "22:00" }]""", "[]", "openingHours[1]")]
    [InlineData("[null]", "[]", "openingHours[0]")]
    [InlineData("[]", """[{ "names": [" "], "fee": 100 }]""", "deliveryAreas[0]")]
    [InlineData("[]", """[{ "names": ["Yaba"], "fee": 100 }, { "names": ["Ikeja", "yaba"], "fee": 200 }]""", "deliveryAreas[1]")]
    [InlineData("[]", """[{ "names": ["Yaba"], "fee": 100.123 }]""", "deliveryAreas[0]")]
    [InlineData("[]", """[{ "names": ["Yaba"], "fee": -1 }]""", "deliveryAreas[0]")]
    [InlineData("[]", """[{ "names": ["Yaba"], "fee": null }]""", "deliveryAreas[0]")]
    [InlineData("[]", """[{ "names": ["Yaba"] }]""", "deliveryAreas[0]")]
    [InlineData("[]", "[null]", "deliveryAreas[0]")]
    public async Task Details_that_cannot_be_are_refused_naming_the_field(string hours, string areas, string field) =>
        await RefusedAsync($$"""{ "version": 1, "description": "", "pickupAddress": "3 Allen Avenue", "openingHours": {{hours}}, "deliveryAreas": {{areas}} }""", field);

    [Fact]
    public async Task A_shop_says_where_it_is() =>
        await RefusedAsync("""{ "version": 1, "description": "", "pickupAddress": "  ", "openingHours": [], "deliveryAreas": [] }""", "pickupAddress");

    private async Task RefusedAsync(string body, string field)
    {
        using var owner = await api.SignedInAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var answer = await owner.PutAsync(Path, content, Cancelled);

        Assert.Contains((await answer.ProblemAsync(HttpStatusCode.BadRequest)).Fields(), named => named.StartsWith(field, StringComparison.Ordinal));
    }

    private static async Task<ShopDetailsView> ReadAsync(HttpClient client) => (await client.GetFromJsonAsync<ShopDetailsView>(Path, Cancelled))!;
}
