using System.Text;
using HaloAgent.AgentWorker.Agent.Guard;
using HaloAgent.Businesses;
using HaloAgent.Catalog;
using HaloAgent.Languages;
using HaloAgent.Orders;
using Xunit;

namespace HaloAgent.UnitTests.Languages;

/// <summary>U+FFFE and half a surrogate pair come through a webhook; .NET throws when it is to normalise them.</summary>
public sealed class UnicodeFormsTests
{
    private const string Broken = "Ik\uFFFEeja \uD83D please";

    [Fact]
    public void What_is_no_character_is_left_out_and_everything_else_normalised() =>
        Assert.Equal("Ikeja  please e\u0301", (Broken + " \u00e9").In(NormalizationForm.FormD));

    [Fact]
    public void Whole_characters_beyond_the_basic_plane_stay() => Assert.Equal("\U0001F35B rice", "\U0001F35B ri\uFFFEce".In(NormalizationForm.FormC));

    [Fact]
    public void Everything_that_folds_a_strangers_text_takes_it()
    {
        Assert.Equal("en", LanguageDetector.Detect(Broken).Language);
        Assert.Equal(OptOutWish.Stop, OptOutWords.Match("STOP\uFFFE"));
        Assert.Contains("please", SearchWords.In(Broken));
        Assert.NotNull(DeliveryAreaFinder.Find([new DeliveryArea(["Ikeja"], Money.FromNaira(1500))], Broken));
        Assert.Equal("Ikeja \uFFFD please", ChatFormat.Plain(Broken));
    }
}
