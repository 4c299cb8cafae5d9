using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>People for whom Microsoft asks a licence with PIM: eligible, time-bound, or asked to approve.</summary>
/// <param name="Unknown">Why there may be more; null when everybody is known.</param>
internal sealed record LicenceHeads(ImmutableHashSet<Guid> People, Gap? Unknown)
{
    private const SnapshotParts Parts = SettingsJudge.Needs | SnapshotParts.GroupAssignments;

    /// <summary>A tenant without PIM has nobody of the kind.</summary>
    public static LicenceHeads Of(RuleContext context)
    {
        if (!context.Snapshot.HasPim)
            return new([], Unknown: null);

        var approvers = Approvers(context).ToList();
        var people = PimUsers
            .EligiblePaths(context)
            .Concat(PimUsers.TimeBoundPaths(context))
            .Select(path => Guid.Parse(path.Principal.Id))
            .Concat(approvers.SelectMany(pair => pair.People))
            .Where(id => !context.Emergency.Contains(id))
            .ToImmutableHashSet();
        return new(
            people,
            Missing(context) ?? approvers.Select(pair => pair.Unknown).FirstOrDefault(gap => gap is not null)
        );
    }

    private static Gap? Missing(RuleContext context) =>
        Enum.GetValues<SnapshotParts>()
            .Where(part => part is not SnapshotParts.None && Parts.HasFlag(part))
            .Select(part => context.Snapshot.Collection.GapOf(part))
            .FirstOrDefault(gap => gap is not null)
        ?? context.HiddenHoldersAndOwners().OfType<Judgement.Blind>().Select(blind => blind.Gap).FirstOrDefault();

    private static IEnumerable<(IEnumerable<Guid> People, Gap? Unknown)> Approvers(RuleContext context)
    {
        var book = new ApproverBook(context.Access, forbidGuests: false);
        foreach (var held in context.HeldSettings())
        {
            if (held.Settings.Gap is { } gap)
                yield return ([], gap);
            else if (held.Settings.Value.ApprovalRequired is null)
                yield return ([], held.BlindWithout("whether activation asks for approval").Gap);
            else if (held.Settings.Value.ApprovalRequired is true)
                foreach (var one in Approvers(context, book, held.Settings.Value))
                    yield return one;
        }
    }

    /// <summary>With nobody named, all Global and Privileged Role Administrators approve.</summary>
    private static IEnumerable<(IEnumerable<Guid> People, Gap? Unknown)> Approvers(
        RuleContext context,
        ApproverBook book,
        RoleSettings settings
    ) =>
        settings.Approvers.IsEmpty
            ? [(ImplicitApprovers.Paths(context).Select(path => Guid.Parse(path.Principal.Id)), null)]
            : settings
                .Approvers.Select(approver => book[approver])
                .Select(one => ((IEnumerable<Guid>)one.People, one.Unknown));
}
