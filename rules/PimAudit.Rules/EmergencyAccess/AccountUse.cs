using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>What is known of an emergency account's sign-ins.</summary>
/// <param name="Tried">UTC, newest first: every sign-in or attempt that Graph remembers, each kind's last only.</param>
/// <param name="Succeeded">UTC; the last that succeeded, null when none since Graph keeps it.</param>
internal sealed record AccountUse(ImmutableArray<DateTimeOffset> Tried, DateTimeOffset? Succeeded)
{
    public static AccountUse Of(SignInActivity row) =>
        new(
            [
                .. new[] { row.LastSignInAt, row.LastNonInteractiveAt, row.LastSuccessAt }
                    .OfType<DateTimeOffset>()
                    .Distinct()
                    .OrderDescending(),
            ],
            row.LastSuccessAt
        );

    /// <summary>UTC; the last success, or the last attempt where Graph tells no success at all; null when there was neither.</summary>
    public DateTimeOffset? Used => Succeeded ?? Tried.Select(at => (DateTimeOffset?)at).FirstOrDefault();

    /// <summary>Sign-ins and attempts within the window, its first moment included, that no declared drill explains.</summary>
    public ImmutableArray<DateTimeOffset> Undeclared(
        Guid id,
        DateTimeOffset since,
        ImmutableHashSet<DeclaredDay> drills
    ) => [.. Tried.Where(at => at >= since && !drills.Any(drill => drill.Covers(at, id)))];
}
