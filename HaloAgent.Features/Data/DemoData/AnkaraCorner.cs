using HaloAgent.Businesses;

namespace HaloAgent.Data;

internal static class AnkaraCorner
{
    public static DemoShop Shop { get; } = new(
        "ankara-corner",
        "Ankara Corner",
        "Ready-to-wear ankara and adire for women, men and children, sewn in Yaba. Sizes in stock, sent the same day.",
        "Fashion",
        Tone.Plain,
        "Shop 23, Tejuosho Market Complex, Yaba, Lagos",
        "+14155238887",
        new BankDetails("Access Bank", "0987654321", "Ankara Corner Enterprises"),
        DemoShop.Open([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday], 9, 19),
        [
            DemoShop.Area(1500, "Yaba", "Sabo", "Akoka", "Unilag", "Ebute Metta", "Ebute-Metta"),
            DemoShop.Area(1800, "Surulere", "Ojuelegba", "Aguda", "Bode Thomas"),
            DemoShop.Area(2200, "Ikeja", "Opebi", "Allen", "Allen Avenue", "Adeniyi Jones", "Alausa", "Maryland", "Ogba"),
            DemoShop.Area(2200, "Gbagada", "Bariga", "Ketu", "Ojota", "Magodo"),
            DemoShop.Area(2800, "Victoria Island", "VI", "V.I.", "V I", "Ikoyi", "Lagos Island"),
            DemoShop.Area(3500, "Lekki", "Lekki Phase 1", "Lekki 1", "Ikate", "Ajah", "Chevron"),
            DemoShop.Area(6000, "Outside Lagos", "Ibadan", "Abeokuta", "Abuja", "Port Harcourt", "Benin", "Enugu"),
        ],
        [
            new DemoMember("Bisi Adewale", "owner@ankara-corner.example", MemberRole.Owner),
            new DemoMember("Chike Eze", "staff@ankara-corner.example", MemberRole.Staff),
        ],
        [
            new("adire-dress", "Adire maxi dress", "Women", 18500, 0,
                "Long, airy adire dress in indigo with side pockets.", "adire dress, maxi dress, adire gown, maxi gown", ("S", 6), ("M", 8), ("L", 8), ("XL", 4)),
            new("wrap-dress", "Ankara wrap dress", "Women", 16000, 0,
                "Knee-length wrap dress with a tie belt; fits while you change size.", "wrap dress, ankara gown, ankara dress", ("S", 5), ("M", 7), ("L", 7), ("XL", 3)),
            new("peplum-set", "Peplum blouse & skirt", "Women", 22000, 0,
                "Two-piece: fitted peplum blouse with puff sleeves and pencil skirt.", "peplum, skirt and blouse, blouse and skirt, iro and buba", ("S", 3), ("M", 5), ("L", 5), ("XL", 2)),
            new("kimono", "Ankara kimono jacket", "Women", 14000, 0,
                "Open jacket to wear over jeans or a plain dress.", "kimono, jacket", ("S-M", 6), ("L-XL", 6)),
            new("senator", "Senator kaftan set", "Men", 32000, 0,
                "Plain cashmere senator with ankara trim, top and trousers.", "senator, kaftan, senator wear, native", ("M", 4), ("L", 6), ("XL", 6), ("XXL", 2)),
            new("ankara-shirt", "Ankara short-sleeve shirt", "Men", 12500, 0,
                "Relaxed cotton shirt with a chest pocket.", "ankara shirt, vintage shirt, shirt, men shirt", ("M", 8), ("L", 10), ("XL", 6)),
            new("agbada", "Agbada three-piece", "Men", 65000, 0,
                "Embroidered agbada with top and trousers for owambe.", "agbada, babariga", ("M", 2), ("L", 3), ("XL", 3)),
            new("dashiki", "Dashiki top", "Men", 9500, 0,
                "Classic loose dashiki, for men and women.", "dashiki, danshiki", ("M", 10), ("L", 10), ("XL", 8)),
            new("kids-gown", "Girls' ankara gown", "Children", 9000, 0,
                "Flared gown with a bow at the back.", "kids gown, girls gown, children gown, baby gown", ("2-3 years", 5), ("4-5 years", 6), ("6-7 years", 6), ("8-9 years", 4)),
            new("kids-set", "Boys' ankara set", "Children", 8500, 0,
                "Short-sleeve top with plain shorts.", "boys set, kids set, boys wear", ("2-3 years", 5), ("4-5 years", 5), ("6-7 years", 5)),
            new("headwrap", "Ankara headwrap", "Accessories", 3500, 40,
                "Two metres of soft cotton, already hemmed.", "headwrap, head wrap, turban, scarf, gele"),
            new("tote-bag", "Ankara tote bag", "Accessories", 7000, 25,
                "Lined shopper with zip and inner pocket.", "tote, bag, tote bag, hand bag, handbag"),
            new("slippers", "Ankara slippers", "Accessories", 8500, 0,
                "Covered slippers with a leather sole.", "slippers, palm slippers, slides", ("38", 4), ("39", 4), ("40", 5), ("41", 5), ("42", 5), ("43", 3), ("44", 2)),
            new("beads", "Beaded necklace", "Accessories", 5500, 30,
                "Hand-strung coral-style beads with matching earrings.", "beads, necklace, coral beads"),
            new("ankara-fabric", "Ankara fabric, 6 yards", "Fabric", 15000, 35,
                "Hollandais-style wax print, full six yards.", "ankara fabric, ankara material, 6 yards, six yards, wax, material"),
            new("adire-fabric", "Adire fabric, 5 yards", "Fabric", 13000, 20,
                "Hand-dyed adire from Abeokuta, five yards.", "adire fabric, adire material, 5 yards, five yards, kampala"),
        ])
    {
        Synonyms =
        [
            new("native wear", ["senator", "agbada", "dashiki"]),
            new("jewelry", ["beaded necklace"]),
            new("kids wear", ["children"]),
        ],
        Policies = """
            Exchange: within 3 days for another size or colour, unworn and with the tag; you pay the way back.
            Refunds only when we sent the wrong or a damaged piece; the money goes to the account it came from.
            Fabric that was cut, headwraps and jewellery are not taken back.
            """,
        SampleMessages =
        [
            "Good day. Which size do you wear, please?",
            "It is in stock and can go out today.",
        ],
        Languages = ["en", "yo", "ig"],
    };
}
