using System.Xml;
using System.Xml.Linq;

namespace HaloAgent.Simulators.Twilio.Inbound;

/// <summary>The answer of a webhook: <c>&lt;Response&gt;&lt;Message&gt;…&lt;/Message&gt;&lt;/Response&gt;</c>, mostly empty.</summary>
internal static class TwiMl
{
    /// <summary>The texts to send back. What is no TwiML says nothing; Twilio logs it as error 12100.</summary>
    public static IEnumerable<string> Messages(string answer)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(answer), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return [.. XDocument.Load(reader).Root?.Elements("Message").Select(TextOf).Where(text => text.Length > 0) ?? []];
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private static string TextOf(XElement message) => message.Element("Body")?.Value ?? message.Value;
}
