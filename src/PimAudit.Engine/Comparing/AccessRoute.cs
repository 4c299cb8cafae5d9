using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>A way by ids, whatever state its hops are in, with the rows of one run that take it.</summary>
/// <param name="Row">One of them, for names and ids.</param>
internal sealed record AccessRoute(AccessRow Row, ImmutableArray<AccessRow> Rows)
{
    /// <summary>The standing row that ends last; null when none stands.</summary>
    public AccessRow? Standing { get; } = Longest(Rows, HopState.Standing);

    /// <summary>The eligible row that ends last; null when none is eligible.</summary>
    public AccessRow? Eligible { get; } = Longest(Rows, HopState.Eligible);

    /// <summary>Open, and nobody could tell whether it stands or was activated.</summary>
    public AccessRow? Untold { get; } = Longest(Rows, HopState.Unknown);

    public static Dictionary<string, AccessRoute> In(AuditResult result) =>
        result
            .Access.GroupBy(KeyOf, StringComparer.Ordinal)
            .ToDictionary(rows => rows.Key, rows => new AccessRoute(rows.First(), [.. rows]), StringComparer.Ordinal);

    /// <summary>The same for every spelling of the ids.</summary>
    public static string KeyOf(AccessRow row) => KeyOf(row.Band, row.Scope, row.Hops);

    public static string KeyOf(PathBand band, ObjectRef scope, ImmutableArray<Hop> hops) =>
        string.Join('\n', hops.Select(KeyOf).Prepend($"{band} {Lower(scope.Id)}"));

    public static string KeyOf(Hop hop) => $"{Lower(hop.From.Id)} {hop.Relation} {Lower(hop.To.Id)}";

    private static AccessRow? Longest(ImmutableArray<AccessRow> rows, HopState state) =>
        rows.Where(row => row.State == state)
            .OrderByDescending(row => row.EndsAt ?? DateTimeOffset.MaxValue)
            .ThenBy(row => row.Key, StringComparer.Ordinal)
            .FirstOrDefault();

    private static string Lower(string id) => id.ToLower(CultureInfo.InvariantCulture);
}
