using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Who reaches some role, as a count of people needs it. Each object once, ordinal by id.</summary>
/// <param name="Enabled">Users who are enabled.</param>
/// <param name="Untold">Users of whom it was not read whether they are enabled.</param>
/// <param name="Workloads">Service principals: listed, never counted.</param>
/// <param name="Hidden">Why there may be anybody else; null when everybody is known.</param>
/// <param name="UntoldGap">Why the first of the untold is; null when there is none.</param>
internal sealed record RolePeople(
    ImmutableArray<ObjectRef> Enabled,
    ImmutableArray<ObjectRef> Untold,
    ImmutableArray<ObjectRef> Workloads,
    Gap? Hidden,
    Gap? UntoldGap
)
{
    /// <summary>Without these nobody can say who holds which role. Groups are told by the grants that lead through them.</summary>
    public const SnapshotParts Needs = StandingGrants.Needs | SnapshotParts.EligibleAssignments;

    /// <summary>Parts that name the people behind a group.</summary>
    public const SnapshotParts LeansOn = SnapshotParts.GroupMembers | SnapshotParts.GroupEligibilities;

    /// <summary>By all certain paths, eligible ones included.</summary>
    /// <param name="reaches">Which roles at which scopes.</param>
    /// <param name="emergency">Emergency access accounts count too.</param>
    public static RolePeople Of(RuleContext context, Func<Guid, string, bool> reaches, bool emergency)
    {
        var found = context
            .Access.Paths.Where(path => reaches(Guid.Parse(path.Role.Id), path.Scope))
            .Select(path => path.Principal)
            .DistinctBy(principal => principal.Id, StringComparer.Ordinal)
            .OrderBy(principal => principal.Id, StringComparer.Ordinal)
            .Select(principal => (Reference: principal, Id: Guid.Parse(principal.Id)))
            .Where(one => emergency || !context.Emergency.Contains(one.Id))
            .ToList();
        var users = found
            .Where(one => one.Reference.Kind is ObjectKind.User)
            .Select(one => (one.Reference, one.Id, IsEnabled: Accounts.IsEnabledUser(context.Access, one.Id)))
            .ToList();
        var untold = users.Where(user => user.IsEnabled is null).ToList();
        return new(
            [.. users.Where(user => user.IsEnabled is true).Select(user => user.Reference)],
            [.. untold.Select(user => user.Reference)],
            [.. found.Select(one => one.Reference).Where(one => one.Kind is ObjectKind.ServicePrincipal)],
            HiddenBehind(context, reaches),
            untold.Count == 0 ? null : Accounts.NotTold(context.Access, untold[0].Id)
        );
    }

    /// <summary>Configured emergency access accounts of which nobody knows which users they are.</summary>
    public static ImmutableArray<EmergencyAccount> UnreadEmergency(RuleContext context) =>
        [.. context.Emergency.All.Where(account => account.State is EntryState.NotRead)];

    private static Gap? HiddenBehind(RuleContext context, Func<Guid, string, bool> reaches) =>
        HiddenGrant
            .Of(context)
            .Where(grant => reaches(grant.RoleId, grant.Scope))
            .Select(grant => grant.Gap)
            .FirstOrDefault();
}
