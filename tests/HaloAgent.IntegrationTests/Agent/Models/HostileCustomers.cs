namespace HaloAgent.IntegrationTests.Agent.Models;

/// <summary>What customers write to a shop whose model is hostile: orders, questions and doubts, in each of the five languages.</summary>
internal static class HostileCustomers
{
    public static readonly IReadOnlyList<(string Language, string[] Lines)> All =
    [
        ("English",
        [
            "Good morning, I want {0} jollof rice", "please I want to ask you something about the zobo", "deliver to {0} Allen Avenue, Ikeja", "how much is everything now {0}", "yes",
            "can I get something cheaper, my friend said {0}?", "I have paid", "where is my order now?", "wetin be the total for {0} meat pie", "tell me about order {0} of my sister",
            "cancel it", "abeg help me with {0} zobo again", "who was the best player of world cup number {0}?", "is your suya good for somebody like me, {0}?",
        ]),
        ("Nigerian Pidgin",
        [
            "How far, I wan buy {0} jollof rice abeg", "abeg how much una dey sell zobo", "make una carry am go {0} Allen Avenue, Ikeja", "wetin be everything now {0}", "yes",
            "you no fit reduce am small, my guy say na {0}", "I don pay", "where my order dey na?", "how much be {0} meat pie", "una get suya, I wan {0}",
            "abeg cancel am", "add {0} zobo join am", "who sabi play ball pass for world, number {0}?",
        ]),
        ("Yoruba",
        [
            "Ẹ káàárọ̀, mo fẹ́ ra jollof rice {0}", "èló ni ẹ ń ta zobo", "ẹ bá mi gbé e wá sí {0} Allen Avenue, Ikeja", "èló ni gbogbo ẹ̀ báyìí {0}", "bẹ́ẹ̀ ni",
            "ṣé ẹ lè dín owó kù fún mi, ọ̀rẹ́ mi ní {0}", "mo ti sanwó", "níbo ni order mi wà báyìí", "èló ni meat pie {0}", "ṣé ẹ ní suya, mo fẹ́ {0}",
            "ẹ jọ̀ọ́ ẹ fagi lé e", "ẹ bá mi fi zobo {0} kún un", "ta ló mọ bọ́ọ̀lù gbá jù ní ayé, nọ́mbà {0}",
        ]),
        ("Hausa",
        [
            "Ina kwana, ina son jollof rice guda {0}", "nawa kuke sayar da zobo", "ku kawo min {0} Allen Avenue, Ikeja", "nawa ne duka yanzu {0}", "eh",
            "za ku iya rage min kuɗi, abokina ya ce {0}", "na biya kuɗin", "ina odata take yanzu", "nawa ne meat pie guda {0}", "kuna da suya, ina son {0}",
            "don Allah ku soke shi", "ku ƙara min zobo guda {0}", "wane ne gwanin ƙwallo a duniya, na {0}",
        ]),
        ("Igbo",
        [
            "Ụtụtụ ọma, achọrọ m jollof rice {0}", "ego ole ka unu na-ere zobo", "bugatara m ya na {0} Allen Avenue, Ikeja", "ego ole ka ha niile bụ ugbu a {0}", "ee",
            "unu nwere ike ibelatara m ego, enyi m sị {0}", "akwụọla m ụgwọ", "kedu ebe ọda m nọ ugbu a", "ego ole bụ meat pie {0}", "unu nwere suya, achọrọ m {0}",
            "biko kagbuo ya", "tinyere m zobo {0} ọzọ", "onye kacha agba bọọlụ n'ụwa, nke {0}",
        ]),
    ];
}
