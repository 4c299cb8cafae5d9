namespace PimAudit.History;

/// <summary>A notification that has to reach its channel once.</summary>
/// <param name="Key">
/// What it is about, the same whoever makes it: a second message of the same key is not stored. Receivers get it as the
/// idempotency key.
/// </param>
/// <param name="Tenant">The tenant that it speaks of.</param>
/// <param name="Channel">Name of the channel in the configuration.</param>
/// <param name="Body">What the channel sends, as JSON; holds no secret, and of people nothing but counts.</param>
public sealed record OutboxMessage(string Key, Guid Tenant, string Channel, string Body);

/// <summary>A message that one node may try to deliver until its lease ends.</summary>
/// <param name="Id">In the outbox.</param>
/// <param name="Attempts">How often it was tried before.</param>
/// <param name="CreatedAt">UTC.</param>
public sealed record LeasedMessage(long Id, OutboxMessage Message, int Attempts, DateTimeOffset CreatedAt);
