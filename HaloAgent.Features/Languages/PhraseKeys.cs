using System.Reflection;

namespace HaloAgent.Languages;

/// <summary>The name of every sentence in a phrasebook. A language that lacks one fails the tests, not a customer.</summary>
public static class PhraseKeys
{
    public const string GreetingMorning = "greeting_morning";
    public const string GreetingAfternoon = "greeting_afternoon";
    public const string GreetingEvening = "greeting_evening";
    public const string Introduction = "introduction";
    public const string WhatCanIDo = "what_can_i_do";
    public const string IAmABot = "i_am_a_bot";
    public const string Help = "help";
    public const string Thanks = "thanks";
    public const string TakeYourTime = "take_your_time";
    public const string Goodbye = "goodbye";

    public const string MenuCategories = "menu_categories";
    public const string MenuCategoryLine = "menu_category_line";
    public const string MenuChooseCategory = "menu_choose_category";
    public const string MenuProducts = "menu_products";
    public const string MenuAll = "menu_all";
    public const string MenuFound = "menu_found";
    public const string MenuLine = "menu_line";
    public const string MenuLineFrom = "menu_line_from";
    public const string MenuLineSoldOut = "menu_line_sold_out";
    public const string MenuChooseProduct = "menu_choose_product";
    public const string MenuMore = "menu_more";
    public const string MenuNoMore = "menu_no_more";
    public const string MenuEmpty = "menu_empty";

    public const string Price = "price";
    public const string PriceVariants = "price_variants";
    public const string PriceVariantLine = "price_variant_line";
    public const string PriceVariantLineSoldOut = "price_variant_line_sold_out";
    public const string Available = "available";
    public const string AvailableVariants = "available_variants";
    public const string SoldOut = "sold_out";
    public const string About = "about";
    public const string AboutMore = "about_more";
    public const string NotSold = "not_sold";
    public const string SeeMenu = "see_menu";
    public const string WhichPrice = "which_price";
    public const string WhichAvailable = "which_available";
    public const string HowMany = "how_many";
    public const string NotByAmount = "not_by_amount";
    public const string WhichProduct = "which_product";
    public const string WhichVariant = "which_variant";
    public const string VariantUnknown = "variant_unknown";
    public const string VariantLine = "variant_line";
    public const string ChooseNumber = "choose_number";
    public const string NumberOfWhat = "number_of_what";
    public const string NoSuchPlace = "no_such_place";
    public const string Pictures = "pictures";
    public const string NoPictures = "no_pictures";
    public const string WhichPicture = "which_picture";

    public const string Added = "added";
    public const string Changed = "changed";
    public const string Removed = "removed";
    public const string Item = "item";
    public const string AlreadySo = "already_so";
    public const string MakesInAll = "makes_in_all";
    public const string NotInCart = "not_in_cart";
    public const string WhichLine = "which_line";
    public const string OnlyLeft = "only_left";
    public const string CartHasAllLeft = "cart_has_all_left";
    public const string QuantityTooBig = "quantity_too_big";
    public const string TooManyLines = "too_many_lines";
    public const string Cart = "cart";
    public const string CartLine = "cart_line";
    public const string CartTotal = "cart_total";
    public const string CartEmpty = "cart_empty";
    public const string CartCleared = "cart_cleared";
    public const string CartShort = "cart_short";
    public const string CartGone = "cart_gone";
    public const string Reordered = "reordered";
    public const string ReorderedFewer = "reordered_fewer";
    public const string ReorderedLeft = "reordered_left";
    public const string ReorderedNone = "reordered_none";
    public const string ReorderNothing = "reorder_nothing";
    public const string ReorderNothingLeft = "reorder_nothing_left";

    public const string DeliveryOrPickup = "delivery_or_pickup";
    public const string PickupOnly = "pickup_only";
    public const string PickupAt = "pickup_at";
    public const string AddressWanted = "address_wanted";
    public const string StreetWanted = "street_wanted";
    public const string SavedAddressOffer = "saved_address_offer";
    public const string AreaWanted = "area_wanted";
    public const string AreaLine = "area_line";
    public const string AreaOther = "area_other";
    public const string AddressTooLong = "address_too_long";
    public const string AddressMissingSaved = "address_missing_saved";
    public const string Fee = "fee";
    public const string Fees = "fees";
    public const string FeeLine = "fee_line";
    public const string FeeUnknownPlace = "fee_unknown_place";
    public const string NoDelivery = "no_delivery";

