using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A strong role in many hands is a strong role in careless ones.</summary>
public sealed class TooManyHolders : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM111",
            Title: "More principals reach a strong role than the profile allows",
            Severity: Severity.Low,
            Practice: RuleInfo.BeyondThePractice,
            Why: "Each holder of a strong role is one account more that an attacker may take, and one more to review. A role that many "
                + "need is often a smaller role that nobody looked for.",
            Needs: RolePeople.Needs
        )
        {
            LeansOn = RolePeople.LeansOn,
            JudgesWithoutPim = true,
            Source =
                "Microsoft Learn, Best practices for Microsoft Entra roles: limit the number of privileged role assignments to less than 10",
            Parameters =
            [
                RuleParameter.Number("max", 10, "most holders of one role at one scope"),
                RuleParameter.Ids(
                    "roles",
                    "roles that are counted, by template id",
                    WellKnownRoles.GlobalAdministrator,
                    WellKnownRoles.PrivilegedRoleAdministrator,
                    WellKnownRoles.SecurityAdministrator,
                    WellKnownRoles.ApplicationAdministrator,
                    WellKnownRoles.CloudApplicationAdministrator,
                    WellKnownRoles.ConditionalAccessAdministrator,
                    WellKnownRoles.PrivilegedAuthenticationAdministrator
                ),
            ],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var max = context.Parameters.Number("max");
        var roles = context.Parameters.Ids("roles");
        var held = roles
            .SelectMany(role =>
                context.Access.PathsTo(context.RoleReference(role)).Where(path => Counts(context, path))
            )
            .ToLookup(path => (Role: Guid.Parse(path.Role.Id), path.Scope));
        var hidden = HiddenGrant
            .Of(context)
            .Where(grant => roles.Contains(grant.RoleId))
            .ToLookup(grant => (Role: grant.RoleId, grant.Scope));
        return held.Select(paths => paths.Key)
            .Union(hidden.Select(grants => grants.Key))
            .OrderBy(key => key.Role.ToString("D"), StringComparer.Ordinal)
            .ThenBy(key => key.Scope, StringComparer.Ordinal)
            .Select(key => Judge(context, key, [.. held[key]], hidden[key].FirstOrDefault()?.Gap, max));
    }

    /// <summary>Users and workloads that the directory has, disabled ones too: they can be enabled again.</summary>
    private static bool Counts(RuleContext context, AccessPath path) =>
        path.Principal.Kind is ObjectKind.User or ObjectKind.ServicePrincipal
        && Guid.TryParse(path.Principal.Id, out var id)
        && context.Access.Directory.Deleted(id) is null
        && !context.Emergency.Contains(id);

    private static Judgement Judge(
        RuleContext context,
        (Guid Role, string Scope) key,
        ImmutableArray<AccessPath> paths,
        Gap? hidden,
        int max
    )
    {
        var holders = paths
            .Select(path => path.Principal)
            .DistinctBy(holder => holder.Id, StringComparer.Ordinal)
            .OrderBy(holder => holder.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        var role = context.RoleReference(key.Role);
        ImmutableArray<ObjectRef> identity = [context.ScopeReference(key.Scope)];
        if (holders.Length > max)
            return new Judgement.Breaks(Draft(context, key, paths, holders, max));

        return hidden is not null
            ? new Judgement.Blind(role, hidden) { Identity = identity }
            : new Judgement.Meets(role) { Identity = identity };
    }

    private static FindingDraft Draft(
        RuleContext context,
        (Guid Role, string Scope) key,
        ImmutableArray<AccessPath> paths,
        ImmutableArray<ObjectRef> holders,
        int max
    )
    {
        var role = context.RoleReference(key.Role);
        return new()
        {
            Subject = role,
            Identity = [context.ScopeReference(key.Scope)],
            Title =
                $"{holders.Length.ToString(CultureInfo.InvariantCulture)} principals reach {RoleWords.RoleAt(context, key.Role, key.Scope)}",
            Observed = Say.Count(holders.Length, "holder"),
            Expected =
                $"at most {Say.Count(max, "holder")}: distinct users and workloads by object id, by any path, eligible ones included, emergency access accounts left out",
            Role = role,
            Scope = key.Scope,
            Related = [.. holders.Select(holder => new RelatedObject(holder, "holder"))],
            Evidence = HolderPaths.EvidenceOf(paths),
            Fix = new([
                "In Privileged Identity Management, Microsoft Entra roles, Assignments, open this role.",
                "For each holder, find the least privileged role for the tasks and make the holder eligible for that.",
                "Then remove the assignment, or take the holder out of the group through which it reaches the role.",
            ]),
        };
    }
}
