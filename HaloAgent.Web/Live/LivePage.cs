using HaloAgent.Contracts.Live;
using HaloAgent.Web.Client;
using HaloAgent.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace HaloAgent.Web.Live;

/// <summary>
/// A page or pane that reads something from the Api and reads it again when the shop's live feed says that it changed.
/// A derived class says how to read (<see cref="LoadAsync"/>) and which changes concern it (<see cref="Concerns"/>).
/// While the server renders the first picture nothing is read: it shows the shape of what comes.
/// </summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    // A turn of the agent changes several rows within a few milliseconds: one read serves them all.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(60);
    private readonly CancellationTokenSource _gone = new();
    private bool _reading;
    private bool _readAgain;
    private bool _soon;

    /// <summary>What is shown was read before the feed stood: a change in between was told to nobody.</summary>
    private bool _readUntold;

    [Inject]
    private protected HaloApi Api { get; set; } = null!;

    [Inject]
    private protected LiveFeed Feed { get; set; } = null!;

    [Inject]
    private protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private protected TimeProvider Time { get; set; } = null!;

    /// <summary>What kept the page from being read; what was shown before stays.</summary>
    private protected ApiProblem? Problem { get; private set; }

    /// <summary>Nothing has been read yet.</summary>
    private protected bool Loading { get; private set; } = true;

    /// <summary>Ends with the page.</summary>
    private protected CancellationToken Gone { get; private set; }

    /// <summary>Reads everything the page shows. Returns what kept it from doing so.</summary>
    private protected abstract Task<ApiProblem?> LoadAsync(CancellationToken stop);

    private protected virtual bool Concerns(LiveEvent change) => true;

    protected override void OnInitialized()
    {
        Gone = _gone.Token;
        if (RendererInfo.IsInteractive)
        {
            Feed.Changed += OnChanged;
            Feed.StateChanged += OnFeedState;
        }
    }

    protected override Task OnParametersSetAsync() => RendererInfo.IsInteractive ? ReadAsync() : Task.CompletedTask;

    /// <summary>Forgets what is shown (another order, another filter) and shows the shape of what comes.</summary>
    private protected void ShowLoading() => (Loading, Problem) = (true, null);

    /// <summary>Reads now; a call during a read makes it read once more, never two at a time.</summary>
    private protected async Task ReadAsync()
    {
        if (_reading)
        {
            _readAgain = true;
            return;
        }

        _reading = true;
        try
        {
            do
            {
                _readAgain = false;
                _readUntold = Feed.State == LiveState.Starting;
                var problem = await LoadAsync(Gone);
                if (problem?.Kind == ProblemKind.SignedOut)
                {
                    GoToSignIn();
                    return;
                }

                if (!_readAgain)
                {
                    (Problem, Loading) = (problem, false);
                    StateHasChanged();
                }
            }
            while (_readAgain);
        }
        catch (OperationCanceledException) when (Gone.IsCancellationRequested)
        {
            // The person has left.
        }
        finally
        {
            _reading = false;
        }
    }

    /// <summary>For actions: shows the sign-in page when the session is over, else leaves the problem to the caller.</summary>
    private protected bool Refused<T>(ApiResult<T> result)
    {
        if (result.Problem?.Kind == ProblemKind.SignedOut)
        {
            GoToSignIn();
        }

        return !result.Ok;
    }

    private void GoToSignIn() => Navigation.NavigateTo(
        SignInExtensions.Path.With(("expired", "true"), ("returnUrl", "/" + Navigation.ToBaseRelativePath(Navigation.Uri))), forceLoad: true);

    private void OnChanged(LiveEvent change)
    {
        if (change.Kind == LiveEventKinds.CatchUp || Concerns(change))
        {
            _ = InvokeAsync(ReadSoonAsync);
        }
    }

    // Looked at where it is written: on the feed's own thread the line could come to stand between the page's look and its note.
    private void OnFeedState() => _ = InvokeAsync(() =>
    {
        if (!_readUntold || Feed.State != LiveState.Live)
        {
            return Task.CompletedTask;
        }

        _readUntold = false;
        return ReadSoonAsync();
    });

    private async Task ReadSoonAsync()
    {
        if (_soon)
        {
            return;
        }

        _soon = true;
        await Task.Delay(Gather, Time, Gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _soon = false;
        if (!Gone.IsCancellationRequested)
        {
            await ReadAsync();
        }
    }

    public void Dispose()
    {
        Feed.Changed -= OnChanged;
        Feed.StateChanged -= OnFeedState;
        _gone.Cancel();
        _gone.Dispose();
        GC.SuppressFinalize(this);
    }
}
