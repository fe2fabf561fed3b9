using System.Security.Claims;
using System.Text.Json;
using HaloAgent.Web.Client;
using HaloAgent.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;

namespace HaloAgent.Web.Live;

/// <summary>
/// A page on which a member edits what others may change meanwhile. What is being typed is never overwritten, nothing can be typed
/// while it is saved, and nobody leaves what is not saved without being asked. The version belongs to the form: it is that of
/// what the fields began with, whatever was read since.
/// </summary>
public abstract class EditPage : LivePage
{
    private const string Owner = "owner";

    private string? _settled;
    private bool _asking;
    private bool _readAfterwards;

    [Inject]
    private protected ISnackbar Snackbar { get; set; } = null!;

    [Inject]
    private protected IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private protected CurrentSession Session { get; set; } = null!;

    /// <summary>Whether the member is the owner; known once <see cref="ReadRoleAsync"/> was awaited.</summary>
    private protected bool IsOwner { get; private set; }

    /// <summary>Something is being saved: the fields are closed.</summary>
    private protected bool Busy { get; private set; }

    private protected bool ChangedElsewhere { get; private set; }

    /// <summary>Why it was not saved, as a sentence.</summary>
    private protected string? SaveProblem { get; set; }

    /// <summary>For <see cref="NavigationLock"/>: what stands in the fields would be lost.</summary>
    private protected bool IsUnsaved => WrittenText() is { } written && written != _settled;

    /// <summary>What the fields say, as it would be sent; null while there are none.</summary>
    private protected abstract object? Written { get; }

    /// <summary>Takes the fields away, to be filled anew.</summary>
    private protected abstract void Forget();

    /// <summary>Fills the fields with what was read, or says that it is no longer what they began with.</summary>
    /// <param name="edited">The version that the fields began with; null when there are none yet.</param>
    private protected void Compare(uint? edited, uint read, Action fill)
    {
        if (Busy)
        {
            // It may be our own change, whose version comes with the answer.
            _readAfterwards = true;
            return;
        }

        ChangedElsewhere = edited is { } version && version != read;
        if (edited is null)
        {
            fill();
            Settle();
        }
    }

    /// <summary>For pages that only the owner may change, before they are filled.</summary>
    private protected async Task ReadRoleAsync() => IsOwner = (await Session.GetUserAsync()).FindFirstValue(ClaimTypes.Role) == Owner;

    /// <summary>A question before what cannot be undone; while it stands there, a second press asks nothing.</summary>
    private protected async Task<bool> IsMeantAsync(string title, string what, string yes)
    {
        if (_asking)
        {
            return false;
        }

        _asking = true;
        try
        {
            return await Dialogs.ShowMessageBoxAsync(title, what, yesText: yes, cancelText: "Go back") == true;
        }
        finally
        {
            _asking = false;
        }
    }

    /// <summary>What the fields say now may be left without asking.</summary>
    private protected void Settle() => _settled = WrittenText();

    private protected Task StartOverAsync()
    {
        SaveProblem = null;
        Forget();
        return ReadAsync();
    }

    /// <returns>Whether it was saved.</returns>
    private protected async Task<bool> SaveAsync<T>(Func<Task<ApiResult<T>>> save, Action<T> fill, Action<IReadOnlyDictionary<string, string[]>> blame, string conflict)
    {
        var saved = await WhileBusyAsync(save);
        if (Refused(saved))
        {
            blame(saved.Problem!.Errors);
            ChangedElsewhere |= saved.Problem.Kind == ProblemKind.Conflict;
            SaveProblem = saved.Problem.Kind == ProblemKind.Conflict ? conflict : saved.Problem.Sentence;
        }
        else
        {
            fill(saved.Value!);
            Settle();
            ChangedElsewhere = false;
        }

        await CatchUpAsync();
        return saved.Ok;
    }

    private protected async Task<ApiResult<T>> WhileBusyAsync<T>(Func<Task<ApiResult<T>>> act)
    {
        Busy = true;
        var result = await act();
        Busy = false;
        return result;
    }

    /// <summary>Looks at what others changed while this page was busy.</summary>
    private protected async Task CatchUpAsync()
    {
        if (_readAfterwards)
        {
            _readAfterwards = false;
            await ReadAsync();
        }
    }

    /// <summary>For <see cref="NavigationLock"/>.</summary>
    private protected async Task AskBeforeLeavingAsync(LocationChangingContext leaving)
    {
        // To sign in again the page is loaded anew: then the browser asks, and nobody is asked twice.
        if (!IsUnsaved || Navigation.ToAbsoluteUri(leaving.TargetLocation).AbsolutePath == SignInExtensions.Path)
        {
            return;
        }

        var sure = await Dialogs.ShowMessageBoxAsync(
            "Leave without saving?", "Your changes on this page have not been saved yet.", yesText: "Leave", cancelText: "Keep editing");
        if (sure != true)
        {
            leaving.PreventNavigation();
        }
    }

    private string? WrittenText() => Written is { } written ? JsonSerializer.Serialize(written, written.GetType()) : null;
}
