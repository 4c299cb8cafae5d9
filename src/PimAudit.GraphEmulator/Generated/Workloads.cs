using System.Collections.Immutable;
using System.Globalization;

namespace PimAudit.GraphEmulator;

/// <summary>Service principals that hold roles for some weeks.</summary>
internal sealed class Workloads(TenantPlan plan, SplitMix64 random)
{
    private const int MostRoles = 3;

    private static readonly string[] Purposes =
    [
        "Backup",
        "Inventory",
        "Reporting",
        "Provisioning",
        "Monitoring",
        "Sync",
    ];

    /// <summary>Roles that no team of Approach 1 has.</summary>
    private readonly ImmutableArray<string> roles = [RolesInUse.Readers, .. plan.Roles.Bundle];

    /// <param name="count">Assignments, exactly.</param>
    public IEnumerable<Workload> Make(int count)
    {
        if (count < plan.Roles.Services.Length)
            throw new InvalidOperationException("The figures leave no room for workloads.");
        var left = count - plan.Roles.Services.Length;
        var number = 0;
        foreach (var role in plan.Roles.Services)
            yield return new(Name(++number), [role]);
        while (left > 0)
        {
            var some = Math.Min(left, random.Between(1, MostRoles));
            left -= some;
            yield return new(Name(++number), [.. random.Shuffled(roles).Take(some)]);
        }
    }

    private string Name(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{random.Pick(Purposes)} Service {number:D4}");
}
