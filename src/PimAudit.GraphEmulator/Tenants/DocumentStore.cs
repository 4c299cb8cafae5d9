using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>The tenant's further documents, as bodies.</summary>
internal sealed class DocumentStore
{
    public JsonObject Organization { get; set; } = [];
    public List<JsonObject> Subscriptions { get; } = [];
    public List<JsonObject> ConditionalAccessPolicies { get; } = [];
    public List<JsonObject> AuthenticationContexts { get; } = [];
    public List<JsonObject> AccessReviews { get; } = [];

    /// <summary>In the order of <see cref="AlertBodies.Names"/>.</summary>
    public List<JsonObject> PimAlerts { get; } = [];

    /// <summary>By id of the review.</summary>
    public Dictionary<string, List<JsonObject>> ReviewInstances { get; } = new(StringComparer.OrdinalIgnoreCase);

    public DocumentStore Clone()
    {
        var copy = new DocumentStore { Organization = Organization.DeepClone().AsObject() };
        copy.Subscriptions.AddRange(Rows.Copy(Subscriptions));
        copy.ConditionalAccessPolicies.AddRange(Rows.Copy(ConditionalAccessPolicies));
        copy.AuthenticationContexts.AddRange(Rows.Copy(AuthenticationContexts));
        copy.AccessReviews.AddRange(Rows.Copy(AccessReviews));
        copy.PimAlerts.AddRange(Rows.Copy(PimAlerts));
        foreach (var (review, instances) in ReviewInstances)
            copy.ReviewInstances.Add(review, [.. Rows.Copy(instances)]);
        return copy;
    }
}
