using HaloAgent.Payments;
using Xunit;
using TypedReference = HaloAgent.Payments.TypedReference;

namespace HaloAgent.UnitTests.Payments;

public sealed class PaymentReferenceTests
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTWXYZ";

    public static TheoryData<string> References => [.. Enumerable.Range(0, 25).Select(_ => PaymentReference.New())];

    [Theory]
    [MemberData(nameof(References))]
    public void A_reference_is_read_however_it_is_typed(string reference)
    {
        Assert.Matches("^HA-[2-9A-HJKMNP-TW-Z]{4}-[2-9A-HJKMNP-TW-Z]{4}$", reference);
        var bare = reference["HA-".Length..];
        foreach (var typed in new[] { reference, reference.ToLowerInvariant(), reference.Replace('-', ' '), bare, bare.Replace("-", "", StringComparison.Ordinal), $" {reference}. " })
        {
            Assert.Equal(new TypedReference(reference, LooksMistyped: false), PaymentReference.Read(typed));
        }
    }

    [Theory]
    [MemberData(nameof(References))]
    public void Every_single_wrong_character_is_recognised(string reference)
    {
        for (var i = 3; i < reference.Length; i++)
        {
            foreach (var wrong in Alphabet.Where(c => reference[i] != '-' && c != reference[i]))
            {
                Assert.Equal(new TypedReference(null, LooksMistyped: true), PaymentReference.Read(reference[..i] + wrong + reference[(i + 1)..]));
            }
        }
    }

    [Theory]
    [MemberData(nameof(References))]
    public void Every_swap_of_two_neighbours_is_recognised(string reference)
    {
        var letters = reference.Replace("-", "", StringComparison.Ordinal)[2..].ToCharArray();
        for (var i = 0; i + 1 < letters.Length; i++)
        {
            if (letters[i] == letters[i + 1])
            {
                continue;
            }

            var swapped = letters.ToArray();
            (swapped[i], swapped[i + 1]) = (swapped[i + 1], swapped[i]);
            Assert.True(PaymentReference.Read(new string(swapped)).LooksMistyped, $"{new string(swapped)} for {reference}");
        }
    }

    [Theory]
    [InlineData("HA-7F3K-9M2")]
    [InlineData("HA-7F3K-9M2XX")]
    [InlineData("HA-7F3K-9M0X")]
    [InlineData("7f3kl9m2")]
    public void Something_in_the_shape_of_a_reference_looks_mistyped(string typed) =>
        Assert.Equal(new TypedReference(null, LooksMistyped: true), PaymentReference.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("I paid")]
    [InlineData("0123456789012")]
    [InlineData("₦12,800 from GTBank")]
    public void Other_words_are_no_reference(string typed) =>
        Assert.Equal(new TypedReference(null, LooksMistyped: false), PaymentReference.Read(typed));
}
