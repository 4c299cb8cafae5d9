using NUnit.Framework;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.Rules;

namespace PimAudit.Cli.Tests.Configuration;

public sealed class ProfileFileTests
{
    private static readonly string[] Benchmarks = ["cis-m365", "cisa-scuba", "microsoft-zero-trust"];

    [Test]
    public void Five_profiles_ship() =>
        Assert.That(
            ProfileFile.Shipped,
            Is.EqualTo(new[] { "best-practices", "cis-m365", "cisa-scuba", "document-only", "microsoft-zero-trust" })
        );

    [TestCaseSource(typeof(ProfileFile), nameof(ProfileFile.Shipped))]
    public void A_profile_that_ships_names_itself_and_rules_and_parameters_that_there_are(string name)
    {
        var profile = ProfileFile.Load(name);
        var (_, problems) = AuditPlan.Make(Catalogue.All, profile, AuditConfiguration.Empty);

        Assert.That((profile.Name, profile.Title.Length > 0), Is.EqualTo((name, true)));
        Assert.That(problems, Is.Empty);
    }

    [Test]
    public void Every_rule_that_a_benchmark_asks_for_names_its_source() =>
        Assert.That(
            Benchmarks.SelectMany(name =>
                ProfileFile
                    .Load(name)
                    .Rules.Where(pair => string.IsNullOrWhiteSpace(pair.Value.Source))
                    .Select(pair => $"{name} {pair.Key}")
            ),
            Is.Empty
        );

    [Test]
    public void A_benchmark_switches_off_what_it_does_not_ask_for() =>
        Assert.That(
            Benchmarks.Select(name => (name, ProfileFile.Load(name).OnlyListed)),
            Is.EqualTo(Benchmarks.Select(name => (name, true)))
        );

    [Test]
    public void A_benchmark_asks_only_for_rules_that_are_mapped_to_its_controls() =>
        Assert.That(
            Asked("cis-m365", "CIS Microsoft 365 v5")
                .Concat(Asked("cisa-scuba", "CISA SCuBA"))
                .Concat(Asked("microsoft-zero-trust", "Microsoft Zero Trust Assessment")),
            Is.Empty
        );

    /// <summary>What the practice, or a rule, sets by default stays so; its profiles only say who asks for another number.</summary>
    [TestCase("best-practices")]
    [TestCase("document-only")]
    public void The_profiles_of_the_document_keep_the_defaults_of_the_rules(string name)
    {
        var (plan, _) = AuditPlan.Make(Catalogue.All, ProfileFile.Load(name), AuditConfiguration.Empty);

        Assert.That(
            plan.Rules.Where(planned =>
                    planned.Severity is not null
                    || planned.Source is not null
                    || !planned.Parameters.InWords.SequenceEqual(
                        ParameterValues.Of(planned.Rule.Info.Parameters).InWords
                    )
                )
                .Select(planned => planned.Id),
            Is.Empty
        );
    }

    [TestCase("best-practices", "PIM204", "maxHoursHighlyPrivileged", "8", "1 hour")]
    [TestCase("microsoft-zero-trust", "PIM204", "maxHoursHighlyPrivileged", "1", "4-8 hours")]
    [TestCase("best-practices", "PIM502", "maxDays", "92", "monthly")]
    [TestCase("cis-m365", "PIM502", "maxDays", "31", "quarterly")]
    public void Says_where_the_document_and_another_source_differ(
        string name,
        string rule,
        string parameter,
        string value,
        string differs
    )
    {
        var (plan, _) = AuditPlan.Make(Catalogue.All, ProfileFile.Load(name), AuditConfiguration.Empty);
        var planned = plan.Rules.Single(one => one.Id == rule);

        Assert.That((planned.IsOn, planned.Parameters.InWords[parameter]), Is.EqualTo((true, value)));
        Assert.That(planned.Differs, Does.Contain(differs));
    }

    [Test]
    public void The_default_judges_beyond_the_document_and_the_other_does_not() =>
        Assert.That(
            (ProfileFile.Load("best-practices").BeyondThePractice, ProfileFile.Load("document-only").BeyondThePractice),
            Is.EqualTo((true, false))
        );

    [TestCase("best-practices")]
    [TestCase("cis-m365")]
    public void The_highest_roles_are_the_two_that_the_document_and_CIS_name(string name) =>
        Assert.That(
            ProfileFile.Load(name).Roles.HighlyPrivileged,
            Is.EquivalentTo(new[] { WellKnownRoles.GlobalAdministrator, WellKnownRoles.PrivilegedRoleAdministrator })
        );

    [Test]
    public void Every_role_of_a_profile_is_one_that_Microsoft_has() =>
        Assert.That(
            ProfileFile
                .Shipped.Select(name => ProfileFile.Load(name).Roles)
                .SelectMany(roles => roles.HighlyPrivileged.Concat(roles.AlsoPrivileged).Concat(roles.Service))
                .Where(id => !BuiltInRoles.ByTemplateId.ContainsKey(id)),
            Is.Empty
        );

    [Test]
    public void Profiles_that_differ_have_different_hashes() =>
        Assert.That(ProfileFile.Shipped.Select(name => ProfileFile.Load(name).Hash), Is.Unique);

    [Test]
    public void An_unknown_profile_is_refused_with_the_nearest() =>
        Assert.That(
            Assert.Throws<Failure>(() => ProfileFile.Load("best-practice"))!.Seen,
            Is.EqualTo(
                "This version ships best-practices, cis-m365, cisa-scuba, document-only and microsoft-zero-trust. The nearest is 'best-practices'."
            )
        );

    [Test]
    public void Only_coverage_is_left_of_the_rules_beyond_the_document_in_document_only()
    {
        var settings = SettingsFile.Read("profile: document-only", "pimaudit.yaml");
        var beyond = Plans
            .Make(settings)
            .Rules.Where(planned => planned.Rule.Info.Practice == RuleInfo.BeyondThePractice && planned.IsOn);

        Assert.That(
            beyond.Select(planned => planned.Id),
            Is.EqualTo(
                Catalogue
                    .All.Where(rule => rule.Info is { IsAboutCoverage: true, Practice: RuleInfo.BeyondThePractice })
                    .Select(rule => rule.Info.Id)
            )
        );
    }

    private static IEnumerable<string> Asked(string profile, string framework)
    {
        var mapped = ControlMappings
            .All.Where(mapping => mapping.Control.Framework == framework)
            .SelectMany(mapping => mapping.Rules);
        return ProfileFile
            .Load(profile)
            .Rules.Keys.Except(mapped, StringComparer.Ordinal)
            .Select(id => $"{profile} {id}");
    }
}
