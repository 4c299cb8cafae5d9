using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Objects that have the same id and another name. A name that was not read is not another name.</summary>
internal static class Renames
{
    public static IEnumerable<ChangeRow> Of(AuditResult before, AuditResult after)
    {
        var then = NamesOf(before);
        return NamesOf(after)
            .Values.Where(now =>
                then.TryGetValue(now.Id, out var was)
                && !string.Equals(was.DisplayName, now.DisplayName, StringComparison.Ordinal)
            )
            .Select(now => Row(now, "name", then[now.Id].DisplayName, now.DisplayName))
            .Concat(UserNames(before, after));
    }

    private static IEnumerable<ChangeRow> UserNames(AuditResult before, AuditResult after)
    {
        var then = UserNamesOf(before);
        return UserNamesOf(after)
            .Values.Where(now =>
                then.TryGetValue(now.Principal.Id, out var was)
                && !string.Equals(was.PrincipalName, now.PrincipalName, StringComparison.OrdinalIgnoreCase)
            )
            .Select(now => Row(now.Principal, "user name", then[now.Principal.Id].PrincipalName, now.PrincipalName));
    }

    private static Dictionary<string, ObjectRef> NamesOf(AuditResult result) =>
        result
            .Access.SelectMany(row =>
                row.Hops.SelectMany(hop => new[] { hop.From, hop.To })
                    .Append(row.Principal)
                    .Append(row.Role)
                    .Append(row.Scope)
            )
            .Concat(result.Groups.Select(row => row.Group))
            .Where(one => !string.IsNullOrWhiteSpace(one.DisplayName))
            .DistinctBy(one => one.Id, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(one => one.Id, StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, AccessRow> UserNamesOf(AuditResult result) =>
        result
            .Access.Where(row => row.PrincipalName is not null)
            .DistinctBy(row => row.Principal.Id, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(row => row.Principal.Id, StringComparer.OrdinalIgnoreCase);

    private static ChangeRow Row(ObjectRef one, string what, string? before, string? after) =>
        new(
            one.Kind is ObjectKind.Group ? ChangeSubject.Group : ChangeSubject.Access,
            ChangeKind.Renamed,
            one,
            Role: null,
            Scope: null,
            what,
            before,
            after,
            ChangedAt: null,
            ChangedBy: null
        );
}
