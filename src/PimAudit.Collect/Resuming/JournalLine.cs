using System.Text.Json.Serialization;

namespace PimAudit.Collect;

/// <summary>A line of the journal; exactly one of its members is there.</summary>
/// <param name="Header">The first line.</param>
/// <param name="Tenant">Id of the tenant that answered.</param>
/// <param name="Done">Key of a read of which every page is put down.</param>
/// <param name="Slice">A part of the audit log that lies in the file of events.</param>
/// <param name="Snapshot">SHA-256 of the snapshot that is about to be put in its place.</param>
/// <param name="Page">Key of the read that a page belongs to.</param>
/// <param name="Number">Of the page, from 0.</param>
internal sealed record JournalLine(
    JournalHeader? Header = null,
    Guid? Tenant = null,
    string? Done = null,
    EventSlice? Slice = null,
    string? Snapshot = null,
    string? Page = null,
    int? Number = null
);

/// <summary>A stretch of the audit log that was read completely.</summary>
/// <param name="From">UTC, included.</param>
/// <param name="Until">UTC, not included.</param>
/// <param name="Rows">Events in it.</param>
/// <param name="Pages">Pages that it took.</param>
/// <param name="Bytes">Body bytes of these pages.</param>
/// <param name="Length">Of the file of events behind it.</param>
internal sealed record EventSlice(
    DateTimeOffset From,
    DateTimeOffset Until,
    int Rows,
    int Pages,
    long Bytes,
    long Length
);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
[JsonSerializable(typeof(JournalLine))]
internal sealed partial class JournalJson : JsonSerializerContext;
