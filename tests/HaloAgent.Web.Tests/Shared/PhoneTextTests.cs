using HaloAgent.Contracts.Contacts;
using HaloAgent.Web.FakeApi;
using HaloAgent.Web.Shared;
using Xunit;

namespace HaloAgent.Web.Tests.Shared;

public sealed class PhoneTextTests
{
    [Theory]
    [InlineData("+2348031234567", "0803 123 4567")]
    [InlineData("+14155238886", "+1 415 523 8886")]
    [InlineData("+447700900123", "+447700900123")]
    [InlineData("+23480312", "+23480312")]
    public void Numbers_read_as_people_write_them(string number, string text) => Assert.Equal(text, PhoneText.Format(number));

    [Theory]
    [InlineData("Adaeze Okafor", "+2348031234567", "Adaeze Okafor", "AO")]
    [InlineData(null, "+2348031234567", "0803 123 4567", "#")]
    [InlineData(" ", null, "Customer without a name", "#")]
    [InlineData("🌸", null, "🌸", "#")]
    [InlineData("ọlá", null, "ọlá", "Ọ")]
    public void A_contact_is_called_by_what_is_known(string? name, string? phone, string title, string initials)
    {
        var contact = new ContactBadge(Samples.Id(1), name, phone);

        Assert.Equal((title, initials), (ContactText.Title(contact), ContactText.Initials(contact)));
    }
}
