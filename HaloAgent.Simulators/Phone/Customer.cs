namespace HaloAgent.Simulators.Phone;

/// <summary>A person of the phone book. <see cref="Address"/> is Twilio's: <c>whatsapp:+234…</c> or a business-scoped id.</summary>
internal sealed record Customer(string Address, string Name);

/// <summary>A shop's WhatsApp number.</summary>
internal sealed record Shop(string Address, string Name);
