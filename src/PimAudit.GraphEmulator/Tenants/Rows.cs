using System.Globalization;
using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Small helpers for rows that are Graph bodies.</summary>
internal static class Rows
{
    public static IEnumerable<JsonObject> Copy(IEnumerable<JsonObject> rows) =>
        rows.Select(row => row.DeepClone().AsObject());

    public static Guid? Id(this JsonObject row, string property) =>
        Guid.TryParse(row.Text(property), out var id) ? id : null;

    public static string? Text(this JsonObject row, string property) =>
        row.TryGetPropertyValue(property, out var node) ? node?.GetValue<string>() : null;

    /// <summary>A moment as Graph writes it; null stays null.</summary>
    public static string? Moment(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    public static JsonArray Strings(IEnumerable<string> values) =>
        new([.. values.Select(value => (JsonNode)JsonValue.Create(value))]);
}
