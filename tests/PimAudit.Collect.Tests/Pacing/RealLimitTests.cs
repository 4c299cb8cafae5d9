using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Trials;

namespace PimAudit.Collect.Tests;

/// <summary>The large tenant: <c>dotnet run -c Release --project tests/benchmarks -- limits</c>.</summary>
public sealed class RealLimitTests
{
    [TestCase(TenantSize.Small)]
    [TestCase(TenantSize.Typical)]
    public async Task A_Graph_that_throttles_at_the_real_limits_has_no_reason_to(TenantSize size)
    {
        var outcome = await LimitTrial.RunAsync(size);

        Assert.That((outcome.Throttled, outcome.Incomplete), Is.EqualTo((0, Array.Empty<Model.SnapshotParts>())));
    }
}
