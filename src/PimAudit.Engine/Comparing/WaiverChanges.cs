using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Waivers that came, went, ran out or were moved: matched by rule and targets, whatever their spelling.</summary>
internal static class WaiverChanges
{
    public static IEnumerable<ChangeRow> Of(AuditResult before, AuditResult after)
    {
        var then = ByKey(before);
        var now = ByKey(after);
        return then
            .Keys.Union(now.Keys, StringComparer.Ordinal)
            .SelectMany(key => Of(key, then.GetValueOrDefault(key), now.GetValueOrDefault(key)));
    }

    private static IEnumerable<ChangeRow> Of(string key, WaiverRow? was, WaiverRow? now)
    {
        if (was is null)
            yield return Row(ChangeKind.Gained, key, now!, null, Last(now!));
        else if (now is null)
            yield return Row(ChangeKind.Lost, key, was, Last(was), null);
        else
        {
            if (now.State is WaiverState.Expired && was.State is not WaiverState.Expired)
                yield return Row(ChangeKind.Expired, key, now, Last(was), Last(now));
            else if (now.Expires != was.Expires)
                yield return Row(
                    now.Expires > was.Expires ? ChangeKind.Extended : ChangeKind.Shortened,
                    key,
                    now,
                    Last(was),
                    Last(now)
                );
            if (!string.Equals(Said(was), Said(now), StringComparison.Ordinal))
                yield return Row(ChangeKind.Altered, key, now, Said(was), Said(now)) with
                {
                    What = "reason",
                };
        }
    }

    private static string Said(WaiverRow row) => $"{row.Reason} (approved by {row.ApprovedBy})";

    private static string Last(WaiverRow row) =>
        $"until {row.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    private static ChangeRow Row(ChangeKind kind, string key, WaiverRow row, string? before, string? after) =>
        new(
            ChangeSubject.Waiver,
            kind,
            new(ObjectKind.Waiver, key, $"{row.RuleId} for {string.Join(", ", row.Targets)}"),
            Role: null,
            Scope: null,
            What: null,
            before,
            after,
            ChangedAt: null,
            ChangedBy: null
        );

    /// <summary>Of two about the same, the one that lasts longest.</summary>
    private static Dictionary<string, WaiverRow> ByKey(AuditResult result) =>
        result
            .Waivers.OrderByDescending(row => row.Expires)
            .DistinctBy(KeyOf, StringComparer.Ordinal)
            .ToDictionary(KeyOf, StringComparer.Ordinal);

    private static string KeyOf(WaiverRow row) =>
        new Waiver(row.RuleId, row.Targets, row.Reason, row.ApprovedBy, row.Expires).Key;
}
