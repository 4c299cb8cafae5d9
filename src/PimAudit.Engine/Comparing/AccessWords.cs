using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>A path and its state in words. Names are the tenant's own: escape them where they are printed.</summary>
internal static class AccessWords
{
    /// <returns>Such as <c>through RAG - Messaging</c>; null for a direct path.</returns>
    public static string? Path(AccessRow row) =>
        row.Hops.Length <= 1
            ? null
            : string.Join(
                ", ",
                row.Hops.Where(hop => hop.Relation is not HopRelation.Role)
                    .Select(hop => $"{(hop.Relation is HopRelation.Owner ? "as owner of" : "through")} {hop.To.Label}")
            );

    /// <summary>Such as <c>eligible, permanent</c> or <c>standing, ends 2026-12-01</c>.</summary>
    public static string State(AccessRow row) =>
        row.State is HopState.Activated ? $"activated, ends {End(row, Say.Moment)}"
        : row.IsPermanent is true ? $"{Word(row.State)}, permanent"
        : row.EndsAt is null ? $"{Word(row.State)}, end not read"
        : $"{Word(row.State)}, ends {End(row, Say.Moment)}";

    private static string End(AccessRow row, Func<DateTimeOffset, string> say) =>
        row.EndsAt is { } end ? say(end) : "not read";

    private static string Word(HopState state) =>
        state switch
        {
            HopState.Eligible => "eligible",
            HopState.Standing => "standing",
            _ => "active, kind not read",
        };
}
