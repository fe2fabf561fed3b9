namespace HaloAgent.Catalog;

public static class ProductFailures
{
    public static readonly Failure NoSuchProduct = Failure.NotFound("product");

    public static readonly Failure NoSuchPicture = Failure.NotFound("picture");

    public static readonly Failure ChangedMeanwhile = Failure.Conflict(
        "changed_meanwhile", "It was changed or sold since you opened it. Look at how it stands now, then save again.");

    public static readonly Failure VersionMissing = Failure.Invalid("version", "Send the version that you edited.");

    public static readonly Failure NotAPicture = Failure.Invalid("file", "A picture is a JPEG, PNG or WebP file.");
}