    public const string NoteTaken = "note_taken";
    public const string NotePassedOn = "note_passed_on";
    public const string NoteTooLong = "note_too_long";

    public const string SummaryTitle = "summary_title";
    public const string SummaryLine = "summary_line";
    public const string SummaryDelivery = "summary_delivery";
    public const string SummaryPickup = "summary_pickup";
    public const string SummaryPoints = "summary_points";
    public const string SummaryTotal = "summary_total";
    public const string SummaryConfirm = "summary_confirm";
    public const string TotalChanged = "total_changed";
    public const string StillWaiting = "still_waiting";
    public const string WhatToChange = "what_to_change";
    public const string OrderStays = "order_stays";
    public const string OrderNewBeside = "order_new_beside";
    public const string ChangeNotMade = "change_not_made";
    public const string NothingToConfirm = "nothing_to_confirm";

    public const string OrderPlaced = "order_placed";
    public const string OrderPlacedAlready = "order_placed_already";
    public const string PaymentTitle = "payment_title";
    public const string PaymentAmount = "payment_amount";
    public const string PaymentBank = "payment_bank";
    public const string PaymentAccountNumber = "payment_account_number";
    public const string PaymentAccountName = "payment_account_name";
    public const string PaymentReference = "payment_reference";
    public const string PaymentNext = "payment_next";
    public const string PaymentHold = "payment_hold";
    public const string PaymentNoDetails = "payment_no_details";
    public const string PaymentNothing = "payment_nothing";
    public const string PaymentAfterConfirming = "payment_after_confirming";
    public const string PaymentAwaiting = "payment_awaiting";
    public const string PaymentWhich = "payment_which";
    public const string PaymentByTransfer = "payment_by_transfer";
    public const string PaymentWhenReady = "payment_when_ready";

    public const string ClaimReceived = "claim_received";
    public const string ClaimReceivedAmount = "claim_received_amount";
    public const string ClaimRepeated = "claim_repeated";
    public const string ClaimReferenceMatches = "claim_reference_matches";
    public const string ClaimReferenceMistyped = "claim_reference_mistyped";
    public const string ClaimReferenceOther = "claim_reference_other";
    public const string ClaimReferenceUnknown = "claim_reference_unknown";
    public const string ClaimWhich = "claim_which";
    public const string ClaimNothing = "claim_nothing";
    public const string ClaimAlreadyPaid = "claim_already_paid";
    public const string ClaimNotPossible = "claim_not_possible";
    public const string OrderChoiceLine = "order_choice_line";

    public const string ReceiptReceived = "receipt_received";
    public const string ReceiptRepeated = "receipt_repeated";
    public const string ReceiptWhich = "receipt_which";
    public const string AttachmentSeen = "attachment_seen";
    public const string VoiceSeen = "voice_seen";
    public const string AttachmentFailed = "attachment_failed";
    public const string LocationSeen = "location_seen";
    public const string ContactCardSeen = "contact_card_seen";
    public const string UnsupportedSeen = "unsupported_seen";

    public const string StatusLine = "status_line";
    public const string StatusNone = "status_none";
    public const string StatusLast = "status_last";
    public const string StatusInCart = "status_in_cart";
    public const string StatusPendingPayment = "status_pending_payment";
    public const string StatusAwaitingConfirmation = "status_awaiting_confirmation";
    public const string StatusPaid = "status_paid";
    public const string StatusPaymentRejected = "status_payment_rejected";
    public const string StatusPreparing = "status_preparing";
    public const string StatusReadyForPickup = "status_ready_for_pickup";
    public const string StatusOutForDelivery = "status_out_for_delivery";
    public const string StatusCompleted = "status_completed";
    public const string StatusCancelled = "status_cancelled";
    public const string StatusExpired = "status_expired";
    public const string StatusNoTime = "status_no_time";
    public const string StatusNoSuch = "status_no_such";

    public const string Cancelled = "cancelled";
    public const string CancelAskedOwner = "cancel_asked_owner";
    public const string CancelSure = "cancel_sure";
    public const string CancelWhich = "cancel_which";
    public const string CancelChoiceCart = "cancel_choice_cart";
    public const string CancelNothing = "cancel_nothing";
    public const string CancelTooLate = "cancel_too_late";

