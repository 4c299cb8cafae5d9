using System.Text.Json.Serialization.Metadata;

namespace PimAudit.Reports.Ndjson;

/// <summary>A line holds the property that its kind names; the others are not even null.</summary>
internal static class OnlyTheKind
{
    public static void LeaveOut(JsonTypeInfo type)
    {
        if (type.Type != typeof(ResultLine))
            return;
        foreach (var property in type.Properties)
            property.ShouldSerialize = static (_, value) => value is not null;
    }
}
