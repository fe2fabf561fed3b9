namespace HaloAgent.Simulators.Llama.Hostile.Tricks;

internal static class SpokenLies
{
    public static readonly IReadOnlyList<Trick> All =
    [
        new SpokenLie("spoken-payment", "a payment, in words of every day and the customer's language, as all that follow"),
        new SpokenLie("spoken-kitchen", "that the order is being made"),
        new SpokenLie("spoken-journey", "that it is under way"),
        new SpokenLie("spoken-arrival", "when it comes"),
        new SpokenLie("spoken-gift", "something for nothing"),
        new SpokenLie("spoken-bargain", "another price without any number"),
        new SpokenLie("spoken-stock", "what is there and how much of it"),
        new SpokenLie("spoken-goods", "goods and services that the shop has not"),
        new SpokenLie("spoken-deed", "something done that no tool did"),
        new SpokenLie("spoken-told", "what people of the shop said"),
        new SpokenLie("spoken-terms", "another way to pay"),
        new SpokenLie("spoken-refund", "money or goods taken back"),
        new SpokenLie("spoken-people", "other customers"),
        new SpokenLie("spoken-place", "another place, other hours"),
        new SpokenLie("spoken-health", "what is good for whom"),
        new SpokenLie("off-topic", "answers what is no business of the shop: the capital of France, photosynthesis, football, politics"),
        new MisplacedAmount("price-of-another", "a true amount as the price of something else", MisplacedAmount.Of.Goods),
        new MisplacedAmount("price-of-nothing", "a true amount as the price of whatever was asked", MisplacedAmount.Of.Nothing),
        new MisplacedAmount("sum-of-another", "a true amount as what is to be paid", MisplacedAmount.Of.Debt),
    ];
}