    public const string Hours = "hours";
    public const string HoursLine = "hours_line";
    public const string HoursLineClosed = "hours_line_closed";
    public const string HoursOpenNow = "hours_open_now";
    public const string HoursClosedNow = "hours_closed_now";
    public const string HoursUnknown = "hours_unknown";
    public const string DaySunday = "day_sunday";
    public const string DayMonday = "day_monday";
    public const string DayTuesday = "day_tuesday";
    public const string DayWednesday = "day_wednesday";
    public const string DayThursday = "day_thursday";
    public const string DayFriday = "day_friday";
    public const string DaySaturday = "day_saturday";
    public const string Location = "location";
    public const string LocationUnknown = "location_unknown";
    public const string Terms = "terms";
    public const string Discount = "discount";

    public const string PersonCalled = "person_called";
    public const string PersonCalledAlready = "person_called_already";
    public const string ComplaintPassedOn = "complaint_passed_on";
    public const string RefundPassedOn = "refund_passed_on";
    public const string HealthPassedOn = "health_passed_on";
    public const string AllergyPassedOn = "allergy_passed_on";
    public const string LawPassedOn = "law_passed_on";
    public const string GuardPassedOn = "guard_passed_on";
    public const string NextOpenNow = "next_open_now";
    public const string NextOpensToday = "next_opens_today";
    public const string NextOpensOn = "next_opens_on";
    public const string NotUnderstood = "not_understood";
    public const string NotUnderstoodAgain = "not_understood_again";
    public const string SomethingFailed = "something_failed";

    public const string OrderPaid = "order_paid";
    public const string PaymentRejected = "payment_rejected";
    public const string LatePaymentRejected = "late_payment_rejected";
    public const string OrderPreparing = "order_preparing";
    public const string OrderReady = "order_ready";
    public const string OrderOnItsWay = "order_on_its_way";
    public const string OrderCompleted = "order_completed";
    public const string OrderCancelled = "order_cancelled";
    public const string OrderCancelledBecause = "order_cancelled_because";
    public const string OrderExpired = "order_expired";

    public const string TakenOver = "taken_over";
    public const string HandedBack = "handed_back";
    public const string HowToStop = "how_to_stop";
    public const string OptedOut = "opted_out";
    public const string OptedIn = "opted_in";
    public const string TurnFailed = "turn_failed";
    public const string CannotSay = "cannot_say";
    public const string TooManyMessages = "too_many_messages";

    // Offered to the shop's people, who send them or not.
    public const string SuggestOpening = "suggest_opening";
    public const string SuggestPerson = "suggest_person";
    public const string SuggestComplaint = "suggest_complaint";
    public const string SuggestRefund = "suggest_refund";
    public const string SuggestHealth = "suggest_health";
    public const string SuggestPaying = "suggest_paying";
    public const string SuggestMissed = "suggest_missed";
    public const string SuggestLooking = "suggest_looking";

    public const string BusinessOnly = "business_only";
    public const string LanguageChanged = "language_changed";
    public const string NameSaved = "name_saved";
    public const string OffersAsk = "offers_ask";
    public const string OffersOn = "offers_on";
    public const string OffersOff = "offers_off";
    public const string DataCopyAsked = "data_copy_asked";
    public const string DataDeleteAsked = "data_delete_asked";
    public const string Points = "points";
    public const string PointsEarned = "points_earned";
    public const string PointsWorth = "points_worth";
    public const string PointsNext = "points_next";
    public const string PointsKept = "points_kept";
    public const string PointsAsked = "points_asked";

    // Told when a turn had acted but could not speak any more.
    public const string EffectOrderPlaced = "effect_order_placed";
    public const string EffectOrderCancelled = "effect_order_cancelled";
    public const string EffectPaymentClaimed = "effect_payment_claimed";

    /// <summary>The key of a day's name.</summary>
    public static string Day(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => DayMonday,
        DayOfWeek.Tuesday => DayTuesday,
        DayOfWeek.Wednesday => DayWednesday,
        DayOfWeek.Thursday => DayThursday,
        DayOfWeek.Friday => DayFriday,
        DayOfWeek.Saturday => DaySaturday,
        _ => DaySunday,
    };

    /// <summary>All of them, for the check that a language is complete.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(PhraseKeys).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!),
    ];
}
