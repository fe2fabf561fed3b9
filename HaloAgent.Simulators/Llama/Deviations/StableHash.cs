using System.Security.Cryptography;
using System.Text;

namespace HaloAgent.Simulators.Llama.Deviations;

/// <summary>A seed that is the same in every process, which <see cref="string.GetHashCode()"/> is not.</summary>
internal static class StableHash
{
    public static int Of(int seed, string text) => BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{text}")));
}
