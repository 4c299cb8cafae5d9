using System.Globalization;

namespace PimAudit.GraphEmulator;

/// <summary>Groups of PIM that hold no role: they make up the figures of PIM's groups and of eligible memberships.</summary>
internal sealed class AccessGroups(TenantPlan plan, SplitMix64 random)
{
    private static readonly string[] Applications =
    [
        "Payroll",
        "Warehouse",
        "Ticketing",
        "Vault",
        "Build Farm",
        "Data Lake",
        "Intranet",
        "Telemetry",
        "Archive",
        "Print Room",
    ];

    public IEnumerable<AccessGroup> Make()
    {
        var count = plan.Figures.PimGroups - plan.Bundles.Length;
        var sizes = Enumerable.Repeat(1, count).ToArray();
        var left = plan.Figures.GroupEligibilities - plan.Shape.BundlePeople - count;
        var most = plan.People.Length / 2;
        while (left > 0)
        {
            var at = random.Next(count);
            if (sizes[at] == most)
                continue;
            sizes[at]++;
            left--;
        }

        return sizes.Select((size, index) => new AccessGroup(Name(index), [.. Some(size)]));
    }

    /// <summary>Different people, of all teams.</summary>
    private List<string> Some(int count)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var people = new List<string>(count);
        while (people.Count < count)
            if (random.Pick(plan.People) is var person && known.Add(person))
                people.Add(person);
        return people;
    }

    private string Name(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"Access - {random.Pick(Applications)} {index + 1:D4}");
}
