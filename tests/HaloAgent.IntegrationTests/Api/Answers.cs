using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace HaloAgent.IntegrationTests.Api;

/// <summary>What tests look at in an answer.</summary>
internal static class Answers
{
    /// <summary>The body without what differs from request to request.</summary>
    public static async Task<string> ComparableAsync(this HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true && JsonNode.Parse(text) is JsonObject body)
        {
            body.Remove("traceId");
            text = body.ToJsonString();
        }

        return $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType?.MediaType} {text}";
    }

    /// <summary>Asserts problem+json with that status, and returns it.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("title").GetString()));
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        return problem;
    }

    public static IEnumerable<string> Fields(this JsonElement problem) =>
        problem.TryGetProperty("errors", out var errors) ? errors.EnumerateObject().Select(error => error.Name) : [];
}
