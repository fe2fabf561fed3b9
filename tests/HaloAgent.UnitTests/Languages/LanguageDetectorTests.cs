using System.Globalization;
using System.Text;
using HaloAgent.Languages;
using Xunit;

namespace HaloAgent.UnitTests.Languages;

public sealed class LanguageDetectorTests(ITestOutputHelper output)
{
    private static readonly string[] Five = ["en", "pcm", "yo", "ha", "ig"];

    [Fact]
    public void Nine_of_ten_short_lines_in_each_of_the_five_languages_are_recognised()
    {
        var lines = Lines("detection.tsv");
        Assert.All(Five, code => Assert.True(lines.Count(line => line.Language == code) >= 60));
        var confusion = Confusion(lines);
        Assert.All(Five, code => Assert.InRange(confusion.Right(code), 0.9, 1));
    }

    [Fact]
    public void The_lines_the_cues_were_weighed_with_stay_recognised()
    {
        var confusion = Confusion(Lines("detection-tuning.tsv"));
        Assert.All(Five, code => Assert.InRange(confusion.Right(code), 0.85, 1));
    }

    [Theory]
    [InlineData("Mo fe ra two packs of jollof", "yo")]
    [InlineData("Biko send account number", "ig")]
    [InlineData("Ina so a kawo min 2 shawarma", "ha")]
    [InlineData("abegggg send the menu", "pcm")]
    [InlineData("  wetin   una\n\n dey sell  ", "pcm")]
    [InlineData("Ẹ jọ̀ọ́, send account number", "yo")]
    [InlineData("Ẹ̀ jọ̀ọ́, e fi menu ránṣẹ́", "yo")]
    public void A_mixed_line_has_the_language_of_its_frame(string line, string language) => Assert.Equal(language, LanguageDetector.Detect(line).Language);

    [Theory]
    [InlineData("pcm", "yes joor", "pcm")]
    [InlineData("pcm", "yes o, na correct", "pcm")]
    [InlineData("en", "call me when you reach", "en")]
    [InlineData("pcm", "mo fe jollof meji, e gbe wa", "yo")]
    [InlineData("en", "ina son jollof biyu", "ha")]
    public void A_few_stray_words_turn_nobody_and_a_sentence_does(string before, string line, string language) => Assert.Equal(language, LanguageDetector.Detect(line, before).Language);

    [Theory]
    [InlineData("2")]
    [InlineData("ok")]
    [InlineData("menu")]
    [InlineData("jollof rice")]
    [InlineData("yes")]
    [InlineData("thank you")]
    [InlineData("Adewale Chukwuma")]
    [InlineData("HA-7NDI-2WEY")]
    [InlineData("HA-DEYW-UNAX")]
    [InlineData("👍")]
    [InlineData("")]
    public void A_few_words_that_all_use_carry_no_language(string line)
    {
        Assert.Equal("yo", LanguageDetector.Detect(line, "yo").Language);
        Assert.Equal("ha", LanguageDetector.Detect(line, "ha").Language);
    }

    [Theory]
    [InlineData("yo", "Yes ma, o correct")]
    [InlineData("yo", "ehen")]
    [InlineData("pcm", "address na 27 Ada George road, Port Harcourt")]
    [InlineData("ig", "yes o, sharp")]
    public void A_short_line_of_words_that_all_use_turns_nobody(string last, string line) => Assert.Equal(last, LanguageDetector.Detect(line, last).Language);

    [Fact]
    public void Three_letters_that_nobody_knows_are_no_language() => Assert.Equal("en", LanguageDetector.Detect("xup").Language);

    [Theory]
    [InlineData("yo", "How much is the delivery to Ikeja?", "en")]
    [InlineData("en", "abeg wetin una get today", "pcm")]
    [InlineData("pcm", "mo ti sanwo o", "yo")]
    [InlineData("ig", "send account number", "ig")]
    public void A_whole_sentence_switches_and_a_stray_word_does_not(string last, string line, string language) =>
        Assert.Equal(language, LanguageDetector.Detect(line, last).Language);

