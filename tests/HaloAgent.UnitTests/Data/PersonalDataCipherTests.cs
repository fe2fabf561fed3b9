using System.Security.Cryptography;
using HaloAgent.Data;
using Xunit;

namespace HaloAgent.UnitTests.Data;

public sealed class PersonalDataCipherTests
{
    private static readonly SecurityKeys Keys = new(new Dictionary<byte, byte[]> { [1] = new byte[32] }, 1, new byte[32], new byte[32]);

    [Fact]
    public void What_many_threads_seal_at_once_can_be_opened_again()
    {
        var cipher = new PersonalDataCipher(Keys);

        Parallel.For(0, 20_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            Assert.Equal($"message {i}", cipher.DecryptText(cipher.Encrypt($"message {i}"))));
    }

    [Fact]
    public void No_nonce_is_ever_used_twice()
    {
        var cipher = new PersonalDataCipher(Keys);
        var nonces = new System.Collections.Concurrent.ConcurrentBag<string>();

        Parallel.For(0, 20_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => nonces.Add(Convert.ToHexString(cipher.Encrypt("the same").AsSpan(2, 12))));

        Assert.Equal(20_000, nonces.Distinct().Count());
    }

    [Fact]
    public void A_changed_byte_is_noticed()
    {
        var cipher = new PersonalDataCipher(Keys);
        var stored = cipher.Encrypt("0803 123 4567");
        stored[^1] ^= 1;

        Assert.ThrowsAny<CryptographicException>(() => cipher.DecryptText(stored));
    }

    [Fact]
    public void What_an_old_key_sealed_is_opened_by_its_name()
    {
        var old = new PersonalDataCipher(Keys).Encrypt("jollof");
        var rotated = new PersonalDataCipher(Keys with { DataKeys = new Dictionary<byte, byte[]> { [1] = new byte[32], [2] = [.. Enumerable.Repeat((byte)7, 32)] }, CurrentDataKey = 2 });

        Assert.Equal("jollof", rotated.DecryptText(old));
        Assert.Equal(2, rotated.Encrypt("zobo")[1]);
    }
}
