using System.Net;
using HaloAgent.Contracts.Auth;
using HaloAgent.Contracts.Orders;
using HaloAgent.Web.Client;
using HaloAgent.Web.FakeApi;
using HaloAgent.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaloAgent.Web.Tests.Client;

public sealed class ApiCallerTests : WebTest
{
    private const string Approve = "POST /api/orders/0000002a-0007-0007-0707-070707070707/approve-payment";
    private static readonly Guid Order = Samples.Id(42);

    private HaloApi Halo => Services.GetRequiredService<HaloApi>();

    [Fact]
    public async Task A_refused_token_is_renewed_and_the_call_made_again_also_a_post()
    {
        Api.On("POST /api/auth/refresh", new TokenResponse("access-2", "refresh-2", 3600));
        Api.On(Approve, request => Task.FromResult(request.Headers.Authorization!.Parameter == "access-2" ? ScriptedApi.Ok(Samples.Order()) : new HttpResponseMessage(HttpStatusCode.Unauthorized)));

        var result = await Halo.ApprovePaymentAsync(Order, Xunit.TestContext.Current.CancellationToken);

        Assert.True(result.Ok);
        Assert.Equal(2, Api.Count(Approve));
        Assert.Contains("refresh-1", Api.BodyOf("POST /api/auth/refresh"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_cannot_be_renewed_is_over()
    {
        Api.On("POST /api/auth/refresh", HttpStatusCode.Unauthorized);
        Api.On("GET /api/overview", HttpStatusCode.Unauthorized);

        var result = await Halo.GetOverviewAsync(Xunit.TestContext.Current.CancellationToken);

        Assert.Equal(ProblemKind.SignedOut, result.Problem!.Kind);
    }

    [Fact]
    public async Task A_post_whose_answer_was_lost_is_never_repeated_and_says_so()
    {
        Api.On(Approve, _ => throw new HttpRequestException(HttpRequestError.ResponseEnded, "gone"));

        var result = await Halo.ApprovePaymentAsync(Order, Xunit.TestContext.Current.CancellationToken);

        Assert.Equal(1, Api.Count(Approve));
        Assert.Same(ApiProblem.NoAnswer, result.Problem);
    }

    [Fact]
    public async Task A_post_that_never_left_changed_nothing_and_says_so()
    {
        Api.On(Approve, _ => throw ScriptedApi.Away());

        var result = await Halo.ApprovePaymentAsync(Order, Xunit.TestContext.Current.CancellationToken);

        Assert.Same(ApiProblem.Unreachable, result.Problem);
    }

    [Fact]
    public async Task A_read_is_tried_a_second_time()
    {
        var tries = 0;
        Api.On("GET /api/orders", _ => ++tries == 1 ? throw ScriptedApi.Away() : Task.FromResult(ScriptedApi.Ok(new[] { Samples.Order() })));

        var result = await Halo.ListOrdersAsync(null, false, null, null, Xunit.TestContext.Current.CancellationToken);

        Assert.Equal("0042", Assert.Single(result.Value!.Items).OrderNumber);
    }

    [Fact]
    public async Task The_words_of_a_refusal_are_the_apis_own()
    {
        Api.OnProblem(Approve, HttpStatusCode.Conflict, "Already approved a minute ago by another member of your team.");

        var result = await Halo.ApprovePaymentAsync(Order, Xunit.TestContext.Current.CancellationToken);

        Assert.Equal((ProblemKind.Conflict, "Already approved a minute ago by another member of your team."), (result.Problem!.Kind, result.Problem.Sentence));
    }

    [Fact]
    public async Task The_words_of_a_server_fault_are_not_shown()
    {
        Api.OnProblem("GET /api/overview", HttpStatusCode.InternalServerError, "NullReferenceException in Foo");

        var result = await Halo.GetOverviewAsync(Xunit.TestContext.Current.CancellationToken);

        Assert.Equal(ProblemKind.Broken, result.Problem!.Kind);
        Assert.DoesNotContain("NullReference", result.Problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decisions_of_a_page_can_be_undone()
    {
        Api.On(Approve, Samples.Order());

        await Halo.ApprovePaymentAsync(Order, Xunit.TestContext.Current.CancellationToken);

        Assert.Contains($"\"{nameof(ApprovePaymentRequest.UndoSeconds)}\":8", Api.BodyOf(Approve), StringComparison.OrdinalIgnoreCase);
    }
}
