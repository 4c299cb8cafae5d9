using System.Collections.Immutable;
using PimAudit.Access.Use;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>What the rules about use share: whose activations they look at, and how they name them.</summary>
internal static class UseParts
{
    public const string AuditLog =
        "In the Entra admin centre, open Identity Governance, Privileged Identity Management, Microsoft Entra roles, Resource audit (for a group: Groups, the group, Resource audit), and filter by this person.";

    private const int MostEntries = 10;

    /// <summary>Activations of people whom the directory still has; emergency access accounts left out.</summary>
    public static IEnumerable<ActivationSeries> OfPeople(RuleContext context) =>
        context.Access.Activations.All.Where(series =>
            context.Access.Directory.User(series.Key.PersonId) is not null
            && !context.Emergency.Contains(series.Key.PersonId)
        );

    /// <summary>One blind judgement for each person of whom it could not be read whether the directory still has him.</summary>
    public static IEnumerable<Judgement> OfUnread(RuleContext context) =>
        Unread(context)
            .DistinctBy(one => one.Series.Key.PersonId)
            .Select(one => new Judgement.Blind(context.Reference(one.Series.Key.PersonId), one.Gap));

    /// <summary>Activations of people of whom it could not be read whether the directory still has them, and why.</summary>
    public static IEnumerable<(ActivationSeries Series, Gap Gap)> Unread(RuleContext context) =>
        context
            .Access.Activations.All.Where(series =>
                context.Access.Directory.User(series.Key.PersonId) is null
                && !context.Emergency.Contains(series.Key.PersonId)
            )
            .Select(series =>
                (Series: series, Gap: context.Snapshot.Collection.GapOf(SnapshotParts.Principals, series.Key.PersonId))
            )
            .Where(one => one.Gap is not null)
            .Select(one => (one.Series, one.Gap!));

    /// <summary>The role, or the group.</summary>
    public static ObjectRef Target(RuleContext context, ActivationKey key) =>
        key.IsRole
            ? context.RoleReference(key.TargetId)
            : new(ObjectKind.Group, key.TargetId, context.Reference(key.TargetId).DisplayName);

    /// <summary>The entries themselves, the first ten of them.</summary>
    public static ImmutableArray<Evidence> EvidenceOf(IEnumerable<Activation> activations) =>
        [.. activations.Take(MostEntries).Select(one => new Evidence(SnapshotParts.AuditEvents, one.EntryId))];
}
