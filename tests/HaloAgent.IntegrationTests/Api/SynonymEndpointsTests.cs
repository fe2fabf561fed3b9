using System.Net;
using System.Net.Http.Json;
using HaloAgent.Catalog;
using HaloAgent.Contracts.Catalog;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaloAgent.IntegrationTests.Api;

public sealed class SynonymEndpointsTests(ApiHost api) : IClassFixture<ApiHost>
{
    private const string Path = "/api/products/synonyms";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_shops_words_are_saved_searched_by_and_seen_by_no_other_shop()
    {
        using var owner = await api.SignedInAsync();
        using var staff = await api.SignedInAsync(ApiHost.Staff);
        using var stranger = await api.SignedInAsync(ApiHost.OtherOwner);
        var before = await ReadAsync(owner);
        var theirs = await ReadAsync(stranger);

        using var answer = await staff.PutAsJsonAsync(Path, Saved(before.Version, (" Owambe food ", ["jollof", "Small chops"])), Cancelled);
        var saved = await answer.Content.ReadFromJsonAsync<SynonymsView>(Cancelled);
        var found = await api.UseAsync<HaloDbContext, IReadOnlyList<ProductFacts>>(async db => await new SearchProducts(db, (RankProducts)api.Services.GetService(typeof(RankProducts))!)
            .HandleAsync(await db.Businesses.Where(b => b.Slug == "halo-kitchen").Select(b => b.Id).SingleAsync(Cancelled), new ProductQuery("owambe food", null, null, 10), Cancelled));

        Assert.Contains(before.Synonyms, synonym => synonym.Word == "minerals");
        Assert.Equal("Owambe food", Assert.Single(saved!.Synonyms).Word);
        Assert.Equal(saved.Version, (await ReadAsync(owner)).Version);
        Assert.Equal("Jollof rice & chicken", found[0].Name);
        Assert.Contains("Meat pie", found.Select(product => product.Name));
        Assert.Equal(theirs.Version, (await ReadAsync(stranger)).Version);
        Assert.DoesNotContain((await ReadAsync(stranger)).Synonyms, synonym => synonym.Word == "Owambe food");
    }

    [Fact]
    public async Task Words_that_somebody_else_changed_meanwhile_are_not_overwritten()
    {
        using var owner = await api.SignedInAsync(ApiHost.OtherOwner);
        var before = await ReadAsync(owner);
        using var first = await owner.PutAsJsonAsync(Path, Saved(before.Version, ("cloth", ["fabric"])), Cancelled);

        using var stale = await owner.PutAsJsonAsync(Path, Saved(before.Version), Cancelled);
        using var blind = await owner.PutAsJsonAsync(Path, Saved(null), Cancelled);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        await stale.ProblemAsync(HttpStatusCode.Conflict);
        Assert.Contains("version", (await blind.ProblemAsync(HttpStatusCode.BadRequest)).Fields());
        Assert.Equal("cloth", Assert.Single((await ReadAsync(owner)).Synonyms).Word);
    }

    [Theory]
    [InlineData("""{ "version": 1 }""", "")]
    [InlineData("""{ "version": 1, "synonyms": [null] }""", "synonyms[0]")]
    [InlineData("""{ "version": 1, "synonyms": [{ "word": "a", "means": [] }] }""", "synonyms[0].means")]
    [InlineData("""{ "version": 1, "synonyms": [{ "word": "a", "means": [null] }] }""", "synonyms[0].means[0]")]
    [InlineData("""{ "version": 1, "synonyms": [{ "word": "!!", "means": ["b"] }] }""", "synonyms[0].word")]
    [InlineData("""{ "version": 1, "synonyms": [{ "word": "a b c d e", "means": ["b"] }] }""", "synonyms[0].word")]
    [InlineData("""{ "version": 1, "synonyms": [{ "word": "Mínerals", "means": ["b"] }, { "word": "minerals", "means": ["c"] }] }""", "synonyms[1].word")]
    public async Task Words_that_cannot_be_are_refused_naming_the_field(string body, string field)
    {
        using var owner = await api.SignedInAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var answer = await owner.PutAsync(Path, content, Cancelled);
        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest);

        if (field.Length > 0) Assert.Contains(field, problem.Fields());
    }

    private static SaveSynonymsRequest Saved(uint? version, params (string Word, string[] Means)[] synonyms) => new()
    {
        Version = version,
        Synonyms = [.. synonyms.Select(synonym => new SaveSynonymRequest { Word = synonym.Word, Means = synonym.Means })],
    };

    private static async Task<SynonymsView> ReadAsync(HttpClient client) => (await client.GetFromJsonAsync<SynonymsView>(Path, Cancelled))!;
}
