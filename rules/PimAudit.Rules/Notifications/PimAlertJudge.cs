using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>What the two rules about PIM's own alerts share.</summary>
internal static class PimAlertJudge
{
    private const string Suffix = "Alert";

    /// <summary>By id.</summary>
    public static IEnumerable<PimAlert> All(RuleContext context) =>
        context
            .Snapshot.PimAlerts.DistinctBy(alert => alert.Id, StringComparer.Ordinal)
            .OrderBy(alert => alert.Id, StringComparer.Ordinal);

    public static ObjectRef Reference(PimAlert alert) =>
        new(ObjectKind.Other, alert.Id, alert.DisplayName ?? NameOf(alert));

    /// <summary>Such as <c>StaleSignIn</c>, with or without <c>Alert</c> at its end.</summary>
    public static bool IsNamed(PimAlert alert, ImmutableHashSet<string> names) =>
        names.Contains("all") || names.Contains(NameOf(alert)) || names.Contains(NameOf(alert) + Suffix);

    public static Gap NotTold(PimAlert alert, string fact) =>
        new(SnapshotParts.PimAlerts, MissingReason.Malformed, $"It was not told {fact}: {Reference(alert).Label}.");

    private static string NameOf(PimAlert alert)
    {
        var name = alert.Id[(alert.Id.LastIndexOf('_') + 1)..];
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }
}
