using System.Collections.Immutable;

namespace PimAudit.GraphEmulator;

/// <summary>Deals the eligible grants of everyday roles to teams: each role at least once, no team the same grant twice.</summary>
internal sealed class GrantDealer(RolesInUse roles, ImmutableArray<string> units, SplitMix64 random)
{
    private readonly ImmutableArray<string> forUnits = [.. roles.Unit, .. roles.Custom];

    public ImmutableArray<Grant>[] Deal(int teams, int count)
    {
        var hands = Enumerable.Range(0, teams).Select(_ => ImmutableArray.CreateBuilder<Grant>()).ToArray();
        var known = new HashSet<(int Team, Grant)>();
        var first = new Queue<string>(random.Shuffled(forUnits.Concat(roles.Wide)));
        for (var dealt = 0; dealt < count; )
        {
            var (team, grant) = (dealt % teams, first.TryDequeue(out var role) ? One(role) : AnyGrant());
            if (!known.Add((team, grant)))
                continue;
            hands[team].Add(grant);
            dealt++;
        }

        return [.. hands.Select(hand => hand.ToImmutable())];
    }

    /// <summary>Administration of offices is what large tenants have most of.</summary>
    private Grant AnyGrant() => One(random.Next(8) == 0 ? random.Pick(roles.Wide) : random.Pick(forUnits));

    private Grant One(string role) =>
        new(role, roles.Wide.Contains(role, StringComparer.Ordinal) ? null : random.Pick(units));
}
