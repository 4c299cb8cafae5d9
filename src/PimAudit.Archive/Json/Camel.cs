using System.Text.Json;
using System.Text.Json.Serialization;

namespace PimAudit.Archive;

/// <summary>Writes a value of an enumeration as its lower camel word, and reads nothing else.</summary>
internal sealed class Camel<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
