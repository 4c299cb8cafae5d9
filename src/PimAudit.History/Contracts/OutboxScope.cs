using System.Collections.Immutable;

namespace PimAudit.History;

/// <summary>The messages that one configuration answers for, in an outbox that it shares with others.</summary>
/// <param name="Tenants">Of whom they speak; the empty id: made before the tenant was known.</param>
/// <param name="Channels">Names in the configuration; another one may have others.</param>
public sealed record OutboxScope(ImmutableArray<Guid> Tenants, ImmutableArray<string> Channels);