    [Theory]
    [InlineData("please speak English", "en")]
    [InlineData("I don't understand Yoruba", "en")]
    [InlineData("a yi min da Hausa", "ha")]
    [InlineData("e so Yoruba", "yo")]
    [InlineData("in Yoruba, what do you have", "yo")]
    [InlineData("reply in Hausa sir", "ha")]
    [InlineData("za ku iya magana da Hausa don Allah", "ha")]
    [InlineData("kwuo ya na Igbo biko", "ig")]
    [InlineData("talk to me in English abeg", "en")]
    [InlineData("biko, asu Igbo", "ig")]
    [InlineData("abeg talk pidgin", "pcm")]
    [InlineData("Sorry, I don't write Yoruba very well. I want to buy two beaded necklaces please", "en")]
    [InlineData("my wife is taking over the phone now and she does not hear it at all, can you please reply in English", "en")]
    public void A_language_can_be_asked_for(string line, string language)
    {
        var guess = LanguageDetector.Detect(line, "en");
        Assert.Equal((language, true), (guess.Language, guess.Asked));
    }

    [Theory]
    [InlineData("I saw your page yesterday, my sister showed me, and I want 2 ankara gowns and one head wrap for Saturday please")]
    [InlineData("the teacher who marked the book that my son wrote in English is coming to eat with us on Saturday evening")]
    public void A_long_message_that_asks_for_no_language_in_any_part_asks_for_none(string line) => Assert.False(LanguageDetector.Detect(line, "pcm").Asked);

    [Theory]
    [InlineData("Hello, my address is 12 Herbert Macaulay Way Yaba, I want hausa cap for my dad, and how much is delivery please")]
    [InlineData("Good afternoon, I want 2 beaded necklaces for Igbo traditional wedding next month, and please how much is delivery to Yaba")]
    [InlineData("2 gowns for Yoruba engagement next week, and please how much is delivery to Yaba if I pay now")]
    [InlineData("I want Igbo style isiagu for my husband and 2 beaded necklaces, please how much is delivery to Lekki")]
    [InlineData("I want hausa cap")]
    [InlineData("2 gowns for Yoruba engagement")]
    [InlineData("do you use Igbo fabric")]
    [InlineData("mo fẹ́ fìlà Hausa kan àti fìlà Yorùbá méjì")]
    [InlineData("ina son hular Hausa da ta Yoruba guda biyu")]
    [InlineData("achọrọ m okpu Hausa abụọ na okpu Igbo atọ")]
    [InlineData("abeg I want that Hausa cap wey dey your status, two of am")]
    public void Who_only_mentions_a_language_asks_for_none(string line) => Assert.False(LanguageDetector.Detect(line, "en").Asked);

    [Fact]
    public void A_long_message_that_asks_for_a_language_is_still_read_in_its_own()
    {
        var guess = LanguageDetector.Detect("Ẹ káàárọ̀, mo fẹ́ jollof méjì àti malt kan, ẹ gbé e wá sí 12 Allen Avenue Ikeja, ẹ jọ̀ọ́ speak English", "yo");

        Assert.Equal(("en", true, "yo"), (guess.Language, guess.Asked, guess.Written));
    }

    [Fact]
    public void A_very_long_message_costs_no_more_than_its_beginning() =>
        Assert.Equal("pcm", LanguageDetector.Detect(string.Concat(Enumerable.Repeat("wetin una dey sell ", 20_000))).Language);

    private ConfusionTable Confusion(IReadOnlyList<(string Text, string Language)> lines)
    {
        var table = new ConfusionTable();
        foreach (var (text, language) in lines)
        {
            var guess = LanguageDetector.Detect(text).Language;
            table.Add(language, guess);
            if (guess != language) output.WriteLine($"{language} taken for {guess}: {text}");
        }

        output.WriteLine(table.ToString());
        return table;
    }

    private static IReadOnlyList<(string Text, string Language)> Lines(string file) =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Languages", file)).Where(line => line.Length > 0)
            .Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1])),
    ];

    private sealed class ConfusionTable
    {
        private readonly Dictionary<(string Said, string Heard), int> counts = [];

        public void Add(string said, string heard) => counts[(said, heard)] = counts.GetValueOrDefault((said, heard)) + 1;

        public double Right(string code) => counts.GetValueOrDefault((code, code)) / (double)counts.Where(entry => entry.Key.Said == code).Sum(entry => entry.Value);

        public override string ToString()
        {
            var table = new StringBuilder();
            foreach (var said in Five) table.AppendLine(CultureInfo.InvariantCulture, $"{said,4}: {string.Join(' ', Five.Select(heard => $"{heard} {counts.GetValueOrDefault((said, heard)),3}"))}  {Right(said):P1}");
            return table.ToString();
        }
    }
}
