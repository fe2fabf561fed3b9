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
    [InlineData("en", "the suya gave my son running stomach")]
    [InlineData("en", "my child has been stooling since we ate your food")]
    [InlineData("en", "the egusi scattered my tummy")]
    [InlineData("en", "my daughter is on drip because of your food")]
    [InlineData("en", "I have been going to the toilet all night since that suya")]
    [InlineData("pcm", "una rice don run my belle")]
    [InlineData("pcm", "since I chop una food I don dey toilet tire")]
    [InlineData("pcm", "una food don spoil my stomach")]
    [InlineData("yo", "ounje yin ti ba mi ninu je")]
    [InlineData("yo", "oúnjẹ yín ti bà mí nínú jẹ́")]
    [InlineData("yo", "inú ọmọ mi ń run lẹ́yìn tó jẹ oúnjẹ yín")]
    [InlineData("ha", "abincinku ya bata min ciki")]
    [InlineData("ha", "abincinku ya ɓata mini ciki")]
    [InlineData("ha", "ina ta zawo tun da na ci abincinku")]
    [InlineData("ig", "nri unu mere m ka m gbọọ")]
    [InlineData("ig", "nri unu mere m ka m gboo")]
    [InlineData("ig", "nwa m na-agbọ agbọ")]
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
    [InlineData("en", "can I get my cash returned")]
    [InlineData("en", "please reverse my payment")]
    [InlineData("pcm", "abeg return my cash")]
    [InlineData("pcm", "I wan collect my money back")]
    [InlineData("yo", "e fun mi ni owo mi pada")]
    [InlineData("ha", "ina so a dawo min da kudina")]
    [InlineData("ig", "nyeghachi m cash m")]
    public void Money_back_is_heard(string language, string said) => Assert.Contains(Matter.Refund, Matters(language, said));

    [Theory]
    [InlineData("en", "you are stupid")]
    [InlineData("en", "I am so angry with you")]
    [InlineData("pcm", "I dey vex o, thunder fire una")]
    [InlineData("yo", "inú ń bí mi gan-an")]
    [InlineData("ha", "ina jin haushi sosai")]
    [InlineData("ig", "iwe na-ewe m")]
    [InlineData("en", "your service is the worst")]
    [InlineData("en", "I will post this on Twitter")]
    [InlineData("en", "I am going to post this on Facebook")]
    [InlineData("en", "you people are not serious")]
    [InlineData("en", "are you people mad?")]
    [InlineData("en", "I will tell everybody not to buy from you")]
    [InlineData("pcm", "una no serious at all")]
    [InlineData("pcm", "I go drag una for twitter")]
    [InlineData("pcm", "you people dey play with me")]
    [InlineData("pcm", "una service na rubbish")]
    [InlineData("yo", "e o serious rara")]
    [InlineData("yo", "iṣẹ́ yín burú jù")]
    [InlineData("yo", "mo máa post ẹ̀ sí twitter")]
    [InlineData("yo", "ẹ ń fi àkókò mi ṣòfò")]
    [InlineData("ha", "ba ku da mutunci")]
    [InlineData("ha", "kun ɓata min rai sosai")]
    [InlineData("ha", "zan wallafa wannan a Twitter")]
    [InlineData("ha", "sabis dinku ya yi muni")]
    [InlineData("ig", "unu adịghị serious")]
    [InlineData("ig", "aga m post ya na twitter")]
    [InlineData("ig", "ọrụ unu kacha njọ")]
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
    [InlineData("pcm", "my belle dey hungry")]
    [InlineData("pcm", "my belle don full, thank you")]
    [InlineData("pcm", "una jollof sweet my belle die")]
    [InlineData("pcm", "I dey serious, send 2 jollof")]
    [InlineData("pcm", "my pikin go chop am well, add 1 meat pie")]
    [InlineData("pcm", "una no dey play, food sweet die")]
    [InlineData("en", "I need it for my baby's naming")]
    [InlineData("en", "my baby wants 2 jollof")]
    [InlineData("en", "2 jollof without pepper, I have an ulcer")]
    [InlineData("en", "my mum is diabetic. How much is delivery to Yaba?")]
    [InlineData("en", "this soup is to die for")]
    [InlineData("en", "no serious problem")]
    [InlineData("en", "are you serious? 3500")]
    [InlineData("en", "my boss is serious, send 2 jollof")]
    [InlineData("en", "I am running late, 2 jollof please")]
    [InlineData("en", "I saw your post on Instagram, do you still have jollof")]
    [InlineData("en", "will you post it on Instagram")]
    [InlineData("en", "2 jollof for my friends")]
    [InlineData("en", "the best food I have had, not the worst")]
    [InlineData("yo", "inu mi dun gan")]
    [InlineData("yo", "mo fe jollof meji fun aboyun iyawo mi")]
    [InlineData("yo", "ẹ jẹ́ kí ọmọ mi wá gbà á")]
    [InlineData("ha", "ciki ya cika, na gode")]
    [InlineData("ha", "mai ciki tana son jollof biyu")]
    [InlineData("ig", "afọ na-agụ m")]
    [InlineData("ig", "afọ juru m")]
    [InlineData("ig", "nwunye m dị ime chọrọ jollof abụọ")]
    public void Everyday_words_are_no_such_matter(string language, string said) => Assert.Empty(Matters(language, said));

    [Theory]
    [InlineData("en", "which of them is good for somebody with an ulcer?")]
    [InlineData("en", "is this okay for my ulcer")]
    [InlineData("en", "I am diabetic, what can I eat here")]
    [InlineData("en", "I am diabetic. What can I eat here?")]
    [InlineData("en", "I have high blood pressure, is the suya salty?")]
    [InlineData("en", "is it ok for a pregnant woman?")]
    [InlineData("en", "is the jollof good for a pregnant woman?")]
    [InlineData("en", "can my 6 months old baby take the zobo?")]
    [InlineData("en", "do you have sugar free zobo for my diabetic dad")]
    [InlineData("pcm", "e good for person wey get ulcer?")]
    [InlineData("pcm", "I get ulcer, wetin I fit chop?")]
    [InlineData("pcm", "woman wey get belle fit chop una jollof?")]
    [InlineData("pcm", "bp patient fit take zobo?")]
    [InlineData("yo", "ṣé ó dára fún ẹni tó ní ulcer?")]
    [InlineData("yo", "mo ní ẹ̀jẹ̀ ríru, ṣé iyọ̀ pọ̀ nínú suya?")]
    [InlineData("yo", "se aboyun le mu zobo?")]
    [InlineData("yo", "ọmọ oṣù mẹ́fà lè mu zobo?")]
    [InlineData("ha", "mai ciwon sukari zai iya ci?")]
    [InlineData("ha", "ina da hawan jini, suya yana da gishiri?")]
    [InlineData("ha", "mai ciki za ta iya shan zobo?")]
    [InlineData("ha", "jaririna zai iya shan zobo?")]
    [InlineData("ig", "enwere m ọnya afọ, gịnị ka m ga-eri?")]
    [InlineData("ig", "nwaanyị dị ime ọ nwere ike ịṅụ zobo?")]
    [InlineData("ig", "nwa ọnwa isii ọ nwere ike ịṅụ zobo?")]
    public void What_is_good_for_the_ill_is_for_a_person(string language, string said) => Assert.Contains(Matter.Medical, Matters(language, said));

    [Theory]
    [InlineData("en", "I see cockroach inside the rice")]
    [InlineData("en", "found a stone inside the rice")]
    [InlineData("en", "hair in my food")]
    [InlineData("en", "there is an insect in the soup")]
    [InlineData("pcm", "I see cockroach inside the rice")]
    [InlineData("pcm", "fly dey my soup")]
    [InlineData("pcm", "I see hair for the jollof")]
    [InlineData("yo", "mo rí aáyán nínú ìrẹsì yín")]
    [InlineData("yo", "mo ri irun ninu ounje mi")]
    [InlineData("ha", "na ga kyankyaso a cikin shinkafa")]
    [InlineData("ha", "akwai gashi a cikin abincin")]
    [InlineData("ig", "ahụrụ m ọchịcha n'ime nri")]
    [InlineData("ig", "e nwere ntutu n'ime nri m")]
    public void What_was_found_in_the_food_is_a_complaint_and_orders_nothing(string language, string said)
    {
        var heard = Hear(language, said);

        Assert.True(heard.Has(Intent.Complaint));
        Assert.Empty(heard.Lines);
    }

    [Theory]
    [InlineData("baby girl gown")]
    [InlineData("pregnant woman gown size 12")]
    [InlineData("is the ankara gown okay for a pregnant woman?")]
    [InlineData("I need it for my baby's naming")]
    [InlineData("do you have a gown with stones in size 10")]
    public void What_is_worn_is_no_matter_of_health(string said)
    {
        var heard = Shops.FashionListener.Hear(said);

        Assert.Empty(heard.Matters);
        Assert.False(heard.Has(Intent.Complaint));
    }

    [Fact]
    public void The_gravest_comes_first() =>
        Assert.Equal([Matter.Medical, Matter.Legal, Matter.Refund], Matters("en", "refund me or I call the police, I am vomiting"));

    [Fact]
    public void Goods_named_in_such_a_matter_are_not_ordered() => Assert.Empty(Hear("en", "I am sick after eating 2 jollof").Lines);

    private static IReadOnlyList<Matter> Matters(string language, string said) => Hear(language, said).Matters;

    private static Heard Hear(string language, string said) => new Listener(language, Shops.Kitchen, Shops.Areas).Hear(said);
}
