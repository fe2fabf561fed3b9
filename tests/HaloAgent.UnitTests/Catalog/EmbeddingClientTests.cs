using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Text;
using HaloAgent.AgentWorker.Catalog.Embeddings;
using HaloAgent.Catalog.Meaning;
using Microsoft.Extensions.Options;
using Xunit;

namespace HaloAgent.UnitTests.Catalog;

public sealed class EmbeddingClientTests
{
    [Fact]
    public async Task The_vectors_come_in_the_order_of_the_texts_whatever_the_servers_order()
    {
        var vectors = await ReadAsync("""{"data":[{"index":1,"embedding":[0,2]},{"index":0,"embedding":[3,0.5]}]}""");

        Assert.Equal([[3f, 0.5f], [0f, 2f]], vectors);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no json")]
    [InlineData("""{"error":"model not loaded"}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":0,"embedding":[1,2]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[]},{"index":1,"embedding":[]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":"AAAA"},{"index":1,"embedding":null}]}""")]
    [InlineData("""{"data":[null,null]}""")]
    public async Task An_answer_that_is_not_a_vector_for_each_text_is_none(string answer) =>
        Assert.False((await Assert.ThrowsAsync<NoVectorsException>(() => ReadAsync(answer))).TextsAreRefused);

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, true)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, true)]
    [InlineData(HttpStatusCode.Unauthorized, false)]
    [InlineData(HttpStatusCode.NotFound, false)]
    [InlineData(HttpStatusCode.TooManyRequests, false)]
    [InlineData(HttpStatusCode.ServiceUnavailable, false)]
    public async Task A_refusal_is_the_texts_fault_or_the_servers(HttpStatusCode status, bool isTheTexts) =>
        Assert.Equal(isTheTexts, (await Assert.ThrowsAsync<NoVectorsException>(() => ReadAsync("{}", status))).TextsAreRefused);

    [Theory]
    [InlineData("somewhere", "a-model")]
    [InlineData("http://localhost:11434/v1", null)]
    [InlineData("http://localhost:11434/v1", " ")]
    public void A_wrong_setting_is_named(string endpoint, string? model)
    {
        var options = new EmbeddingOptions { Endpoint = endpoint, Model = model };

        Assert.Contains("Embeddings:", Assert.Single(options.Validate(new ValidationContext(options))).ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_endpoint_nothing_is_wrong_and_nothing_runs()
    {
        var options = new EmbeddingOptions();

        Assert.Empty(options.Validate(new ValidationContext(options)));
        Assert.False(options.IsConfigured);
    }

    private static async Task<IReadOnlyList<float[]>> ReadAsync(string answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var server = new OneAnswer(status, answer);
        var client = new EmbeddingClient(server, Options.Create(new EmbeddingOptions { Endpoint = "http://embeddings.example/v1/", Model = "a-model" }));
        var vectors = await client.ReadAsync(["jollof", "zobo"], TestContext.Current.CancellationToken);
        Assert.Equal("http://embeddings.example/v1/embeddings", server.Asked?.ToString());
        return vectors;
    }

    private sealed class OneAnswer(HttpStatusCode status, string body) : HttpMessageHandler, IHttpClientFactory
    {
        public Uri? Asked { get; private set; }

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = request.RequestUri;
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
        }
    }
}
