using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components;

namespace HaloAgent.Web.SignIn;

/// <summary>A plain form rendered on the server: a circuit cannot set the cookie, and it works without script.</summary>
public sealed partial class SignInPage
{
    private string? _problem;

    [Inject]
    private AuthClient Auth { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    public HttpContext Context { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "sign-in")]
    public SignInForm? Input { get; set; }

    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery]
    public bool Expired { get; set; }

    private SignInForm Form => Input ??= new();

    private string? Notice => _problem ?? (Expired ? SignInWords.Expired : null);

    protected override void OnInitialized()
    {
        if (HttpMethods.IsGet(Context.Request.Method) && Context.User.Identity is { IsAuthenticated: true } && !Expired)
        {
            Navigation.NavigateTo(Destination);
        }
    }

    private async Task SignInAsync()
    {
        if (string.IsNullOrWhiteSpace(Form.Email) || string.IsNullOrEmpty(Form.Password))
        {
            _problem = SignInWords.Missing;
            return;
        }

        var address = Context.Connection.RemoteIpAddress?.ToString();
        var result = await Auth.SignInAsync(Form.Email.Trim(), Form.Password, address, Context.RequestAborted);
        if (result is not { Tokens: { } tokens, Member: { } member })
        {
            _problem = result.Problem;
            return;
        }

        var properties = new AuthenticationProperties { IsPersistent = true };
        properties.SetParameter(nameof(SessionTokens), new IssuedTokens(tokens, address));
        await Context.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme, HaloClaims.For(member, CookieAuthenticationDefaults.AuthenticationScheme), properties);
        Navigation.NavigateTo(Destination);
    }

    /// <summary>Only a path of our own: anything else could be another site's.</summary>
    private string Destination => LocalPath.IsSafe(ReturnUrl) ? ReturnUrl! : "/overview";
}

public sealed class SignInForm
{
    public string? Email { get; set; }

    public string? Password { get; set; }
}
