using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>What only a person may answer is heard in every language, and everyday words are not taken for it.</summary>
public sealed class MatterTests
{
    [Theory]
    [InlineData("en", "I am sick after eating your jollof")]
    [InlineData("en", "my daughter had an allergic reaction")]
    [InlineData("en", "your food made my son very sick")]
    [InlineData("en", "this is food poisoning")]
    [InlineData("en", "I have been vomiting since yesterday")]
    [InlineData("pcm", "una food don make my pikin sick")]
    [InlineData("pcm", "my belle dey pain me since I chop una rice")]
    [InlineData("yo", "inú ń run mí lẹ́yìn tí mo jẹ oúnjẹ yín")]
    [InlineData("ha", "ina fama da ciwon ciki bayan na ci abincinku")]
    [InlineData("ig", "afọ na-eri m kemgbe m riri nri unu")]
    public void Illness_is_heard(string language, string said) => Assert.Contains(Matter.Medical, Matters(language, said));

    [Theory]
    [InlineData("en", "you will hear from my lawyer")]
    [InlineData("en", "I will sue you people")]
    [InlineData("en", "I am reporting this to consumer protection")]
    [InlineData("en", "I will call the police for you")]
    [InlineData("pcm", "I go carry una go court")]
    [InlineData("yo", "màá pè yín lẹ́jọ́")]
    [InlineData("ha", "zan kai ku kotu")]
    [InlineData("ig", "m ga-agba unu akwụkwọ")]
    public void A_threat_with_the_law_is_heard(string language, string said) => Assert.Contains(Matter.Legal, Matters(language, said));

    [Theory]
    [InlineData("en", "I want my money back")]
    [InlineData("en", "refund policy?")]
    [InlineData("en", "can I get a refund")]
    [InlineData("pcm", "return my money abeg")]
    [InlineData("yo", "ẹ dá owó mi padà")]
    [InlineData("ha", "ku mayar min da kudina")]
    [InlineData("ig", "nyeghachi m ego m")]
    public void Money_back_is_heard(string language, string said) => Assert.Contains(Matter.Refund, Matters(language, said));

    [Theory]
    [InlineData("en", "you are stupid")]
    [InlineData("en", "I am so angry with you")]
    [InlineData("pcm", "I dey vex o, thunder fire una")]
    [InlineData("yo", "inú ń bí mi gan-an")]
    [InlineData("ha", "ina jin haushi sosai")]
    [InlineData("ig", "iwe na-ewe m")]
    public void Anger_is_heard(string language, string said) => Assert.Contains(Matter.Anger, Matters(language, said));

    [Theory]
    [InlineData("en", "that jollof is sick")]
    [InlineData("en", "I am sick, please send pepper soup")]
    [InlineData("en", "my wife is pregnant and wants 2 jollof")]
    [InlineData("en", "deliver to 5 Court Road, near the police station")]
    [InlineData("en", "call me when you reach the police station")]
    [InlineData("en", "bring it to the general hospital gate")]
    [InlineData("en", "I will send the money now")]
    [InlineData("en", "please confirm my payment now")]
    [InlineData("en", "2 goat meat")]
    [InlineData("en", "this jollof is wicked, one more")]
    [InlineData("pcm", "no vex, I wan 2 jollof")]
    [InlineData("pcm", "I go pay the money now")]
    [InlineData("pcm", "carry am go teaching hospital gate")]
    [InlineData("yo", "ẹ gbé oúnjẹ wá sí ilé ìwòsàn")]
    [InlineData("yo", "mo fẹ́ jollof ogún")]
    [InlineData("ha", "a kai abinci asibiti")]
    [InlineData("ha", "kusa da kotu")]
    [InlineData("ha", "zan dawo in biya kudi")]
    [InlineData("ha", "ina son kudin shinkafa")]
    [InlineData("ig", "weta nri n'ulo ogwu")]
    [InlineData("ig", "achọrọ m anụ ewu")]
    [InlineData("ig", "akwụọla m ego")]
    public void Everyday_words_are_no_such_matter(string language, string said) => Assert.Empty(Matters(language, said));

    [Fact]
    public void The_gravest_comes_first() =>
        Assert.Equal([Matter.Medical, Matter.Legal, Matter.Refund], Matters("en", "refund me or I call the police, I am vomiting"));

    [Fact]
    public void Goods_named_in_such_a_matter_are_not_ordered() => Assert.Empty(Hear("en", "I am sick after eating 2 jollof").Lines);

    private static IReadOnlyList<Matter> Matters(string language, string said) => Hear(language, said).Matters;

    private static Heard Hear(string language, string said) => new Listener(language, Shops.Kitchen, Shops.Areas).Hear(said);
}
