using System.Collections.Frozen;

namespace PimAudit.Query;

/// <summary>The functions that a query may call: they read nothing but their arguments, and the same arguments give the same value.</summary>
internal static class AllowedFunctions
{
    private static readonly FrozenSet<string> Names = (
        "abs avg ceil ceiling char coalesce concat concat_ws count cume_dist current_date current_time current_timestamp "
        + "date datetime dense_rank first_value floor format glob group_concat hex if ifnull iif instr json json_array "
        + "json_array_length json_extract json_group_array json_group_object json_object json_type json_valid julianday lag "
        + "last_value lead length like likelihood likely lower ltrim max min mod nth_value ntile nullif octet_length percent_rank "
        + "printf quote rank replace round row_number rtrim sign strftime string_agg substr substring sum time total trim typeof "
        + "unicode unixepoch unlikely upper -> ->>"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>By name.</summary>
    public static string Listed =>
        string.Join(", ", Names.Where(name => char.IsLetter(name[0])).Order(StringComparer.Ordinal));

    public static bool Has(string? name) => name is not null && Names.Contains(name);
}
