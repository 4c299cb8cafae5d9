using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Groups that carry other roles, or carry them otherwise, and groups whose protection or owners changed.</summary>
internal sealed class GroupChanges(AuditResult before, AuditResult after)
{
    private readonly AccessSeen seenBefore = new(before);
    private readonly AccessSeen seenAfter = new(after);

    public static IEnumerable<ChangeRow> Of(AuditResult before, AuditResult after) =>
        new GroupChanges(before, after).Rows();

    private IEnumerable<ChangeRow> Rows()
    {
        var then = ById(before);
        var now = ById(after);
        foreach (var id in then.Keys.Union(now.Keys, StringComparer.OrdinalIgnoreCase))
        {
            var (was, row) = (then.GetValueOrDefault(id), now.GetValueOrDefault(id));
            var group = (row ?? was)!.Group;
            foreach (var change in Grants(group, was, row))
                yield return change;
            if (was is not null && row is not null)
                foreach (var change in Properties(was, row))
                    yield return change;
        }
    }

    private IEnumerable<ChangeRow> Grants(ObjectRef group, GroupRow? was, GroupRow? row)
    {
        var then = ByRole(was);
        var now = ByRole(row);
        foreach (var key in then.Keys.Union(now.Keys, StringComparer.OrdinalIgnoreCase))
            if (Grant(group, then.GetValueOrDefault(key), now.GetValueOrDefault(key)) is { } change)
                yield return change;
    }

    private ChangeRow? Grant(ObjectRef group, GroupGrantRow? was, GroupGrantRow? now) =>
        (was, now) switch
        {
            (null, { } came) when seenBefore.Read.ShowGrants && !seenBefore.ShowsUnresolved(group, came) => Row(
                ChangeKind.Gained,
                group,
                came,
                "role",
                null,
                Held(came)
            ),
            ({ } went, null) => seenAfter.Read.Confirm(went) && !seenAfter.ShowsUnresolved(group, went)
                ? Row(ChangeKind.Lost, group, went, "role", Held(went), null)
                : Row(ChangeKind.NotConfirmed, group, went, "role", Held(went), RunComparison.NotRead),
            ({ } then, { } here) when ApproachDirection.Of(then.Approach, here.Approach) is { } kind => Row(
                kind,
                group,
                here,
                "approach",
                ApproachDirection.Word(then.Approach),
                ApproachDirection.Word(here.Approach)
            ),
            _ => null,
        };

    private static IEnumerable<ChangeRow> Properties(GroupRow was, GroupRow now)
    {
        ChangeRow?[] rows =
        [
            Property(was, now, "protection", Protected(was.IsRoleAssignable), Protected(now.IsRoleAssignable)),
            Property(was, now, "kind", was.Kind, now.Kind),
            Property(was, now, "owners", Owners(was.Owners), Owners(now.Owners)),
        ];
        return rows.OfType<ChangeRow>();
    }

    private static ChangeRow? Property(GroupRow was, GroupRow now, string what, string? before, string? after) =>
        before is null || string.Equals(before, after, StringComparison.Ordinal)
            ? null
            : new(
                ChangeSubject.Group,
                after is null ? ChangeKind.NotConfirmed
                    : what is not "protection" ? ChangeKind.Altered
                    : now.IsRoleAssignable is true ? ChangeKind.Strengthened
                    : ChangeKind.Weakened,
                now.Group,
                Role: null,
                Scope: null,
                what,
                before,
                after ?? RunComparison.NotRead,
                ChangedAt: null,
                ChangedBy: null
            );

    private static ChangeRow Row(
        ChangeKind kind,
        ObjectRef group,
        GroupGrantRow grant,
        string what,
        string? before,
        string? after
    ) => new(ChangeSubject.Group, kind, group, grant.Role, grant.Scope, what, before, after, null, null);

    private static string Held(GroupGrantRow grant) =>
        (grant.Eligible, grant.Active) switch
        {
            (true, true) => "eligible and active",
            (true, false) => "eligible",
            _ => "active",
        };

    private static string? Protected(bool? isRoleAssignable) =>
        isRoleAssignable switch
        {
            true => "role-assignable",
            false => "not role-assignable",
            null => null,
        };

    private static string? Owners(int? owners) => owners is { } count ? Say.Count(count, "owner") : null;

    private static Dictionary<string, GroupRow> ById(AuditResult result) =>
        result
            .Groups.DistinctBy(row => row.Group.Id, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(row => row.Group.Id, StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, GroupGrantRow> ByRole(GroupRow? row) =>
        (row?.Grants ?? [])
            .DistinctBy(grant => $"{grant.Role.Id} {grant.Scope.Id}", StringComparer.OrdinalIgnoreCase)
            .ToDictionary(grant => $"{grant.Role.Id} {grant.Scope.Id}", StringComparer.OrdinalIgnoreCase);
}
