using System.ComponentModel.DataAnnotations;

namespace HaloAgent.Simulators;

/// <summary>When the simulated customer has read a message.</summary>
internal enum ReadReceipts
{
    /// <summary>When the phone page shows it, for the people in its phone book while such a page is open; for everyone else at once.</summary>
    Auto,

    /// <summary>Right after it was delivered.</summary>
    Always,

    /// <summary>Only when the phone page shows it.</summary>
    Shown,
}

internal sealed class SimulatorOptions
{
    public const string Section = "Simulators";

    /// <summary>Where our Api listens: inbound messages are posted to <c>{ApiBaseUrl}/webhooks/whatsapp</c>, and this is the address that is signed.</summary>
    [Required, Url]
    public string ApiBaseUrl { get; set; } = "http://localhost:5101";

    /// <summary>The address under which media are offered; unset, the one this process listens on.</summary>
    [Url]
    public string? PublicBaseUrl { get; set; }

    /// <summary>Which statuses are called back, comma-separated; <c>none</c> for none. Failures are always called back.</summary>
    [Required, RegularExpression("^(none|((queued|sent|delivered|read)(,|$))+)$", ErrorMessage = "Simulators:Callbacks is 'none' or some of queued,sent,delivered,read.")]
    public string Callbacks { get; set; } = "queued,sent,delivered,read";

    /// <summary>Milliseconds between two statuses of one message.</summary>
    [Range(0, 60_000)]
    public int CallbackDelayMs { get; set; } = 80;

    /// <summary>How many callbacks are under way at once. Those of one message always follow each other.</summary>
    [Range(1, 256)]
    public int CallbackWorkers { get; set; } = 16;

    public ReadReceipts ReadReceipts { get; set; } = ReadReceipts.Auto;

    /// <summary>Senders offered on the phone page, first one is the default.</summary>
    public List<ShopOptions> Shops { get; set; } = [];
}

internal sealed class ShopOptions
{
    [Required]
    public string Name { get; set; } = "";

    /// <summary>E.164, for example +14155238886.</summary>
    [Required]
    public string Number { get; set; } = "";
}
