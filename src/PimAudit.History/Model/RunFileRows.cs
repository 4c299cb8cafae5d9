namespace PimAudit.History;

/// <summary>The bytes of a run's <c>result.json</c>, Brotli.</summary>
internal sealed class ResultRow
{
    public long Number { get; set; }
    public byte[] Brotli { get; set; } = [];
}

/// <summary>The bytes of a run's <c>manifest.json</c>, as they were written.</summary>
internal sealed class ManifestRow
{
    public long Number { get; set; }
    public byte[] Json { get; set; } = [];
}
