using System.ComponentModel.DataAnnotations;
using HaloAgent.Api.Auth;
using HaloAgent.Api.Http;
using HaloAgent.Catalog;
using HaloAgent.Contracts.Catalog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaloAgent.Api.Catalog;

using ProductAnswer = Results<Ok<ProductView>, ProblemHttpResult>;

internal static class ProductEndpoints
{
    public static void MapProducts(this IEndpointRouteBuilder api)
    {
        var products = api.MapGroup("/products").WithTags("Products");
        products.MapGet("/", ListAsync);
        products.MapGet("/{id:guid}", ReadAsync);
        products.MapPost("/", AddAsync);
        products.MapPut("/{id:guid}", SaveAsync);
        products.MapDelete("/{id:guid}", PutAwayAsync).RequireAuthorization(AuthServices.OwnersOnly);
        products.MapGet("/synonyms", ReadSynonymsAsync);
        products.MapPut("/synonyms", SaveSynonymsAsync);
        products.MapPost("/{id:guid}/image", ShowPictureAsync)
            .DisableAntiforgery()
            .WithMetadata(UploadedFile.Within(ShowProductPicture.MaxBytes));
    }

    private static async Task<Results<Ok<IReadOnlyList<ProductView>>, ProblemHttpResult>> ListAsync(
        SignedInMember member, HttpContext context, ListProducts list, CancellationToken stop,
        [Range(1, PageAnswers.MaxLimit)] int limit = 100, string? cursor = null) =>
        (await list.HandleAsync(member.BusinessId, limit, cursor, stop)).ToAnswer(context);

    private static async Task<ProductAnswer> ReadAsync(Guid id, SignedInMember member, ReadProduct read, CancellationToken stop) =>
        (await read.HandleAsync(member.BusinessId, id, stop)).ToAnswer();

    private static async Task<Results<Created<ProductView>, ProblemHttpResult>> AddAsync(
        SaveProductRequest request, SignedInMember member, SaveProduct save, CancellationToken stop)
    {
        var saved = await save.HandleAsync(member.BusinessId, request, member.Actor, stop);
        return saved.Succeeded ? TypedResults.Created($"/api/products/{saved.Value.Id}", saved.Value) : saved.Failure.ToProblem();
    }

    private static async Task<ProductAnswer> SaveAsync(Guid id, SaveProductRequest request, SignedInMember member, SaveProduct save, CancellationToken stop) =>
        (await save.HandleAsync(member.BusinessId, id, request, member.Actor, stop)).ToAnswer();

    private static async Task<Results<NoContent, ProblemHttpResult>> PutAwayAsync(
        Guid id, SignedInMember member, PutProductAway putAway, CancellationToken stop) =>
        (await putAway.HandleAsync(member.BusinessId, id, member.Actor, stop)).ToNoContent();

    private static async Task<Ok<SynonymsView>> ReadSynonymsAsync(SignedInMember member, ReadSynonyms read, CancellationToken stop) =>
        TypedResults.Ok(await read.HandleAsync(member.BusinessId, stop));

    private static async Task<Results<Ok<SynonymsView>, ProblemHttpResult>> SaveSynonymsAsync(
        SaveSynonymsRequest request, SignedInMember member, SaveSynonyms save, CancellationToken stop) =>
        (await save.HandleAsync(member.BusinessId, request, member.Actor, stop)).ToAnswer();

    private static async Task<ProductAnswer> ShowPictureAsync(
        Guid id, IFormFile? file, SignedInMember member, ReadProduct read, ShowProductPicture show, CancellationToken stop)
    {
        var bytes = await UploadedFile.ReadAsync(file, ShowProductPicture.MaxBytes, stop);
        if (!bytes.Succeeded)
        {
            return (await read.HandleAsync(member.BusinessId, id, stop)).Succeeded ? bytes.Failure.ToProblem() : ProductFailures.NoSuchProduct.ToProblem();
        }

        return (await show.HandleAsync(member.BusinessId, id, bytes.Value, member.Actor, stop)).ToAnswer();
    }
}
