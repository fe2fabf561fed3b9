using System.Text.Json.Serialization.Metadata;
using HaloAgent.Simulators.Twilio.Messages;

namespace HaloAgent.Simulators.Twilio;

/// <summary>Answers as Twilio writes them.</summary>
internal static class TwilioResults
{
    public static IResult Error(TwilioError error) => Json(error, TwilioWire.Json.TwilioError, error.Status);

    public static IResult Json<T>(T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) =>
        TypedResults.Json(value, type, "application/json", status);
}
