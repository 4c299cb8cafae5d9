using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions;

/// <summary>An assignment of a principal who cannot use it.</summary>
/// <param name="Life">Why not; its fault is never null.</param>
public sealed record Orphan(HeldRow Row, Life Life);

/// <summary>Assignments of principals who are deleted, unknown to the directory or disabled.</summary>
/// <param name="Rows">The gone first, then by principal.</param>
/// <param name="Unread">What was not read, so that more may be dead.</param>
public sealed record Orphans(ImmutableArray<Orphan> Rows, ImmutableArray<UnreadFact> Unread)
{
    /// <param name="now">UTC; assignments that have ended by then are left out.</param>
    public static Orphans Ask(AccessMap map, DateTimeOffset now)
    {
        var all = HeldRow
            .All(map)
            .Where(row => row.Principal.Kind is not ObjectKind.Other)
            .Select(row => new Orphan(row, Life.Of(map.Directory, Guid.Parse(row.Principal.Id))))
            .ToList();
        var unknown = all.Where(one => one.Life.Gap is not null)
            .Select(one => new UnreadFact(one.Row.Principal, one.Life.Gap!));
        return new(
            [
                .. all.Where(one => one.Life.Fault is not null)
                    .Where(one => one.Row.EndsAt is not { } end || end > now)
                    .OrderByDescending(one => one.Life.IsGone),
            ],
            Held.UnreadOf(map, unknown)
        );
    }
}
