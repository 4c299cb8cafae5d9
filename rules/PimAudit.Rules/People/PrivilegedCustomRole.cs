using System.Collections.Frozen;
using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A role that nobody counts as privileged is guarded like one that is not.</summary>
public sealed class PrivilegedCustomRole : IRule
{
    private const SnapshotParts Lists =
        SnapshotParts.RoleAssignments | SnapshotParts.ActiveAssignments | SnapshotParts.EligibleAssignments;

    public RuleInfo Info { get; } =
        new(
            Id: "PIM612",
            Title: "A role in use is privileged, or may be, and no list says so",
            Severity: Severity.Medium,
            Practice: RuleInfo.BeyondThePractice,
            Why: "A custom role that resets passwords or adds credentials is worth as much as a built-in one that does. As no list "
                + "calls it privileged, nobody asks for approval, reviews or alerts on it.",
            Needs: Lists | SnapshotParts.RoleDefinitions
        )
        {
            JudgesWithoutPim = true,
            LeansOn = SnapshotParts.PrivilegedRoles,
            Source =
                "Microsoft Learn, Privileged roles and permissions in Microsoft Entra ID; Microsoft Learn, Microsoft Entra built-in roles",
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var told = context
            .Snapshot.PrivilegedRoles.DistinctBy(row => row.RoleDefinitionId)
            .ToFrozenDictionary(row => row.RoleDefinitionId, row => row.IsPrivileged);
        return Held(context)
            .GroupBy(grant => grant.RoleId)
            .OrderBy(grants => grants.Key.ToString("D"), StringComparer.Ordinal)
            .Select(grants =>
                Judge(
                    context,
                    grants.Key,
                    told.TryGetValue(grants.Key, out var privileged) ? privileged : null,
                    [.. grants.SelectMany(grant => grant.Evidence).Distinct()]
                )
            );
    }

    private static IEnumerable<(Guid RoleId, ImmutableArray<Evidence> Evidence)> Held(RuleContext context) =>
        context
            .Access.Active.Where(grant => !context.IsExempt(grant.PrincipalId))
            .Select(grant => (grant.RoleId, grant.Evidence))
            .Concat(
                context
                    .Access.Eligible.Where(grant => !context.IsExempt(grant.PrincipalId))
                    .Select(grant => (grant.RoleId, grant.Evidence))
            );

    /// <param name="told">What Graph beta says; null when it was not asked or did not say.</param>
    private static Judgement Judge(RuleContext context, Guid id, bool? told, ImmutableArray<Evidence> rows)
    {
        var reference = context.RoleReference(id);
        if (BuiltInRoles.ByTemplateId.ContainsKey(id))
            return new Judgement.Meets(reference);
        if (context.Access.Directory.Role(id) is not { } role)
            return new Judgement.Blind(
                reference,
                new(
                    SnapshotParts.RoleDefinitions,
                    MissingReason.Malformed,
                    $"The tenant's list of roles does not hold {id:D}."
                )
            );

        var reasons = PrivilegeSigns.Of(role, told);
        return !reasons.IsEmpty ? Finding(role, told, reasons, rows)
            : told is null && AskedInVain(context, id) is { } gap ? new Judgement.Blind(reference, gap)
            : new Judgement.Meets(reference);
    }

    /// <summary>Where beta was not asked for, the shipped list decides alone.</summary>
    private static Gap? AskedInVain(RuleContext context, Guid id) =>
        context.Snapshot.Collection[SnapshotParts.PrivilegedRoles].Status is PartStatus.NotAsked
            ? null
            : context.Snapshot.Collection.GapOf(SnapshotParts.PrivilegedRoles, id);

    private static Judgement.Breaks Finding(
        RoleDefinition role,
        bool? told,
        ImmutableArray<string> reasons,
        ImmutableArray<Evidence> rows
    ) =>
        new(
            new FindingDraft
            {
                Subject = role.Reference,
                Title = role.IsBuiltIn
                    ? $"{role.Reference.Label} is a built-in role that this version does not know"
                    : $"The custom role {role.Reference.Label} is privileged",
                Observed = string.Join("; ", reasons),
                Expected = role.IsBuiltIn
                    ? "a role of which it is known whether it is privileged"
                    : $"no sensitive action (list of {PrivilegeSigns.Day(SensitiveActions.AsOf)}) in a custom role",
                Role = role.Reference,
                Evidence =
                [
                    new(SnapshotParts.RoleDefinitions, role.Reference.Id),
                    .. told is null ? [] : new[] { new Evidence(SnapshotParts.PrivilegedRoles, role.Reference.Id) },
                    .. rows,
                ],
                Fix = new(
                    role.IsBuiltIn
                        ?
                        [
                            "Update PimAudit, whose list of built-in roles is older than this role.",
                            "Until then name the role under alsoPrivileged in the configuration, if it is privileged.",
                        ]
                        :
                        [
                            "In the Entra admin centre, Roles and administrators, take the sensitive actions from the custom role.",
                            "Give them by a built-in role instead, eligible, to those who need them.",
                            "Where the custom role stays, name it under alsoPrivileged in the configuration, so that all rules treat it as privileged.",
                        ]
                ),
            }
        );
}
