using CsCheck;
using NUnit.Framework;
using PimAudit.Access.Questions;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Properties;

public sealed class RandomGateTests
{
    private static readonly string[] Roles = ["Exchange Administrator", "Global Administrator"];

    [Test]
    public void Asking_more_never_makes_a_path_weaker() =>
        GatedTenant.Any.Sample(
            tenant =>
            {
                var before = WaysOf(tenant, Exactly);
                return tenant.Stronger.All(stronger => Same(before, WaysOf(stronger, Exactly)));
            },
            iter: HowMany.Tenants,
            print: tenant => tenant.Words
        );

    /// <summary>
    /// The gate that asks least can be the new one, so only what the path asks as a whole is compared; and a personal
    /// activation leads through another group, or none, once the person is no standing member.
    /// </summary>
    [Test]
    public void An_activation_more_never_makes_a_path_weaker() =>
        GatedTenant
            .Any.Select(tenant => tenant.WhollyRead)
            .Sample(
                tenant =>
                {
                    var before = WaysOf(tenant, ByReach);
                    return tenant.MoreActivations.All(later =>
                        WaysOf(later, ByReach).All(after => after.All(way => IsMatched(before[after.Key], way)))
                    );
                },
                iter: HowMany.Tenants,
                print: tenant => tenant.Words
            );

    /// <summary>The same paths, each at least as strong, its weakest gate too.</summary>
    private static bool Same(ILookup<string, Way> before, ILookup<string, Way> after) =>
        before.Select(ways => ways.Key).SequenceEqual(after.Select(ways => ways.Key), StringComparer.Ordinal)
        && before.All(ways =>
            ways.Zip(after[ways.Key])
                .All(pair =>
                    IsNoWeaker(pair.First, pair.Second)
                    && (pair.Second.Weakest?.Strength ?? 0) >= (pair.First.Weakest?.Strength ?? 0)
                )
        );

    /// <summary>Some way of the same person to the same role was there before, and was no stronger.</summary>
    private static bool IsMatched(IEnumerable<Way> before, Way after) => before.Any(way => IsNoWeaker(way, after));

    private static bool IsNoWeaker(Way before, Way after) =>
        after.Activations >= before.Activations
        && after.Approvals.Length >= before.Approvals.Length
        && StillAsks(before, after, gate => gate.Mfa)
        && StillAsks(before, after, gate => gate.Gates.Justification)
        && StillAsks(before, after, gate => gate.Gates.Approval)
        && !(after.Longest > before.Longest)
        && (HasUnknown(before) || HasUnknown(after) || IsNoSooner(before.ReadyAt, after.ReadyAt));

    private static bool StillAsks(Way before, Way after, Func<WayGate, bool?> question) =>
        before.Asks(question) is not true || after.Asks(question) is true;

    private static bool IsNoSooner(DateTimeOffset? before, DateTimeOffset? after) =>
        after is null || (before is not null && after >= before);

    private static bool HasUnknown(Way way) => way.Approvals.Any(approval => approval.State is ApproverState.Unknown);

    private static ILookup<string, Way> WaysOf(GatedTenant tenant, Func<AccessPath, string> key)
    {
        var map = AccessMap.Resolve(tenant.Snapshot);
        return Roles
            .SelectMany(role =>
                WhoCan.Ask(map, A.Role(role), scope: null, TimeSpan.FromHours(1), takeover: true, A.TakenAt).Ways
            )
            .OrderBy(way => key(way.Path), StringComparer.Ordinal)
            .ToLookup(way => key(way.Path), StringComparer.Ordinal);
    }

    private static string Exactly(AccessPath path) =>
        $"{PathKey.Of(path)} {string.Join(' ', path.Hops.SelectMany(hop => hop.Evidence).Select(row => row.Id))}";

    private static string ByReach(AccessPath path) => $"{path.Principal.Id} {path.Role.Id} {path.Scope} {path.Band}";
}
