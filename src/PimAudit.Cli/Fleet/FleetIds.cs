using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace PimAudit.Cli;

/// <summary>Keeps the ids of the tenants of a list apart: what is told of one names no other.</summary>
internal sealed partial class FleetIds(FleetSettings fleet)
{
    private readonly FrozenSet<Guid> all = fleet.Tenants.Select(tenant => tenant.Id).ToFrozenSet();

    /// <summary>A sign-in, a baseline or a file that was mixed up is told without saying whose it is.</summary>
    /// <param name="own">The tenant of which the failure tells.</param>
    public Failure Without(Guid own, Failure failure) =>
        new(
            failure.Code,
            Without(own, failure.Message),
            Without(own, failure.Seen),
            Without(own, failure.Cost),
            Without(own, failure.Remedy)
        );

    private string Without(Guid own, string text) =>
        Id()
            .Replace(
                text,
                found =>
                    Guid.Parse(found.ValueSpan) is var id && id != own && all.Contains(id)
                        ? "(another tenant of the list)"
                        : found.Value
            );

    [GeneratedRegex(
        "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Id();
}
