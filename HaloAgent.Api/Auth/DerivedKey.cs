using System.Security.Cryptography;
using System.Text;
using HaloAgent.Data;

namespace HaloAgent.Api.Auth;

/// <summary>One key a purpose out of <c>Security:TokenKey</c>: a token made for one purpose is worth nothing for another.</summary>
internal static class DerivedKey
{
    public static byte[] For(SecurityKeys keys, string purpose) => HMACSHA256.HashData(keys.TokenKey, Encoding.UTF8.GetBytes(purpose));
}
