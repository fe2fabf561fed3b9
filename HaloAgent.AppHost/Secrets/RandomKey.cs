using System.Security.Cryptography;
using Aspire.Hosting.Publishing;

namespace HaloAgent.AppHost.Secrets;

/// <summary>32 random bytes in base64. Aspire's own generator makes passwords, which are not keys.</summary>
internal sealed class RandomKey : ParameterDefault
{
    public override string GetDefaultValue() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public override void WriteToManifest(ManifestPublishingContext context) =>
        throw new NotSupportedException("Keys are generated in run mode only; a deployment is asked for its own.");
}
