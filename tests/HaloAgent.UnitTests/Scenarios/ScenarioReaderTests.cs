using HaloAgent.Evals.Format;
using Xunit;

namespace HaloAgent.UnitTests.Scenarios;

public sealed class ScenarioReaderTests
{
    private const string Good = """
        Shop: halo-kitchen
        language: PCM
        Category: ordering
        About: Two plates

        # what they write
        Customer: abeg
        + 2 jollof
        + picture: this one
        Owner sets stock: 3 moi moi
        Customer confirms: yes

        Expect
          Order
            2 x jollof
            1 Puff-puff (10 pieces)
            delivery: Opebi
            address: 12 Allen
            total: ₦9,300
            status: pending payment or paid
          escalation: none
          language: pcm or en
        Never say
          50% | half
        Must say
          /₦9,?300/
        """;

    [Fact]
    public void Everything_that_is_written_is_read()
    {
        var scenario = Read(Good);

        Assert.Equal(("pcm", "ordering", "halo-kitchen"), (scenario.Language, scenario.Category, scenario.Shop.Slug));
        var first = Assert.IsType<CustomerStep>(scenario.Steps[0]);
        Assert.Equal([BubbleKind.Text, BubbleKind.Text, BubbleKind.Picture], first.Bubbles.Select(bubble => bubble.Kind));
        Assert.Equal(OwnerAction.SetsStock, Assert.IsType<OwnerStep>(scenario.Steps[1]).Action);
        Assert.True(Assert.IsType<CustomerStep>(scenario.Steps[2]).Confirms);
        var order = Assert.Single(scenario.Expected.Orders);
        Assert.Equal(["2 Jollof rice & chicken", "1 Puff-puff (10 pieces)"], order.Lines.Select(line => line.ToString()));
        Assert.Equal((false, "Ikeja", Money.FromNaira(9300)), (order.Pickup, order.Area, order.Total));
        Assert.Equal(["pending_payment", "paid"], order.Statuses);
        Assert.Empty(scenario.Expected.Escalation!);
        Assert.Equal(["pcm", "en"], scenario.Expected.Languages);
    }

    [Fact]
    public void Without_a_word_about_it_no_order_is_expected_and_the_language_stays() =>
        Assert.True(Read(Good[..Good.IndexOf("  Order", StringComparison.Ordinal)]).Expected is { Orders.Count: 0, Languages: ["pcm"], Escalation: null });

    [Theory]
    [InlineData("2 x jollof", "2 x pizza", "x.txt:15: halo-kitchen sells no \"pizza\"")]
    [InlineData("delivery: Opebi", "delivery: Kano", "x.txt:17: halo-kitchen has no delivery area \"Kano\"")]
    [InlineData("Customer: abeg", "Custommer: abeg", "x.txt:7: \"Custommer: abeg\" is not understood")]
    [InlineData("Customer: abeg", "Customer whispers: abeg", "x.txt:7: \"Customer whispers\" is not understood; there are: customer")]
    [InlineData("Category: ordering", "Category: eating", "x.txt:1: Category is \"eating\", it has to be one of: ordering")]
    [InlineData("escalation: none", "escalation: love", "x.txt:21: \"love\" is no reason")]
    [InlineData("paid", "posted", "x.txt:20: \"posted\" is no status")]
    public void A_mistake_names_file_and_line(string right, string wrong, string told)
    {
        var mistake = Assert.Throws<ScenarioFormatException>(() => Read(Good.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.StartsWith(told, mistake.Mistakes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_size_is_asked_for_where_there_are_sizes() => Assert.Contains(
        "comes in sizes",
        Assert.Throws<FormatException>(() => DemoShops.Product(DemoShops.Find("ankara-corner")!, "dashiki")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void What_must_be_said_is_found_whatever_its_accents_and_stars() => Assert.True(new SaidRule("nothing | oúnjẹ yín").Matches("*Ounje* yin ti setan"));

    [Theory]
    [InlineData("we sell b today")]
    [InlineData("only a here")]
    public void A_bar_inside_an_expression_belongs_to_it_behind_other_words_too(string said) => Assert.True(new SaidRule(@"nothing | /\b(a|b)\b/").Matches(said));

    private static Scenario Read(string text) => ScenarioReader.Read("x.txt", "x", text.Split('\n'));
}
