using HaloAgent.Contracts.Contacts;

namespace HaloAgent.Web.Shared;

internal static class ContactText
{
    /// <summary>The name, else the number, else what can honestly be said: WhatsApp lets people hide theirs.</summary>
    public static string Title(ContactBadge contact) =>
        !string.IsNullOrWhiteSpace(contact.Name) ? contact.Name
        : contact.PhoneNumber is { } number ? PhoneText.Format(number)
        : "Customer without a name";

    /// <summary>The number, where the title is not already it.</summary>
    public static string? Subtitle(ContactBadge contact) =>
        !string.IsNullOrWhiteSpace(contact.Name) && contact.PhoneNumber is { } number ? PhoneText.Format(number) : null;

    public static string Initials(ContactBadge contact)
    {
        var words = (contact.Name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var letters = words.Select(word => word.EnumerateRunes().First()).Where(System.Text.Rune.IsLetterOrDigit).ToArray();
        return letters switch
        {
            [] => "#",
            [var only] => only.ToString().ToUpperInvariant(),
            [var first, .., var last] => $"{first}{last}".ToUpperInvariant(),
        };
    }

    public static string Language(string code) => code switch
    {
        "pcm" => "Pidgin",
        "yo" => "Yoruba",
        "ha" => "Hausa",
        "ig" => "Igbo",
        _ => "English",
    };

    public static string Channel(string channel) => channel switch
    {
        "web_chat" => "Web chat",
        _ when channel.StartsWith("whatsapp", StringComparison.Ordinal) => "WhatsApp",
        _ => channel.Replace('_', ' '),
    };
}
