namespace PimAudit.History;

/// <summary>An access review with its decisions: the bytes of <c>review-NAME.json</c>, Brotli.</summary>
internal sealed class ReviewRow
{
    public Guid Tenant { get; set; }
    public string Name { get; set; } = "";

    /// <summary>SHA-256 of the file.</summary>
    public string Hash { get; set; } = "";
    public DateTimeOffset KeptAt { get; set; }
    public byte[] Brotli { get; set; } = [];
}
