using System.Globalization;

namespace PimAudit.Engine;

/// <summary>A day that the configuration declares, such as that of a drill.</summary>
/// <param name="Day">UTC.</param>
/// <param name="ObjectId">For this object alone; null: for every one.</param>
public sealed record DeclaredDay(DateOnly Day, Guid? ObjectId)
{
    /// <summary>Reads <c>2026-09-30</c>, or <c>2026-09-30/</c> and an object id; null for anything else.</summary>
    public static DeclaredDay? Parse(string text)
    {
        var parts = text.Split('/');
        if (
            parts.Length > 2
            || !DateOnly.TryParseExact(
                parts[0],
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
            return null;
        if (parts.Length == 1)
            return new(day, ObjectId: null);

        return Guid.TryParse(parts[1], out var id) ? new(day, id) : null;
    }

    public bool Covers(DateTimeOffset moment, Guid objectId) =>
        Day == DateOnly.FromDateTime(moment.UtcDateTime) && (ObjectId is null || ObjectId == objectId);
}
