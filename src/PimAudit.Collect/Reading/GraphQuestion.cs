using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>One request of the collection, pages aside.</summary>
/// <param name="Part">The part that the answer belongs to.</param>
/// <param name="Template">Such as <c>GET groups/{id}/members</c>: without ids and names.</param>
/// <param name="Address">Absolute, as the SDK's request builder made it.</param>
internal sealed record GraphQuestion(SnapshotParts Part, string Template, Uri Address)
{
    /// <summary>Asks replicas: <c>ConsistencyLevel: eventual</c>, needed by casts and counts.</summary>
    public bool Eventual { get; init; }

    /// <summary>JSON to post; null for GET.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The service answers 400 where a licence is missing, without saying so.</summary>
    public bool BadRequestMeansLicence { get; init; }
}
