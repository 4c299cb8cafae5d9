using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PimAudit.Model;

namespace PimAudit.Query;

/// <summary>A value that was not read, or that stands for something that was not.</summary>
/// <param name="Value">What the row shows; null for NULL.</param>
/// <param name="Gap">Why; null where the collection record tells, or Graph just left it out.</param>
internal sealed record Doubt(object? Value, Gap? Gap = null);

/// <summary>How the model's values are written in a view.</summary>
internal static class Cells
{
    public const string NotReadWords = "not read";

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Doubt NotRead { get; } = new(null);

    public static string? Id(Guid? id) => id?.ToString("D");

    public static string? Time(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static object Flag(bool value) => value ? 1L : 0L;

    public static object Flag(bool? value, Gap? gap = null) => value is { } known ? Flag(known) : new Doubt(null, gap);

    public static object Read(object? value) => value ?? NotRead;

    public static object? Minutes(TimeSpan? time) => time is { } length ? length.TotalMinutes : null;

    public static object? Days(TimeSpan? time) => time is { } length ? length.TotalDays : null;

    /// <summary>A word of the model as SQL writes words: <c>service_principal</c>.</summary>
    public static string Word(Enum value)
    {
        var word = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsUpper(letter) && word.Length > 0)
                word.Append('_');
            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }

    public static string Json(JsonNode node) => node.ToJsonString(Plain);

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
