using HaloAgent.Businesses;

namespace HaloAgent.Data;

internal static class HaloKitchen
{
    public static DemoShop Shop { get; } = new(
        "halo-kitchen",
        "Halo Kitchen",
        "Home-style Nigerian food from Ikeja: party jollof, swallow and soup, small chops and cold drinks, cooked the same day and brought hot.",
        "Food",
        Tone.Warm,
        "14 Opebi Road, Ikeja, Lagos (beside the filling station)",
        "+14155238886",
        new BankDetails("GTBank", "0123456789", "Halo Kitchen Ltd"),
        [
            .. DemoShop.Open([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday], 8, 22),
            .. DemoShop.Open([DayOfWeek.Sunday], 12, 20),
        ],
        [
            DemoShop.Area(1500, "Ikeja", "Ikeja GRA", "GRA Ikeja", "Opebi", "Allen", "Allen Avenue", "Adeniyi Jones", "Alausa", "Oregun"),
            DemoShop.Area(1800, "Maryland", "Mende", "Anthony", "Anthony Village", "Ojota", "Ogudu"),
            DemoShop.Area(2000, "Yaba", "Sabo", "Akoka", "Unilag", "Ebute Metta", "Ebute-Metta"),
            DemoShop.Area(2000, "Surulere", "Ojuelegba", "Aguda", "Bode Thomas", "Adeniran Ogunsanya"),
            DemoShop.Area(1800, "Agege", "Ogba", "Ojodu", "Berger", "Omole", "Magodo"),
            DemoShop.Area(2500, "Gbagada", "Bariga", "Ketu", "Soluyi"),
            DemoShop.Area(3500, "Victoria Island", "VI", "V.I.", "V I", "Ikoyi", "Lagos Island", "Obalende"),
            DemoShop.Area(4000, "Lekki", "Lekki Phase 1", "Lekki 1", "Ikate", "Chevron", "Jakande"),
            DemoShop.Area(5500, "Ajah", "Sangotedo", "Abraham Adesanya", "Awoyaya"),
        ],
        [
            new DemoMember("Amaka Obi", "owner@halo-kitchen.example", MemberRole.Owner),
            new DemoMember("Tunde Bello", "staff@halo-kitchen.example", MemberRole.Staff),
        ],
        [
            new("jollof-rice", "Jollof rice & chicken", "Rice", 3500, 60,
                "Smoky party jollof with a grilled quarter chicken and fried plantain.", "jollof, jellof, jolof, jollof rice, party jollof, jollof and chicken"),
            new("fried-rice", "Fried rice & chicken", "Rice", 3800, 45,
                "Fried rice with carrots, peas, liver and a grilled quarter chicken.", "fried rice, friedrice, chinese rice"),
            new("ofada-rice", "Ofada rice & ayamase", "Rice", 4200, 30,
                "Local ofada rice in leaves with hot green pepper sauce, assorted meat and egg.", "ofada, ayamase, ofada stew, local rice"),
            new("coconut-rice", "Coconut rice & fish", "Rice", 4000, 25,
                "Rice cooked in fresh coconut milk with fried croaker fish.", "coconut rice, coco rice"),
            new("pounded-yam", "Pounded yam & egusi", "Swallow", 4500, 40,
                "Smooth pounded yam with egusi soup, beef and stockfish.", "pounded yam, iyan, egusi, poundo, egusi soup"),
            new("amala", "Amala, ewedu & gbegiri", "Swallow", 3500, 40,
                "Soft amala with ewedu, gbegiri, stew and two pieces of assorted meat.", "amala, ewedu, gbegiri, abula"),
            new("eba-okro", "Eba & okro soup", "Swallow", 3200, 35,
                "Yellow eba with fresh okro soup, fish and beef.", "eba, okro, okra, garri, okro soup"),
            new("pepper-soup", "Catfish pepper soup", "Soups & grills", 5000, 20,
                "A bowl of hot catfish pepper soup with scent leaf.", "pepper soup, peppersoup, catfish, point and kill"),
            new("suya", "Beef suya", "Soups & grills", 2500, 50,
                "Spiced grilled beef with onions, tomatoes and extra yaji.", "suya, beef stick, tsire"),
            new("grilled-tilapia", "Grilled tilapia", "Soups & grills", 7500, 15,
                "A whole tilapia from the charcoal grill with pepper sauce and fries.", "tilapia, grilled fish, barbecue fish, roast fish"),
            new("puff-puff", "Puff-puff (10 pieces)", "Small chops", 1000, 80,
                "Ten soft, warm puff-puff, lightly sugared.", "puff puff, puffpuff, puff-puff, buns"),
            new("moi-moi", "Moi moi", "Small chops", 900, 60,
                "Steamed bean pudding with egg and fish.", "moi moi, moimoi, moin moin, beans cake"),
            new("meat-pie", "Meat pie", "Small chops", 1200, 50,
                "Buttery pie filled with minced beef, potato and carrot.", "meatpie, pie"),
            new("dodo", "Fried plantain (dodo)", "Small chops", 1000, 50,
                "Sweet ripe plantain, fried golden.", "dodo, plantain, fried plantain"),
            new("zobo", "Zobo 50cl", "Drinks", 800, 100,
                "Chilled hibiscus drink with ginger, pineapple and clove.", "zobo, sobo, hibiscus"),
            new("chapman", "Chapman 50cl", "Drinks", 1500, 60,
                "The Nigerian classic with cucumber, lemon and a dash of bitters.", "chapman, chapmann"),
            new("tigernut", "Tigernut drink 50cl", "Drinks", 1200, 40,
                "Creamy tigernut and date milk, no sugar added.", "tigernut, tiger nut, kunu aya, kunun aya"),
            new("water", "Bottled water 75cl", "Drinks", 400, 200,
                "Cold table water.", "water, bottle water, pure water"),
        ])
    {
        Synonyms =
        [
            new("minerals", ["zobo", "chapman"]),
            new("soft drinks", ["zobo", "chapman", "tigernut"]),
            new("finger food", ["small chops"]),
        ],
        Policies = """
            Refunds: if something is missing or bad, tell us the same day with a picture and we refund it or cook it again.
            Food that was delivered as ordered is not taken back or exchanged.
            An order can be cancelled free of charge until we start preparing it.
            Party trays and more than 20 plates need one day's notice.
            """,
        SampleMessages =
        [
            "Hello dear, good to hear from you! What can we cook for you today?",
            "Your pot is on the fire o, small time now.",
        ],
        Languages = ["en", "pcm", "yo"],
    };
}
