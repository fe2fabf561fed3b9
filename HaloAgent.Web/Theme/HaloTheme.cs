using MudBlazor;

namespace HaloAgent.Web.Theme;

/// <summary>MudBlazor dressed in <see cref="HaloPalette"/>: system fonts, five sizes, corners of 10, one shadow.</summary>
internal static class HaloTheme
{
    private static readonly string[] SystemFonts = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Ubuntu", "sans-serif"];

    public static readonly MudTheme Theme = new()
    {
        PaletteLight = Dress(new PaletteLight(), HaloPalette.Light),
        PaletteDark = Dress(new PaletteDark(), HaloPalette.Dark),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "10px" },
        Shadows = new Shadow { Elevation = ["none", .. Enumerable.Repeat("var(--halo-shadow)", 25)] },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = SystemFonts, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
            H1 = new H1Typography { FontFamily = SystemFonts, FontSize = "1.75rem", FontWeight = "650", LineHeight = "1.25", LetterSpacing = "-0.01em" },
            H2 = new H2Typography { FontFamily = SystemFonts, FontSize = "1.25rem", FontWeight = "650", LineHeight = "1.3", LetterSpacing = "normal" },
            H3 = new H3Typography { FontFamily = SystemFonts, FontSize = "1rem", FontWeight = "650", LineHeight = "1.5", LetterSpacing = "normal" },
            H6 = new H6Typography { FontFamily = SystemFonts, FontSize = "1.25rem", FontWeight = "650", LineHeight = "1.3", LetterSpacing = "normal" },
            Subtitle1 = new Subtitle1Typography { FontFamily = SystemFonts, FontSize = "1rem", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = SystemFonts, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = SystemFonts, FontSize = "0.875rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = SystemFonts, FontSize = "1rem", FontWeight = "600", LineHeight = "1.5", LetterSpacing = "normal", TextTransform = "none" },
            Caption = new CaptionTypography { FontFamily = SystemFonts, FontSize = "0.75rem", LetterSpacing = "normal" },
        },
    };

    private static T Dress<T>(T mud, HaloPalette halo) where T : Palette
    {
        mud.Primary = mud.Secondary = mud.Tertiary = halo.Primary;
        mud.PrimaryContrastText = mud.SecondaryContrastText = mud.TertiaryContrastText = halo.OnPrimary;
        mud.Background = mud.BackgroundGray = halo.Page;
        mud.Surface = mud.DrawerBackground = mud.AppbarBackground = halo.Surface;
        mud.TextPrimary = mud.DrawerText = mud.AppbarText = halo.Text;
        mud.TextSecondary = mud.ActionDefault = mud.DrawerIcon = halo.Quiet;
        mud.TextDisabled = mud.ActionDisabled = halo.Quiet;
        mud.ActionDisabledBackground = halo.Line;
        mud.LinesDefault = mud.TableLines = mud.Divider = mud.DividerLight = halo.Line;
        mud.LinesInputs = halo.Quiet;
        mud.Skeleton = halo.Line;
        mud.Error = halo.Wrong;
        mud.Warning = halo.Attention;
        mud.Success = halo.Fine;
        mud.Info = halo.Note;
        mud.ErrorContrastText = mud.WarningContrastText = mud.SuccessContrastText = mud.InfoContrastText = halo.Surface;
        return mud;
    }
}
