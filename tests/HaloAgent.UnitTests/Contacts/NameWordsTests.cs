using HaloAgent.Contacts;
using HaloAgent.Data;
using Xunit;

namespace HaloAgent.UnitTests.Contacts;

public sealed class NameWordsTests
{
    private static readonly BlindIndex Index = new(new SecurityKeys(new Dictionary<byte, byte[]> { [1] = new byte[32] }, 1, new byte[32], new byte[32]));
    private static readonly Guid Shop = Guid.CreateVersion7();

    [Theory]
    [InlineData("Adaọra Òkonkwo", "adaora")]
    [InlineData("Adaọra Òkonkwo", "OKONKWO ada")]
    [InlineData("Ɓala Ɗan-Ladi", "bala ladi")]
    [InlineData("O'Neil", "neil")]
    [InlineData("Oluwaseunfunmilayo", "oluwaseunfunmilayo")]
    [InlineData("Bo", "bo")]
    public void A_name_is_found_by_its_words_and_their_beginnings(string name, string search) => Assert.True(Finds(name, search, Shop));

    [Theory]
    [InlineData("Adaọra Òkonkwo", "dao")]
    [InlineData("Adaọra Òkonkwo", "ada bola")]
    [InlineData("Adaọra", "ad")]
    public void And_by_nothing_else(string name, string search) => Assert.False(Finds(name, search, Shop));

    [Fact]
    public void The_same_name_looks_different_in_another_shop() => Assert.False(Finds("Ada", "ada", Guid.CreateVersion7()));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\0 \ud800 👩🏾‍🍳 --")]
    public void Text_without_a_word_finds_nothing_and_breaks_nothing(string? text) => Assert.Empty(NameWords.ToFind(text, Index, Shop));

    private static bool Finds(string name, string search, Guid searchedIn)
    {
        var stored = NameWords.ToStore(name, Index, Shop);
        return NameWords.ToFind(search, Index, searchedIn).All(stored.Contains);
    }
}
