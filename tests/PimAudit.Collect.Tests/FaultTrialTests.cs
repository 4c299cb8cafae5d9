using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Trials;

namespace PimAudit.Collect.Tests;

/// <summary>
/// Whatever goes wrong, the snapshot is the one that peace gives, or says what is missing of it and why: there is no third
/// outcome. All seeds: <c>dotnet run -c Release --project tests/benchmarks -- faults</c>.
/// </summary>
public sealed class FaultTrialTests
{
    private static readonly Lazy<Task<FaultTrial>> Prepared = new(() => FaultTrial.PrepareAsync(TenantSize.Small));

    private static IEnumerable<FaultKind> Kinds => Enum.GetValues<FaultKind>();

    private static IEnumerable<int> Seeds => Enumerable.Range(1, 20);

    [TestCaseSource(nameof(Kinds))]
    public async Task Every_fault_alone_in_every_fifth_request(FaultKind kind)
    {
        var trial = await Prepared.Value;

        var outcome = await trial.RunAsync(Mixture.Of(seed: 7, kind));

        Assert.That(outcome.IsAllowed, outcome.ToString());
    }

    [TestCaseSource(nameof(Kinds))]
    public async Task Every_fault_in_every_request_of_a_part(FaultKind kind)
    {
        var trial = await Prepared.Value;

        var outcome = await trial.RunAsync(new EmulatorFault("/groups/[^/]+/|/roleAssignments", kind));

        Assert.That(outcome.IsAllowed, outcome.ToString());
    }

    [TestCaseSource(nameof(Seeds))]
    public async Task All_faults_mixed_in_every_fifth_request(int seed)
    {
        var trial = await Prepared.Value;

        var outcome = await trial.RunAsync(Mixture.Of(seed));

        Assert.That(outcome.IsAllowed, outcome.ToString());
    }
}
