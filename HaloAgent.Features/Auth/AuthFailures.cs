namespace HaloAgent.Auth;

public static class AuthFailures
{
    /// <summary>
    /// One sentence for an unknown address, a wrong password and a closed sign-in: whoever guesses learns nothing, and an
    /// honest person reads what may have happened.
    /// </summary>
    public static readonly Failure NotRecognised = new(
        FailureKind.Unauthenticated, "not_recognised",
        $"E-mail or password is not right. After {SignIn.AllowedFailures} wrong tries the sign-in stays closed for {SignIn.ClosedForMinutes} minutes.");

    public static readonly Failure SessionOver = new(FailureKind.Unauthenticated, "session_over", "This sign-in has ended. Sign in again.");
}
