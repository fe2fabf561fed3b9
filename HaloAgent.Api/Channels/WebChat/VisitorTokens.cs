using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using HaloAgent.Api.Auth;
using HaloAgent.Data;

namespace HaloAgent.Api.Channels.WebChat;

/// <summary>Somebody who chats on a shop's page. The id is random; it says nothing about the person.</summary>
internal sealed record Visitor(string Id, string Slug);

/// <summary>
/// The token that a visitor's browser keeps: <c>{id}.{hmac over shop and id}</c>. Nothing is stored for a visitor who never
/// writes, and a token of one shop opens no chat of another.
/// </summary>
internal sealed class VisitorTokens(SecurityKeys keys)
{
    public const string Header = "X-Halo-Visitor";
    private const int IdLength = 22;
    private readonly byte[] key = DerivedKey.For(keys, "visitor-token");

    public string Create(string slug)
    {
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        return $"{id}.{Signature(slug, id)}";
    }

    /// <summary>The visitor of the header and of the address's <c>slug</c>, or null when there is no genuine token for that shop.</summary>
    public Visitor? Read(HttpContext context) =>
        context.Request.RouteValues["slug"] is string slug ? Read(slug, context.Request.Headers[Header].ToString()) : null;

    public Visitor? Read(string slug, string token)
    {
        if (token.Length < IdLength + 2 || token[IdLength] != '.')
        {
            return null;
        }

        var (id, signature) = (token[..IdLength], token[(IdLength + 1)..]);
        var genuine = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Signature(slug, id)));
        return genuine ? new Visitor(id, slug) : null;
    }

    private string Signature(string slug, string id) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{slug}\n{id}")));
}
