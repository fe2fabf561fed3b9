namespace HaloAgent.Simulators.Llama.Scripted;

/// <summary>The words by which a wish is known; the first row that fits wins.</summary>
internal static class EarWords
{
    private static readonly (WishKind Kind, string[] Phrases)[] Rows =
    [
        (WishKind.NoOffers, ["no offers", "no promos", "no promo messages", "stop the adverts", "no more adverts"]),
        (WishKind.OptOut, ["unsubscribe", "opt out", "stop messaging me", "stop texting me", "no more messages", "dont message me again"]),
        (WishKind.OptIn, ["opt in", "subscribe again", "message me again"]),
        (WishKind.DeleteData, ["delete my data", "erase my data", "forget me", "delete my information", "delete all my data"]),
        (WishKind.ExportData, ["export my data", "send me my data", "copy of my data", "what data do you have"]),
        (WishKind.Person, ["human", "real person", "a person", "manager", "your oga", "refund", "complain", "complaint", "terrible", "rubbish", "nonsense", "was cold", "angry", "speak to someone", "talk to someone", "owner"]),
        (WishKind.Language, ["speak yoruba", "in yoruba", "speak hausa", "in hausa", "speak igbo", "in igbo", "speak pidgin", "in pidgin", "talk pidgin", "speak english", "in english", "english please"]),
        (WishKind.Name, ["my name is", "call me", "i am called", "oruko mi ni", "sunana", "aha m bu"]),
        (WishKind.Reorder, ["same again", "reorder", "last order again", "the usual", "same as last time", "same thing as before", "repeat my order", "repeat my last order"]),
        (WishKind.Cancel, ["cancel", "i no want am again", "fagile"]),
        (WishKind.ClaimPayment, ["i have paid", "i paid", "ive paid", "i don pay", "have paid", "payment made", "i have transferred", "i transferred", "don transfer", "mo ti san", "mo ti sanwo", "na biya", "na biya kudin", "akwugo m", "akwuola m"]),
        (WishKind.PaymentDetails, ["account number", "account details", "bank details", "how do i pay", "how i go pay", "where do i pay", "where i go pay", "pay where", "payment details", "send account", "send aza", "aza"]),
        (WishKind.Status, ["where is my order", "wey my order", "my order status", "order status", "status of my order", "how far my order", "how far with my order", "track my order", "has my order", "is my order ready", "when will my order", "my orders"]),
        (WishKind.Redeem, ["redeem", "use my points"]),
        (WishKind.Loyalty, ["points", "loyalty"]),
        (WishKind.Clear, ["clear my cart", "empty my cart", "clear the cart", "clear cart", "start over", "start again"]),
        (WishKind.ViewCart, ["my cart", "view cart", "show cart", "in the cart", "my basket", "what have i ordered so far"]),
        (WishKind.Remove, ["remove", "take out", "i no want"]),
        (WishKind.Change, ["make it", "make am", "change"]),
        (WishKind.AskDelivery, ["do you deliver", "una dey deliver", "how much is delivery", "delivery fee", "delivery cost", "cost of delivery"]),
        (WishKind.ShopInformation, ["are you open", "opening hours", "when do you open", "when do you close", "what time do you", "where are you located", "where is your shop", "where una dey", "your address", "your location"]),
        (WishKind.AskPrice, ["how much", "price of", "price", "cost of", "elo ni", "nawa ne", "nawa", "ego ole", "na how much"]),
        (WishKind.Browse, ["do you have", "you get", "una get", "what do you have", "what do you sell", "wetin una get", "wetin you dey sell", "menu", "catalogue", "show me", "see your products", "ki ni e ni", "me kuke da", "gini ka unu nwere"]),
        (WishKind.OffTopic, ["write my essay", "write an essay", "who won", "president", "football", "poem", "bitcoin", "weather", "joke", "homework"]),
        (WishKind.Order, ["i want", "i need", "i would like", "i wan", "order", "buy", "give me", "send me", "get me", "add", "mo fe", "ina so", "achoro m"]),
        (WishKind.Greet, ["hello", "hi", "hey", "good morning", "good afternoon", "good evening", "how far", "bawo ni", "e kaaro", "e kaasan", "sannu", "ina kwana", "kedu", "ndewo", "nno"]),
        (WishKind.Thank, ["thanks", "thank you", "e se", "e seun", "na gode", "daalu", "imela"]),
    ];

    private static readonly string[] YesWords =
        ["yes", "yes please", "yeah", "yep", "ok", "okay", "sure", "confirm", "confirmed", "i confirm", "correct", "go ahead", "place it", "e correct", "na so", "oya", "beeni", "eeh", "eh", "ee", "i", "haka ne"];

    private static readonly string[] NoWords = ["no", "nope", "not yet", "wait", "rara", "aa", "mba", "no be so"];

    public static WishKind Kind(string folded)
    {
        var said = folded.Trim();
        return said switch
        {
            "stop" => WishKind.OptOut,
            "start" => WishKind.OptIn,
            _ when YesWords.Contains(said) || YesWords.Contains(said.Replace(" please", "", StringComparison.Ordinal)) => WishKind.Yes,
            _ when NoWords.Contains(said) => WishKind.No,
            _ => Rows.FirstOrDefault(row => folded.HasAny(row.Phrases), (WishKind.Unclear, [])).Item1,
        };
    }

    public static bool Pickup(string folded) =>
        folded.HasAny("pickup", "pick up", "self pickup", "i will collect", "i will come", "i go come carry", "i go come pick", "i will pick it up");

    public static string Language(string folded) =>
        folded.HasAny("yoruba") ? "yo" : folded.HasAny("hausa") ? "ha" : folded.HasAny("igbo") ? "ig" : folded.HasAny("pidgin") ? "pcm" : "en";

    public static bool SoundsPidgin(string folded) =>
        folded.HasAny("abeg", "wetin", "una", "wan", "dey", "don", "how far", "oya", "i go", "am", "na", "wey");
}
