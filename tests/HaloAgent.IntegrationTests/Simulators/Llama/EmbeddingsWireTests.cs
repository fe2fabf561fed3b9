using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace HaloAgent.IntegrationTests.Simulators.Llama;

/// <summary>The wire of OpenAI's embeddings.</summary>
public sealed class EmbeddingsWireTests
{
    [Fact]
    public async Task Each_text_gets_a_vector_and_the_same_text_the_same()
    {
        await using var llama = await SimulatedLlama.StartAsync();
        await using var another = await SimulatedLlama.StartAsync();

        var (_, answer) = await PostAsync(llama, """{"model":"any","input":["Zobo with ginger","peppery drink","leather belt"]}""");
        var (_, again) = await PostAsync(another, """{"model":"any","input":"Zobo with ginger"}""");

        Assert.Equal("list", answer.GetProperty("object").GetString());
        Assert.True(answer.GetProperty("usage").GetProperty("prompt_tokens").GetInt32() > 3);
        Assert.Equal([0, 1, 2], answer.GetProperty("data").EnumerateArray().Select(one => one.GetProperty("index").GetInt32()));
        var (zobo, drink, belt) = (Vector(answer, 0), Vector(answer, 1), Vector(answer, 2));
        Assert.Equal(zobo, Vector(again, 0));
        Assert.Equal(1, Cosine(zobo, zobo), 3);
        Assert.True(Cosine(zobo, drink) > 0.5, "what belongs together is near");
        Assert.True(Cosine(zobo, belt) < 0.2, "what does not is far");
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("""{"input":"zobo"}""")]
    [InlineData("""{"model":"any"}""")]
    [InlineData("""{"model":"any","input":[]}""")]
    [InlineData("""{"model":"any","input":["zobo",""]}""")]
    [InlineData("""{"model":"any","input":[7]}""")]
    public async Task What_real_servers_refuse_is_refused(string body)
    {
        await using var llama = await SimulatedLlama.StartAsync();

        var (status, answer) = await PostAsync(llama, body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("invalid_request_error", answer.GetProperty("error").GetProperty("type").GetString());
    }

    [Fact]
    public async Task It_wants_the_key()
    {
        await using var llama = await SimulatedLlama.StartAsync();
        llama.Http.DefaultRequestHeaders.Authorization = null;

        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(llama, """{"model":"any","input":"zobo"}""")).Status);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(SimulatedLlama llama, string body)
    {
        using var response = await llama.Http.PostAsync("/llama/scripted/v1/embeddings", new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        return (response.StatusCode, await SimulatedLlama.JsonAsync(response));
    }

    private static float[] Vector(JsonElement answer, int index) =>
        [.. answer.GetProperty("data")[index].GetProperty("embedding").EnumerateArray().Select(value => value.GetSingle())];

    private static double Cosine(float[] one, float[] other) => one.Zip(other, (a, b) => (double)a * b).Sum();
}
