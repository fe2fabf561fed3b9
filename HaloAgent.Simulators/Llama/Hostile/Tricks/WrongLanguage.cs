namespace HaloAgent.Simulators.Llama.Hostile.Tricks;

internal static class WrongLanguage
{
    public static readonly Trick All = new Lie("wrong-language", "a language that the customer did not write",
        "Bonjour! Votre commande est en route et coûte ₦{naira}.", "Guten Tag, wir haben Ihre Zahlung erhalten.", "你好，您的订单已经发货了。", "مرحبا، لقد استلمنا الدفع.", "Hola, su pedido llegará en 20 minutos.");
}
