using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Writes <c>signInActivity</c>, which is made when it is asked for.</summary>
internal static class SignInBodies
{
    private static readonly TimeSpan Ordinary = TimeSpan.FromDays(2);

    /// <summary>Null for a user who never signed in.</summary>
    public static JsonObject? Of(EmulatedTenant tenant, Guid user)
    {
        var recently = tenant.Now - Ordinary;
        var signIn = tenant.People.SignInOf(user) ?? new SignIn(recently, recently, recently);
        if (signIn is { Last: null, LastSuccessful: null, LastNonInteractive: null })
            return null;
        return new JsonObject
        {
            ["lastSignInDateTime"] = Rows.Moment(signIn.Last),
            ["lastSignInRequestId"] = RequestId(user, "interactive", signIn.Last),
            ["lastNonInteractiveSignInDateTime"] = Rows.Moment(signIn.LastNonInteractive),
            ["lastNonInteractiveSignInRequestId"] = RequestId(user, "background", signIn.LastNonInteractive),
            ["lastSuccessfulSignInDateTime"] = Rows.Moment(signIn.LastSuccessful),
            ["lastSuccessfulSignInRequestId"] = RequestId(user, "interactive", signIn.LastSuccessful),
        };
    }

    private static string? RequestId(Guid user, string kind, DateTimeOffset? at) =>
        at is null ? null : Ids.Of(user.ToString(), kind, Rows.Moment(at)!).ToString();
}
