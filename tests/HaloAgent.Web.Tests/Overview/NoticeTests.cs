using HaloAgent.Contracts.Orders;
using HaloAgent.Web.FakeApi;
using HaloAgent.Web.Overview;
using Xunit;

namespace HaloAgent.Web.Tests.Overview;

public sealed class NoticeTests
{
    [Fact]
    public void One_payment_is_told_with_its_amount_on_the_page_and_without_on_the_computer()
    {
        var notice = Notice.Of([Waiting.Payment(7)]);

        Assert.Equal(new Notice("Adaeze Okafor says they paid ₦12,800.", "Adaeze says they paid.", "Open payment", $"/payments#{Samples.Id(7)}"), notice);
    }

    [Theory]
    [InlineData(ClaimSources.Words, "Adaeze says they paid.")]
    [InlineData(ClaimSources.Receipt, "Adaeze sent a receipt.")]
    [InlineData(ClaimSources.Shop, "Your team added a receipt.")]
    public void The_computer_puts_no_words_into_the_mouth_of_who_sent_a_picture(string source, string spoken)
    {
        Assert.Equal(spoken, Notice.Of([Waiting.Payment(7) with { ClaimSource = source }]).Spoken);
    }

    [Fact]
    public void Why_somebody_needs_a_person_stays_on_the_page()
    {
        var notice = Notice.Of([Waiting.Person(7, reason: "writes about illness or allergy")]);

        Assert.Equal(new Notice("Tunde Bakare writes about illness or allergy.", "Tunde needs a person.", "Open chat", $"/chats/{Samples.Id(7)}"), notice);
    }

    [Fact]
    public void Several_become_one_sentence_with_one_place_to_go()
    {
        Assert.Equal(new Notice("2 payments to check.", "2 payments to check.", "See them", "/payments"), Notice.Of([Waiting.Payment(1), Waiting.Payment(2)]));
        Assert.Equal(new Notice("2 chats need a person.", "2 chats need a person.", "See them", "/chats?filter=attention"), Notice.Of([Waiting.Person(1), Waiting.Person(2)]));
        Assert.Equal("3 things need you: 2 payments to check and 1 chat.", Notice.Of([Waiting.Payment(1), Waiting.Person(2), Waiting.Payment(3)]).Text);
    }

    [Fact]
    public void A_chat_with_two_reasons_is_one_chat()
    {
        Assert.Equal($"/chats/{Samples.Id(1)}", Notice.Of([Waiting.Person(1), Waiting.Person(1, minutes: 1, reason: "is angry")]).Address);
    }

    [Theory]
    [InlineData("Adaeze Okafor", "Adaeze")]
    [InlineData("  Ọlá\tBello", "Ọlá")]
    [InlineData("Ola\u0301 Bello", "Ola\u0301")]
    [InlineData("+2348031234567", "A customer")]
    [InlineData("ada@mail.example", "A customer")]
    [InlineData("😀 Ada", "A customer")]
    [InlineData("Aaaaaaaaaaaaaaaaaaaaaaaaaa", "A customer")]
    [InlineData(" ", "A customer")]
    [InlineData(null, "A customer")]
    public void The_computer_is_told_a_first_name_or_none(string? name, string told)
    {
        Assert.Equal($"{told} says they paid.", Notice.Of([Waiting.Payment(1, name)]).Spoken);
    }
}
