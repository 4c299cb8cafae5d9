using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;
using PimAudit.Rules;

namespace PimAudit.Cli.Tests.Golden;

/// <summary>What could not be read is never passed, and never held against anybody.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MissingEvidenceTests
{
    private static readonly Lazy<Task<Audited>> WholeContoso = new(() => Sample.Contoso.AuditAsync());

    [TestCaseSource(typeof(MissingParts), nameof(MissingParts.OfFabrikam))]
    public async Task A_tenant_without_faults_is_neither_passed_nor_blamed(
        SnapshotParts part,
        EmulatorFault fault,
        MissingReason reason
    )
    {
        var audited = await Sample.Fabrikam.AuditAsync(fault);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(audited.Missing, Does.Contain(part));
            Assert.That(audited.FindingsOfRules, Is.Not.Empty.And.All.EqualTo("PIM901"));
            Assert.That(UnevaluatedOf(audited, part), Is.EqualTo(RulesThatNeed(part, reason)));
            Assert.That(BlindForNothing(audited), Is.Empty);
            Assert.That(audited.Exit, Is.EqualTo(ExitCode.Incomplete));
        }
    }

    [TestCaseSource(typeof(MissingParts), nameof(MissingParts.OfContoso))]
    public async Task A_tenant_with_faults_is_not_healed_by_silence(
        SnapshotParts part,
        EmulatorFault fault,
        MissingReason reason
    )
    {
        var whole = await WholeContoso.Value;
        var audited = await Sample.Contoso.AuditAsync(fault);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(audited.Missing, Does.Contain(part));
            Assert.That(audited.NewSince(whole), Is.Not.Empty.And.All.StartsWith("PIM901 "));
            Assert.That(audited.LostSince(whole), Is.Empty);
            Assert.That(audited.HealedSince(whole), Is.Empty);
            Assert.That(UnevaluatedOf(audited, part), Is.EqualTo(RulesThatNeed(part, reason)));
            Assert.That(BlindForNothing(audited), Is.Empty);
            Assert.That(audited.Exit, Is.AnyOf(ExitCode.Findings, ExitCode.Incomplete));
        }
    }

    private static IEnumerable<string> RulesThatNeed(SnapshotParts part, MissingReason reason) =>
        Catalogue
            .All.Where(rule => rule.Info.Needs.HasFlag(part))
            .Select(rule => $"{rule.Info.Id} {RuleOutcome.NotEvaluated} {reason}");

    /// <summary>
    /// Rules about the tenant that were not evaluated although they declare none of the parts that are missing. An id that
    /// nobody can place may be a group, so without the deleted items every rule that looks through groups may be in doubt.
    /// </summary>
    private static IEnumerable<string> BlindForNothing(Audited audited)
    {
        var missing = audited.Missing.Aggregate(SnapshotParts.None, (all, one) => all | one);
        if (missing.HasFlag(SnapshotParts.DeletedItems))
            return [];
        return Catalogue
            .All.Where(rule => !rule.Info.IsAboutCoverage)
            .Where(rule => ((rule.Info.Needs | rule.Info.LeansOn) & missing) is SnapshotParts.None)
            .Select(rule => rule.Info.Id)
            .Where(id => audited.Rule(id).Outcome is RuleOutcome.NotEvaluated);
    }

    /// <summary>What became of the rules that need the part.</summary>
    private static IEnumerable<string> UnevaluatedOf(Audited audited, SnapshotParts part) =>
        Catalogue
            .All.Where(rule => rule.Info.Needs.HasFlag(part))
            .Select(rule => audited.Rule(rule.Info.Id))
            .Select(rule => $"{rule.Id} {rule.Outcome} {rule.Reason}");
}
