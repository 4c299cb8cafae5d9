namespace PimAudit.History;

/// <summary>A notification that has not reached its channel.</summary>
/// <param name="CreatedAt">UTC.</param>
/// <param name="Fate">How often it was tried, why it failed, and whether it is given up.</param>
public sealed record WaitingMessage(string Key, Guid Tenant, DateTimeOffset CreatedAt, Delivery Fate);
