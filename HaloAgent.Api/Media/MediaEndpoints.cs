using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using HaloAgent.Api.Auth;
using HaloAgent.Api.Http;
using HaloAgent.Catalog;
using HaloAgent.Media;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace HaloAgent.Api.Media;

/// <summary>Files go out as what their bytes are, and nothing in them is run: neither a script in a PDF nor a page that calls itself a picture.</summary>
internal static class MediaEndpoints
{
    public static void AddMedia(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<ProductPictures>();

    public static void MapMedia(this IEndpointRouteBuilder api)
    {
        api.MapGet("/media/{id:guid}", ReadFileAsync).WithTags("Media");
        api.MapGet("/public/images/{id:guid}", ReadPictureAsync).WithTags("Public").AllowAnonymous();
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ReadFileAsync(
        Guid id, SignedInMember member, HttpContext context, ReadMedia read, CancellationToken stop)
    {
        var file = await read.HandleAsync(member.BusinessId, id, stop);
        if (!file.Succeeded)
        {
            return file.Failure.ToProblem();
        }

        Guard(context.Response, "private, max-age=3600");
        return TypedResults.File(file.Value.Bytes, file.Value.ContentType, FileType.NameToSaveAs(file.Value.ContentType), entityTag: Tag(Base64Url.EncodeToString(file.Value.Sha256)));
    }

    /// <summary>An edited picture gets another id, so this one never changes.</summary>
    /// <param name="w">Pixels: a wider picture is made about that narrow, in its own format; never narrower than asked.</param>
    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ReadPictureAsync(
        Guid id, HttpContext context, ProductPictures pictures, ReadProductPicture read, CancellationToken stop,
        [Range(1, ProductPictures.Widest)] int? w = null)
    {
        var image = await pictures.ReadAsync(async cancel => (await read.HandleAsync(id, cancel)).Map(original => new Picture(original.Bytes, original.ContentType)), id, w, stop);
        if (!image.Succeeded)
        {
            if (image.Failure.Kind == FailureKind.Busy) context.Response.Headers.RetryAfter = "1";
            return image.Failure.ToProblem();
        }

        Guard(context.Response, "public, max-age=31536000, immutable");
        return TypedResults.File(image.Value.Bytes, image.Value.ContentType, entityTag: Tag(w is { } pixels ? $"{id:N}-{ProductPictures.RoundUp(pixels)}" : id.ToString("N")));
    }

    private static void Guard(HttpResponse response, string cacheControl)
    {
        response.Headers.CacheControl = cacheControl;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
    }

    private static EntityTagHeaderValue Tag(string value) => new($"\"{value}\"");
}
