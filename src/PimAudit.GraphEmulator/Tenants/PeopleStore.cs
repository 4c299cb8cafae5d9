using System.Collections.Immutable;

namespace PimAudit.GraphEmulator;

/// <summary>When a user signed in, UTC; null for never, or for not recorded.</summary>
internal sealed record SignIn(DateTimeOffset? Last, DateTimeOffset? LastSuccessful, DateTimeOffset? LastNonInteractive);

/// <summary>What is known of users besides their bodies: only what differs from the ordinary is kept.</summary>
internal sealed class PeopleStore
{
    private readonly Dictionary<Guid, SignIn> signIns = [];
    private readonly Dictionary<Guid, ImmutableArray<string>?> methods = [];

    /// <summary>Users who exist as rows of the registration report and in the count of users only.</summary>
    public int Others { get; set; }

    public SignIn? SignInOf(Guid user) => signIns.GetValueOrDefault(user);

    public void Set(Guid user, SignIn signIn) => signIns[user] = signIn;

    /// <summary>Registered methods; null when the report has no row of the user.</summary>
    public ImmutableArray<string>? MethodsOf(Guid user, ImmutableArray<string>? ordinary) =>
        methods.TryGetValue(user, out var own) ? own : ordinary;

    public void Set(Guid user, ImmutableArray<string>? registered) => methods[user] = registered;

    public PeopleStore Clone()
    {
        var copy = new PeopleStore { Others = Others };
        foreach (var (user, signIn) in signIns)
            copy.Set(user, signIn);
        foreach (var (user, registered) in methods)
            copy.Set(user, registered);
        return copy;
    }
}
