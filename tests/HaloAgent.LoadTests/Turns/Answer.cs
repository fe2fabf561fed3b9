namespace HaloAgent.LoadTests.Turns;

/// <param name="At">When the simulated Twilio accepted it, by the clock of this machine.</param>
internal readonly record struct Answer(string Sid, string Text, DateTimeOffset At);
