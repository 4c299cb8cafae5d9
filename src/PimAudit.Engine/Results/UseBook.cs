using PimAudit.Access;
using PimAudit.Access.Use;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What audit log and sign-ins tell of each path.</summary>
internal sealed class UseBook
{
    private readonly ActivationLog? log;
    private readonly Dictionary<Guid, SignInActivity> signIns;

    public UseBook(AccessMap access)
    {
        log = access.Snapshot.EventsSince is null ? null : access.Activations;
        signIns = access.Snapshot.SignInActivities.DistinctBy(row => row.UserId).ToDictionary(row => row.UserId);
    }

    public AccessUse Of(AccessPath path)
    {
        var person = Guid.Parse(path.Principal.Id);
        var activations = path
            .Hops.Where(hop => hop.State is HopState.Eligible or HopState.Activated)
            .Select(hop => Seen(new(person, Guid.Parse(hop.To.Id), hop.Relation is HopRelation.Role)))
            .ToList();
        var isKnown = activations.Count > 0 && activations.TrueForAll(one => one.Count is not null);
        var signIn = signIns.GetValueOrDefault(person);
        return new(
            log?.Covered,
            isKnown ? activations.Min(one => one.Count) : null,
            isKnown && activations.TrueForAll(one => one.Last is not null) ? activations.Min(one => one.Last) : null,
            signIn is not null,
            signIn is null ? null : LastOf(signIn)
        );
    }

    private (int? Count, DateTimeOffset? Last) Seen(ActivationKey key) =>
        log?.Of(key) is { } series ? (series.Count, series[^1].At)
        : log?.Shows(key) is false ? (0, null)
        : (null, null);

    /// <remarks>
    /// <c>lastSuccessfulSignInDateTime</c> covers both kinds of sign-in; the others count failed attempts too, and are what
    /// there is where Graph tells no success. Source: Microsoft Learn, signInActivity resource type.
    /// </remarks>
    private static DateTimeOffset? LastOf(SignInActivity row) =>
        row.LastSuccessAt
        ?? (row.LastNonInteractiveAt > row.LastSignInAt ? row.LastNonInteractiveAt : row.LastSignInAt)
        ?? row.LastNonInteractiveAt;
}
