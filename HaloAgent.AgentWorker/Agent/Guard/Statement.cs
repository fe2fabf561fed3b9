namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>What a sentence states besides numbers. The names are the keys of the languages' statements files, without underscores.</summary>
internal enum Statement
{
    PaymentReceived,
    AwaitingPayment,
    OnTheWay,
    Delivered,
    Ready,
    Preparing,
    Cancelled,
    Refund,
    Discount,
    Free,
    InStock,
    SoldOut,
    Offers,
    Arrival,
    PersonCalled,
    OrderPlaced,
    CartAdded,
    CartRemoved,
    CartEmptied,

    /// <summary>In any other way.</summary>
    CartChanged,
    Total,
    OptedOut,
    DataDone,

    /// <summary>Of the days named with it.</summary>
    Opens,

    /// <summary>Of the days named with it.</summary>
    Closed,
    OpenNow,
    ClosedNow,

    /// <summary>Day and night, every day.</summary>
    NeverCloses,
}
