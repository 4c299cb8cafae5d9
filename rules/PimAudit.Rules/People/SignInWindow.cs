using System.Collections.Frozen;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Whether somebody signed in within the window.</summary>
/// <param name="IsRecent">Null: not known.</param>
/// <param name="Text">The last sign-in in words; empty where it is not known.</param>
/// <param name="Gap">Why it is not known; null when it is.</param>
internal sealed record SignInUse(bool? IsRecent, string Text, Gap? Gap);

/// <summary>Reads the last sign-ins of people against a window that ends with the snapshot.</summary>
/// <remarks>
/// <c>lastSuccessfulSignInDateTime</c> covers interactive and non-interactive sign-ins and decides where it is told. The
/// two others count failed attempts too; they are what there is where Graph tells no success, as in some clouds.
/// Source: Microsoft Learn, signInActivity resource type.
/// </remarks>
internal sealed class SignInWindow(TenantSnapshot snapshot, TimeSpan length)
{
    private readonly DateTimeOffset start = snapshot.TakenAt - length;

    private readonly FrozenDictionary<Guid, SignInActivity> rows = snapshot
        .SignInActivities.DistinctBy(row => row.UserId)
        .ToFrozenDictionary(row => row.UserId);

    private readonly FrozenDictionary<string, ObjectGap> gaps = snapshot
        .Collection[SnapshotParts.SignInActivity]
        .Gaps.DistinctBy(gap => gap.ObjectId, StringComparer.Ordinal)
        .ToFrozenDictionary(gap => gap.ObjectId, StringComparer.Ordinal);

    public SignInUse Of(User user)
    {
        if (!rows.TryGetValue(user.Id, out var row))
            return Unknown(Missing(user));
        if (row.LastSuccessAt is { } success)
            return new(success >= start, $"last signed in on {Say.Day(success)}", Gap: null);

        return Latest(row.LastSignInAt, row.LastNonInteractiveAt) is { } attempt
            ? new(attempt >= start, $"last tried to sign in on {Say.Day(attempt)}", Gap: null)
            : Never(user);
    }

    /// <summary>A new account had no time yet.</summary>
    private SignInUse Never(User user) =>
        user.CreatedAt is { } created
            ? new(created >= start, $"never signed in; created on {Say.Day(created)}", Gap: null)
            : Unknown(
                Malformed($"{user.Reference.Label} never signed in, and when the account was created was not told.")
            );

    private Gap Missing(User user) =>
        gaps.TryGetValue(user.Id.ToString("D"), out var gap)
            ? new(SnapshotParts.SignInActivity, gap.Reason, gap.Detail)
            : new(
                SnapshotParts.SignInActivity,
                MissingReason.NotCollected,
                $"The last sign-ins of {user.Reference.Label} were not read."
            );

    private static Gap Malformed(string detail) => new(SnapshotParts.SignInActivity, MissingReason.Malformed, detail);

    private static SignInUse Unknown(Gap gap) => new(IsRecent: null, "", gap);

    private static DateTimeOffset? Latest(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other > one ? other : one;
}
