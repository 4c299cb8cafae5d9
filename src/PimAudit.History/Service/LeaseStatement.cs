using System.Collections.Immutable;

namespace PimAudit.History;

/// <summary>One statement finds and takes messages, so that two nodes never take the same one.</summary>
internal static class LeaseStatement
{
    /// <param name="scope">Null: whatever waits.</param>
    /// <param name="until">End of the lease, as the column holds it.</param>
    /// <param name="now">The present, likewise.</param>
    /// <returns>SQL whose numbers in braces stand for the values.</returns>
    public static (string Sql, object[] Values) Of(
        OutboxScope? scope,
        string skipLocked,
        string node,
        string until,
        string now,
        int most
    )
    {
        List<object> values = [node, until, now, most];
        var own = scope is null
            ? ""
            : $" AND {In("tenant", [.. scope.Tenants.Select(id => id.ToString("D"))], values)} AND {In("channel", scope.Channels, values)}";
        return (
            $$"""
            UPDATE outbox SET node = {0}, leased_until = {1}, attempts = attempts + 1
            WHERE id IN (
                SELECT id FROM outbox
                WHERE delivered_at IS NULL AND given_up_at IS NULL AND due_at <= {2}
                  AND (leased_until IS NULL OR leased_until <= {2}){{own}}
                ORDER BY id LIMIT {3} {{skipLocked}})
            RETURNING *
            """,
            [.. values]
        );
    }

    /// <summary>A column has one of the values; none is the value of no row.</summary>
    private static string In(string column, ImmutableArray<string> wanted, List<object> values)
    {
        if (wanted.IsEmpty)
            return "1 = 0";
        var places = wanted.Select((_, at) => $"{{{values.Count + at}}}").ToList();
        values.AddRange(wanted);
        return $"{column} IN ({string.Join(", ", places)})";
    }
}
