using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Rules;

namespace PimAudit.Cli.Tests.Golden.Generated;

/// <summary>
/// Generated tenants over real HTTP: nothing is found where nothing was planted, and else exactly what was. All sizes with
/// many seeds are the benchmark <c>findings</c>.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class GeneratedTenantTests
{
    [TestCase(TenantSize.Small, 1)]
    [TestCase(TenantSize.Small, 2)]
    [TestCase(TenantSize.Small, 3)]
    [TestCase(TenantSize.Typical, 1)]
    public async Task Nothing_is_found_and_everything_is_judged(TenantSize size, int seed)
    {
        var audited = await AuditAsync(GeneratedTenant.Make(size, seed));

        Assert.That(audited.Findings, Is.Empty);
        Assert.That((audited.Blind, audited.Missing), Is.EqualTo((Array.Empty<string>(), Array.Empty<object>())));
        Assert.That(audited.Exit, Is.EqualTo(ExitCode.Clean));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task What_was_planted_is_found_once_and_nothing_else(int seed)
    {
        var generated = GeneratedTenant.Make(TenantSize.Small, seed, planted: true);
        var audited = await AuditAsync(generated);

        Assert.That(
            audited.Result.Findings.Select(finding => $"{finding.RuleId} {finding.Subject.Id}"),
            Is.EquivalentTo(generated.Planted.Select(violation => $"{violation.RuleId} {violation.Subject}"))
        );
    }

    /// <summary>A new rule comes with examples on its page, and its violation may follow; more than a few may not lack one.</summary>
    [Test]
    public void Nineteen_of_twenty_rules_have_a_violation()
    {
        var planted = GeneratedTenant.Make(TenantSize.Small, seed: 1, planted: true).Planted;
        var rules = Catalogue.All.Select(rule => rule.Info.Id).ToList();

        Assert.That(
            rules.Except(planted.Select(violation => violation.RuleId), StringComparer.Ordinal).ToList(),
            Has.Count.LessThanOrEqualTo(rules.Count / 20)
        );
    }

    private static Task<Audited> AuditAsync(GeneratedTenant generated) =>
        new Sample(generated.Tenant, generated.Configuration).AuditAsync(
            new EmulatorOptions { AccessToken = generated.AccessToken }
        );
}
