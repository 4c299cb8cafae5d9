using System.Text.Json;
using System.Text.Json.Serialization;
using PimAudit.Model;

namespace PimAudit.Service;

/// <summary>How a notice is spelled in the outbox, in a webhook's body and on the line for a collector: ASCII, on one line.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    MaxDepth = 16,
    Converters = [
        typeof(Word<ChangeKind>),
        typeof(Word<NoticeEvent>),
        typeof(Word<PartStatus>),
        typeof(Word<Severity>),
        typeof(Word<SnapshotParts>),
    ]
)]
[JsonSerializable(typeof(Notice))]
public sealed partial class NoticeJson : JsonSerializerContext
{
    public static string Write(Notice notice) => JsonSerializer.Serialize(notice, Default.Notice);

    /// <exception cref="JsonException">Not a notice of a version that this program reads.</exception>
    public static Notice Read(string text) =>
        JsonSerializer.Deserialize(text, Default.Notice) is { } notice
        && notice.SchemaVersion == Service.Notice.CurrentSchemaVersion
            ? notice
            : throw new JsonException("It is no notice of this version.");

    /// <summary>A value of an enumeration as its lower camel word.</summary>
    internal sealed class Word<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
        where T : struct, Enum;
}
