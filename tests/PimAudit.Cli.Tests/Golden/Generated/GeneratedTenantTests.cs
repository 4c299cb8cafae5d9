using NUnit.Framework;
using PimAudit.GraphEmulator;

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

    /// <summary>A later rule comes with examples on its page, and its violation may follow.</summary>
    [Test]
    public void Every_rule_of_the_first_version_has_a_violation()
    {
        (int First, int Last)[] families =
        [
            (101, 112),
            (201, 221),
            (301, 316),
            (401, 409),
            (501, 506),
            (601, 613),
            (701, 705),
            (801, 805),
            (901, 904),
        ];
        var rules = families.SelectMany(family => Enumerable.Range(family.First, family.Last - family.First + 1));

        Assert.That(
            GeneratedTenant
                .Make(TenantSize.Small, seed: 1, planted: true)
                .Planted.Select(violation => violation.RuleId)
                .Distinct(StringComparer.Ordinal),
            Is.SupersetOf(rules.Select(number => FormattableString.Invariant($"PIM{number}")))
        );
    }

    private static Task<Audited> AuditAsync(GeneratedTenant generated) =>
        new Sample(generated.Tenant, generated.Configuration).AuditAsync(
            new EmulatorOptions { AccessToken = generated.AccessToken }
        );
}
