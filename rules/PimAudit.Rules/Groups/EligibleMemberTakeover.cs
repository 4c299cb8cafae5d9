using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Until he activates, an eligible member is an ordinary user whose password a helpdesk can reset.</summary>
public sealed class EligibleMemberTakeover : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM313",
            Title: "A privileged role is one password reset and one activation without approval away",
            Severity: Severity.Low,
            Practice: RuleInfo.BeyondThePractice,
            Why: "Active members of a role-assignable group are kept from password resets by lesser administrators, eligible ones are "
                + "not. A helpdesk that resets one and activates as him holds the role, if nobody has to approve.",
            Needs: GroupGrants.Needs
                | SnapshotParts.GroupSettings
                | SnapshotParts.RoleAssignableGroups
                | SnapshotParts.GroupOwners
        )
        {
            Source =
                "Microsoft Learn, Privileged Identity Management (PIM) for Groups: \"we recommend that you require an approval process "
                + "for eligible member assignments\"; the risk: github.com/cisagov/ScubaGear/issues/2072; contested: github.com/MicrosoftDocs/entra-docs/pull/2049",
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var protection = new ResetProtection(context);
        return GroupGrants
            .ByGroup(context)
            .Select(grants =>
                Judge(
                    context,
                    grants.Key,
                    [.. grants.Where(grant => context.Roles.IsPrivileged(grant.RoleId))],
                    protection
                )
            )
            .OfType<Judgement>()
            .Concat(GroupGrants.Untold(context));
    }

    /// <summary>Null for a group that carries no privileged role by Approach 2.</summary>
    private static Judgement? Judge(
        RuleContext context,
        Guid groupId,
        ImmutableArray<GroupGrant> grants,
        ResetProtection protection
    )
    {
        var group = context.Reference(groupId);
        var bundle = grants.Where(grant => grant.Approach is Approach.Approach2).ToImmutableArray();
        if (bundle.IsEmpty)
            return grants.FirstOrDefault(grant => grant.Approach is Approach.Unknown) is { } unknown
                ? new Judgement.Blind(group, unknown.Gap!)
                : null;

        var owner = SettingsOwner.Group(groupId, GroupAccess.Member);
        var settings = context.Access.SettingsOf(owner);
        if (settings.Gap is { } unread)
            return new Judgement.Blind(group, unread);

        return settings.Value.ApprovalRequired switch
        {
            true => new Judgement.Meets(group),
            null => new HeldSetting(owner, group, settings, RoleTier.Privileged).BlindWithout(
                "whether activation asks for approval"
            ),
            false => JudgePeople(context, group, bundle, protection, settings.Value.PolicyId),
        };
    }

    private static Judgement JudgePeople(
        RuleContext context,
        ObjectRef group,
        ImmutableArray<GroupGrant> bundle,
        ResetProtection protection,
        string policyId
    )
    {
        var people = context.Access.People(bundle[0].GroupId);
        var open = protection.OpenIn(people);
        if (open[true].Any() && protection.Unknown is null)
            return new Judgement.Breaks(Draft(context, group, bundle, [.. open[true]], policyId));

        var gap = open[true].Any()
            ? protection.Unknown
            : open[null].Select(link => Accounts.NotTold(context.Access, link.PrincipalId)).FirstOrDefault()
                ?? people.EligibilitiesGap;
        return gap is null ? new Judgement.Meets(group) : new Judgement.Blind(group, gap);
    }

    private static FindingDraft Draft(
        RuleContext context,
        ObjectRef group,
        ImmutableArray<GroupGrant> bundle,
        ImmutableArray<GroupLink> open,
        string policyId
    )
    {
        var people = open.Select(link => link.PrincipalId).Distinct().Select(context.Reference).ToImmutableArray();
        return new()
        {
            Subject = group,
            Title =
                $"{Say.Count(people.Length, "eligible member")} of {group.Label} can be taken over by a password reset",
            Observed =
                $"activation without approval; {Say.Count(people.Length, "eligible member")} whom lesser administrators can reset",
            Expected = "approval on the group's member settings, or members who are protected from resets",
            Related =
            [
                .. people.Select(person => new RelatedObject(person, "eligible member")),
                .. GroupGrants.RolesOf(context, bundle),
            ],
            Evidence =
            [
                new(SnapshotParts.GroupSettings, policyId),
                .. GroupGrants.EvidenceOf(bundle),
                .. open.SelectMany(link => link.Evidence).Distinct(),
            ],
            Fix = new([
                "In Privileged Identity Management, Groups, select this group, Settings, Member and then Edit.",
                "On the Activation tab, select Require approval to activate and name at least two approvers.",
                "Or put the eligible people into a role-assignable group without a role as standing members: that protects their accounts.",
            ]),
        };
    }
}
