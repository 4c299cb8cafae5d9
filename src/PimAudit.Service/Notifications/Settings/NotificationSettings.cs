using System.Collections.Immutable;

namespace PimAudit.Service;

/// <summary>Who is told about runs, and of what.</summary>
/// <param name="Channels">In the order of the configuration; their names differ.</param>
public sealed record NotificationSettings(ImmutableArray<ChannelSettings> Channels)
{
    public static readonly NotificationSettings None = new([]);
}
