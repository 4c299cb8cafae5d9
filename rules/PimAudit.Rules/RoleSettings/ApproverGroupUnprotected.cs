using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Whoever can edit the approver group approves, by way of a friend, what he may not hold.</summary>
public sealed class ApproverGroupUnprotected : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM220",
            Title: "Approvers of a highly privileged role are a group that lesser administrators can edit",
            Severity: Severity.High,
            Practice: RuleInfo.BeyondThePractice,
            Why: "Owners of an ordinary group, and every groups or user administrator, can put somebody into it, who then approves the "
                + "highest roles. The approval is worth no more than the group behind it.",
            Needs: SettingsJudge.Needs
        )
        {
            Source =
                "Microsoft Learn, Restricted management administrative units in Microsoft Entra ID; "
                + "Use Microsoft Entra groups to manage role assignments, How are role-assignable groups protected",
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var gates = Gates(context).ToImmutableArray();
        return gates
            .Select(gate => Unread(gate.Held, gate.Gap))
            .OfType<Judgement>()
            .Concat(
                gates
                    .Where(gate => Unread(gate.Held, gate.Gap) is null)
                    .SelectMany(gate => GroupsOf(gate.Held).Select(id => (Id: id, gate.Held)))
                    .GroupBy(pair => pair.Id, pair => pair.Held)
                    .OrderBy(pairs => pairs.Key.ToString("D"), StringComparer.Ordinal)
                    .Select(pairs => Judge(context, pairs.Key, [.. pairs]))
                    .OfType<Judgement>()
            )
            .Concat(SettingsJudge.HiddenOwners(context));
    }

    /// <summary>The highly privileged roles, and the groups whose activation gives one.</summary>
    private static IEnumerable<(HeldSetting Held, Gap? Gap)> Gates(RuleContext context) =>
        context
            .Roles.HighlyPrivileged.OrderBy(id => id.ToString("D"), StringComparer.Ordinal)
            .Select(id => (HeldOf(context, SettingsOwner.Role(id)), (Gap?)null))
            .Concat(
                ActivatedGroups
                    .CarryingHighlyPrivileged(context)
                    .Select(group => (HeldOf(context, group.Owner), group.Gap))
            );

    private static HeldSetting HeldOf(RuleContext context, SettingsOwner owner) =>
        new(owner, context.Access.Reference(owner), context.Access.SettingsOf(owner), RoleTier.HighlyPrivileged);

    /// <summary>Null where the settings tell whether somebody approves, and who.</summary>
    private static Judgement.Blind? Unread(HeldSetting held, Gap? gap)
    {
        if ((gap ?? held.Settings.Gap) is { } missing)
            return held.Blind(missing);

        return held.Settings.Value switch
        {
            { ApprovalRequired: null } => held.BlindWithout("whether activation asks for approval"),
            { ApprovalRequired: true } asked when asked.Approvers.Any(one => one.Kind is ApproverKind.Unknown) =>
                held.BlindWithout("of what kind an approver is"),
            _ => null,
        };
    }

    private static IEnumerable<Guid> GroupsOf(HeldSetting held) =>
        held.Settings.Value.ApprovalRequired is true
            ? held
                .Settings.Value.Approvers.Where(approver => approver.Kind is ApproverKind.Group)
                .Select(approver => approver.Id)
                .OfType<Guid>()
                .Distinct()
            : [];

    /// <summary>Null for a group that is not there any more: it approves nothing, as PIM208 says.</summary>
    private static Judgement? Judge(RuleContext context, Guid groupId, ImmutableArray<HeldSetting> gates)
    {
        var directory = context.Access.Directory;
        if (directory.Deleted(groupId) is not null || directory.IsUnresolved(groupId))
            return null;

        var group = directory.Group(groupId);
        var reference = new ObjectRef(ObjectKind.Group, groupId, context.Reference(groupId).DisplayName);
        return Maybe.Any([group?.IsRoleAssignable, group?.IsManagementRestricted]) switch
        {
            true => new Judgement.Meets(reference),
            false => new Judgement.Breaks(Draft(reference, gates)),
            null => new Judgement.Blind(
                reference,
                GroupGrants.NotTold(context, groupId, "whether a group is protected from lesser administrators")
            ),
        };
    }

    private static FindingDraft Draft(ObjectRef group, ImmutableArray<HeldSetting> gates) =>
        new()
        {
            Subject = group,
            Title =
                $"{group.Label} approves {string.Join(", ", gates.Select(held => held.Label))} but is not protected",
            Observed = "an ordinary group: not role-assignable, not in a restricted management administrative unit",
            Expected = "a role-assignable group, or a group in a restricted management administrative unit",
            Role = gates.Length == 1 && gates[0].Owner.IsRole ? gates[0].Subject : null,
            Related =
            [
                .. gates
                    .Select(held => held.Subject)
                    .Distinct()
                    .Select(one => new RelatedObject(one, "approved by it")),
            ],
            Evidence = [new(SnapshotParts.Principals, group.Id), .. gates.Select(held => held.Evidence)],
            Fix = new([
                "Make a role-assignable group with the approvers as members, or add this group to a restricted management administrative unit.",
                "In Privileged Identity Management, open the settings of each role or group that names this one, select Edit and the Activation tab.",
                "Name the new group as approver, remove this one and select Update.",
            ]),
        };
}
