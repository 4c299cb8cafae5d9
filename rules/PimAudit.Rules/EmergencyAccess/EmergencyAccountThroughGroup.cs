using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A group between the account and its role is one more thing that somebody can change, or that can fail.</summary>
public sealed class EmergencyAccountThroughGroup : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM404",
            Title: "An emergency access account holds its role through a group",
            Severity: Severity.Medium,
            Practice: "DO-5",
            Why: "Who may change the group can take the way out of an emergency away, or join it. The account works only as long as the "
                + "group, its membership and its assignment are all left alone.",
            Needs: SnapshotParts.RoleAssignments
                | SnapshotParts.ActiveAssignments
                | SnapshotParts.GroupMembers
                | SnapshotParts.Principals
        )
        {
            LeansOn = SnapshotParts.EmergencyAccounts,
            JudgesWithoutPim = true,
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var byAccount = context
            .Access.PathsTo(context.RoleReference(WellKnownRoles.GlobalAdministrator))
            .Where(path =>
                path.Hops.Length > 1
                && string.Equals(path.Scope, "/", StringComparison.Ordinal)
                && context.Emergency.Contains(Guid.Parse(path.Principal.Id))
            )
            .ToLookup(path => path.Principal.Id, StringComparer.Ordinal);
        return EmergencyJudge.Each(
            context,
            (id, account) =>
                EmergencyJudge.Sum(
                    account,
                    byAccount[account.Id]
                        .Where(path => path.State is HopState.Standing)
                        .GroupBy(path => path.Hops[0].To.Id, StringComparer.Ordinal)
                        .OrderBy(paths => paths.Key, StringComparer.Ordinal)
                        .Select(paths => Finding(context, account, [.. paths])),
                    Hidden(context, id, byAccount[account.Id])
                )
        );
    }

    /// <summary>Why it may hold the role through a group of which we do not know.</summary>
    private static Gap? Hidden(RuleContext context, Guid id, IEnumerable<AccessPath> paths) =>
        paths.FirstOrDefault(path => path.State is HopState.Unknown) is { } path
            ? Untold(context, path)
            : context
                .Access.Active.Where(grant =>
                    grant.RoleId == WellKnownRoles.GlobalAdministrator
                    && string.Equals(grant.Scope, "/", StringComparison.Ordinal)
                )
                .Select(grant => context.Access.HoldersOf(grant.PrincipalId))
                .Where(holders => !holders.Ids.Contains(id))
                .Select(holders => holders.Hidden)
                .FirstOrDefault(gap => gap is not null);

    /// <summary>It is in the group, or the group holds the role, but whether that stands or was activated was not told.</summary>
    private static Gap Untold(RuleContext context, AccessPath path) =>
        context.Access.People(Guid.Parse(path.Hops[0].To.Id)).AssignmentsGap
        ?? new Gap(
            SnapshotParts.ActiveAssignments,
            MissingReason.Malformed,
            $"PIM does not tell how {path.Hops[^1].From.Label} holds Global Administrator, and until when."
        );

    private static Judgement.Breaks Finding(RuleContext context, ObjectRef account, ImmutableArray<AccessPath> paths)
    {
        var role = context.RoleReference(WellKnownRoles.GlobalAdministrator);
        var group = paths[0].Hops[0].To;
        ImmutableArray<ObjectRef> further =
        [
            .. paths
                .SelectMany(path => path.Hops.Skip(1).Select(hop => hop.From))
                .DistinctBy(one => one.Id, StringComparer.Ordinal)
                .Where(one => !string.Equals(one.Id, group.Id, StringComparison.Ordinal)),
        ];
        return new(
            new FindingDraft
            {
                Subject = account,
                Identity = [group],
                Title = $"The emergency access account {account.Label} holds {role.Label} through {group.Label}",
                Observed =
                    $"member of {string.Join(", in ", further.Select(one => one.Label).Prepend(group.Label))}, which holds the role",
                Expected = $"{role.Label} assigned to the account itself, active and permanent",
                Role = role,
                Scope = "/",
                Path = paths[0].Hops,
                Related = [.. further.Select(one => new RelatedObject(one, "group on the way"))],
                Evidence = [.. paths.SelectMany(path => path.Hops).SelectMany(hop => hop.Evidence).Distinct()],
                Fix = new(
                    [
                        "In Privileged Identity Management, Microsoft Entra roles, Assignments, make the account itself active for Global Administrator, permanently.",
                        "Sign in with it once to see that it works.",
                        "Then take it out of the group, and remove the group's assignment where nobody else needs it.",
                    ],
                    Assign(account)
                ),
            }
        );
    }

    /// <summary>The first step alone: the others take access away, which is for a person to do once the first has worked.</summary>
    private static string Assign(ObjectRef account) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"New-MgRoleManagementDirectoryRoleAssignmentScheduleRequest -BodyParameter @{{ action = 'adminAssign'; principalId = '{account.Id}'; roleDefinitionId = '{WellKnownRoles.GlobalAdministrator:D}'; directoryScopeId = '/'; justification = 'Emergency access'; scheduleInfo = @{{ startDateTime = (Get-Date).ToUniversalTime(); expiration = @{{ type = 'noExpiration' }} }} }}"
        );
}
