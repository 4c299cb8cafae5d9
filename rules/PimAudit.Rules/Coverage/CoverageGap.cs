using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>What was not read was not judged, and whoever reads the report must know it.</summary>
public sealed class CoverageGap : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM901",
            Title: "A part of the tenant could not be read",
            Severity: Severity.Medium,
            Practice: RuleInfo.BeyondThePractice,
            Why: "Rules that need this part say nothing about what they could not see. Silence is not a pass: a deviation may stand "
                + "exactly where nobody looked.",
            Needs: SnapshotParts.None
        )
        {
            Source = "PimAudit: what could not be read is reported, never passed",
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        Enum.GetValues<SnapshotParts>()
            .Where(part => part is not SnapshotParts.None)
            .SelectMany(part => Judge(context, context.Snapshot.Collection[part]));

    private static IEnumerable<Judgement> Judge(RuleContext context, PartRecord record) =>
        record switch
        {
            { Status: PartStatus.Complete } => [new Judgement.Meets(Reference(record))],
            { Status: PartStatus.Partial } => record
                .Gaps.DistinctBy(gap => gap.ObjectId, StringComparer.Ordinal)
                .OrderBy(gap => gap.ObjectId, StringComparer.Ordinal)
                .Select(gap => OfObject(context, record, gap)),
            { Status: PartStatus.NotAsked } when context.RulesBlindFor(record.Part).IsEmpty => [],
            _ => [OfWhole(context, record)],
        };

    private static ObjectRef Reference(PartRecord record) =>
        new(ObjectKind.Part, record.Part.ToString(), Words(record));

    private static string Words(PartRecord record) => PartNames.InSentence(record.Part);

    private static Judgement.Breaks OfWhole(RuleContext context, PartRecord record) =>
        new(
            new FindingDraft
            {
                Subject = Reference(record),
                Title = $"The part {Words(record)} could not be read",
                Observed =
                    $"{Say.Word(record.Status)}: {record.Detail ?? "no reason was told"} {Blind(context, record)}",
                Expected = "read completely",
                Evidence = [new(record.Part, record.Request.Length > 0 ? record.Request : record.Part.ToString())],
                Fix = FixOf(record),
            }
        );

    private static Judgement.Breaks OfObject(RuleContext context, PartRecord record, ObjectGap gap)
    {
        var about = About(context, record.Part, gap.ObjectId);
        return new(
            new FindingDraft
            {
                Subject = Reference(record),
                Identity = [about],
                Title = $"The part {Words(record)} could not be read for {about.Label}",
                Observed = $"{Say.Word(gap.Reason)}: {gap.Detail} {Blind(context, record)}",
                Expected = "read for every object",
                Related = [new(about, "not read")],
                Evidence = [new(record.Part, gap.ObjectId)],
                Fix = FixOf(record with { Reason = gap.Reason }),
            }
        )
        {
            Identity = [about],
        };
    }

    private static string Blind(RuleContext context, PartRecord record) =>
        context.RulesBlindFor(record.Part) is { IsEmpty: false } rules
            ? $"Blind: {string.Join(", ", rules)}."
            : "No rule is blind for it.";

    private static Fix FixOf(PartRecord record)
    {
        var cure = Cure.Of(record) ?? "Take a new snapshot with this version.";
        return new(
            record.Permission.Length > 0
                ? [cure, $"The least permission that reads this part is {record.Permission}."]
                : [cure]
        );
    }

    /// <summary>The kind comes from the part, so that the identity stays the same when the object can be read again.</summary>
    private static ObjectRef About(RuleContext context, SnapshotParts part, string id)
    {
        var kind = part switch
        {
            SnapshotParts.RoleSettings or SnapshotParts.PrivilegedRoles => ObjectKind.Role,
            SnapshotParts.GroupsOfUsers or SnapshotParts.SignInActivity => ObjectKind.User,
            SnapshotParts.ServicePrincipalOwners or SnapshotParts.Applications => ObjectKind.ServicePrincipal,
            SnapshotParts.ApplicationOwners or SnapshotParts.PimAlerts => ObjectKind.Other,
            SnapshotParts.EmergencyAccounts => ObjectKind.ConfigurationEntry,
            SnapshotParts.AccessReviewInstances => ObjectKind.AccessReview,
            SnapshotParts.Principals
            or SnapshotParts.DeletedItems
            or SnapshotParts.RoleAssignments
            or SnapshotParts.ActiveAssignments => ObjectKind.Unresolved,
            _ => ObjectKind.Group,
        };
        return new(kind, id, NameOf(context, kind, id));
    }

    private static string? NameOf(RuleContext context, ObjectKind kind, string id)
    {
        if (!Guid.TryParse(id, out var guid))
            return null;

        return kind switch
        {
            ObjectKind.Role => context.RoleReference(guid).DisplayName,
            ObjectKind.Other => context.Snapshot.Applications.FirstOrDefault(one => one.Id == guid)?.DisplayName,
            _ => context.Reference(guid).DisplayName,
        };
    }
}
