using System.Diagnostics;
using System.Globalization;
using PimAudit.Access;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Benchmarks;

/// <summary>Groups eligible in each other, one person in each: as many paths as groups, each longer than the one before.</summary>
internal static class NestedTenant
{
    private const int Runs = 5;

    /// <returns>The best of five, as a line.</returns>
    public static string Measure(int depth)
    {
        var snapshot = Make(depth);
        var hops = AccessMap.Resolve(snapshot).Paths.Sum(path => path.Hops.Length);
        var best = Enumerable.Range(0, Runs).Min(_ => Time(snapshot));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{depth} groups eligible in each other: {hops} hops in {best.TotalMilliseconds:0.0} ms, {best.TotalMicroseconds / hops:0.00} µs a hop"
        );
    }

    private static TimeSpan Time(TenantSnapshot snapshot)
    {
        var clock = Stopwatch.StartNew();
        _ = AccessMap.Resolve(snapshot);
        return clock.Elapsed;
    }

    private static TenantSnapshot Make(int depth)
    {
        var names = Enumerable.Range(0, depth).Select(at => at.ToString("D4", CultureInfo.InvariantCulture)).ToArray();
        var tenant = A
            .Tenant.Users([.. names.Select(name => "person " + name)])
            .Groups([.. names.Select(name => "group " + name)])
            .Eligible("group 0000", "Global Administrator");
        for (var at = 0; at < depth; at++)
        {
            tenant = tenant.Member("group " + names[at], "person " + names[at]);
            if (at > 0)
                tenant = tenant.EligibleMember("group " + names[at - 1], "group " + names[at]);
        }

        return tenant;
    }
}
