using System.Text;
using HaloAgent.Media;
using Xunit;

namespace HaloAgent.UnitTests.Media;

public sealed class FileTypeTests
{
    [Theory]
    [InlineData("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD", "text/vcard", "contact.vcf")]
    [InlineData("2 jollof, 1 zobo\nto 12 Allen Avenue", "text/plain", "text.txt")]
    [InlineData("PK\u0003\u0004....word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "document.docx")]
    [InlineData("PK\u0003\u0004....xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "table.xlsx")]
    public void A_document_is_kept_to_be_saved(string text, string type, string name)
    {
        Assert.Equal(type, FileType.Sniff(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(name, FileType.NameToSaveAs(type));
    }

    [Theory]
    [InlineData("FFF15080", "audio/aac")]
    [InlineData("D0CF11E0A1B11AE1", "application/msword")]
    [InlineData("255044462D312E37", "application/pdf")]
    public void A_file_is_what_its_first_bytes_say(string hex, string type) => Assert.Equal(type, FileType.Sniff(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("<html><script>alert(1)</script>")]
    [InlineData("<svg onload=\"alert(1)\"/>")]
    [InlineData("PK\u0003\u0004....evil.exe")]
    [InlineData("MZ\u0000\u0001")]
    [InlineData("")]
    public void What_could_run_or_could_be_anything_is_not_accepted(string text) => Assert.Null(FileType.Sniff(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("image/png")]
    [InlineData("application/pdf")]
    [InlineData("audio/ogg")]
    public void What_a_browser_shows_itself_is_not_only_saved(string type) => Assert.Null(FileType.NameToSaveAs(type));
}
