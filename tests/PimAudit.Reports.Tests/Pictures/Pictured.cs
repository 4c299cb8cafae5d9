using PimAudit.Access;
using PimAudit.Model;
using PimAudit.Reports.Pictures;
using PimAudit.TestKit;

namespace PimAudit.Reports.Tests.Pictures;

/// <summary>Test tenants as pictures.</summary>
internal static class Pictured
{
    public const string Role = "Exchange Administrator";
    private const string Group = "RAG - Exchange Admins";

    /// <summary>One of each figure and each kind of line.</summary>
    public static TenantSnapshot Tenant { get; } =
        A
            .Tenant.Users("Ada", "Ben", "Cem", "Dov", "Eli", "Fay")
            .Groups(Group)
            .Group("Helpdesk", group => group with { IsRoleAssignable = false })
            .Workloads("Sync")
            .Deleted("Gus", TimeSpan.FromDays(26))
            .Unresolved("Nobody")
            .Settings(Role)
            .Eligible(Group, Role, ends: TimeSpan.FromDays(180))
            .Member(Group, "Ada")
            .Member(Group, "Ben", ends: TimeSpan.FromDays(30))
            .Member(Group, "Helpdesk")
            .PlainMember("Helpdesk", "Cem")
            .Owner(Group, "Dov")
            .Activated("Eli", Role)
            .AssignedUnlisted("Fay", Role)
            .Assigned("Sync", Role)
            .Assigned("Gus", Role)
            .Assigned("Nobody", Role);

    /// <summary>Every path of a role.</summary>
    public static AccessPicture Of(TenantSnapshot snapshot, string role = Role, params string[] unread)
    {
        var map = AccessMap.Resolve(snapshot);
        var subject = map.Directory.RoleReference(A.Role(role));
        return Of(map, subject, path => path.Role.Id == subject.Id, unread);
    }

    /// <summary>Every path of a user.</summary>
    public static AccessPicture Of(TenantSnapshot snapshot, Guid user)
    {
        var map = AccessMap.Resolve(snapshot);
        return Of(map, map.Directory.Reference(user), path => path.Principal.Id == user.ToString("D"), []);
    }

    private static AccessPicture Of(AccessMap map, ObjectRef subject, Func<AccessPath, bool> which, string[] unread) =>
        AccessPicture.Of(
            new(
                map.Snapshot,
                subject,
                $"{(subject.Kind is ObjectKind.Role ? "role" : "user")} {subject.Id}",
                map.Snapshot.Tenant.DefaultDomain!,
                "snapshot 2026-10-01 06:00 UTC, 2 h old",
                [.. map.Paths.Concat(map.TakeoverPaths).Where(which).Select(path => Drawn(map, path))],
                WithTakeover: true,
                [],
                [.. unread]
            )
        );

    private static DrawnPath Drawn(AccessMap map, AccessPath path) =>
        new(
            path,
            map.Directory.ScopeReference(path.Scope).Label,
            [.. path.Hops.Select(hop => hop.Gates?.Mfa)],
            path.State is HopState.Unknown ? ["kind unknown"] : []
        );
}
