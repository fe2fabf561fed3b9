namespace HaloAgent.Conversations;

/// <summary>Why a person is needed, in words for the shop's people; the customer's name stands before them.</summary>
public static class EscalationWords
{
    public static string Of(EscalationReason reason) => reason switch
    {
        EscalationReason.AskedForPerson => "asked for a person",
        EscalationReason.Complaint => "is not happy",
        EscalationReason.NotUnderstood => "could not be understood",
        EscalationReason.PaymentDetailsMissing => "waits for your bank details",
        EscalationReason.PaidOrderNotPossible => "says or shows that they paid an order that had ended",
        EscalationReason.CancellationAsked => "wants to cancel",
        EscalationReason.TurnFailed => "got no proper answer: something broke",
        EscalationReason.ToolFailed => "got no proper answer: something broke",
        EscalationReason.TooManyMessages => "writes very many messages",
        EscalationReason.DataRequest => "wants their data, or wants it deleted",
        EscalationReason.Refund => "asks about money back",
        EscalationReason.Anger => "is angry",
        EscalationReason.Medical => "writes about illness or allergy",
        EscalationReason.Legal => "writes about lawyers, police or authorities",
        EscalationReason.GuardTripped => "got two answers that had to be corrected",
        _ => "needs you",
    };
}
