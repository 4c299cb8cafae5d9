using NUnit.Framework;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli.Tests.Configuration;

public sealed class ProfileFileTests
{
    [Test]
    public void Both_profiles_ship() =>
        Assert.That(ProfileFile.Shipped, Is.EqualTo(new[] { "best-practices", "document-only" }));

    [Test]
    public void The_default_judges_beyond_the_document_and_the_other_does_not() =>
        Assert.That(
            ProfileFile.Shipped.Select(name => ProfileFile.Load(name).BeyondThePractice),
            Is.EqualTo(new[] { true, false })
        );

    [Test]
    public void The_highest_roles_are_the_two_that_the_document_names() =>
        Assert.That(
            ProfileFile.Load("best-practices").Roles.HighlyPrivileged,
            Is.EquivalentTo(new[] { WellKnownRoles.GlobalAdministrator, WellKnownRoles.PrivilegedRoleAdministrator })
        );

    [Test]
    public void Profiles_that_differ_have_different_hashes() =>
        Assert.That(ProfileFile.Shipped.Select(name => ProfileFile.Load(name).Hash), Is.Unique);

    [Test]
    public void An_unknown_profile_is_refused_with_the_nearest() =>
        Assert.That(
            Assert.Throws<Failure>(() => ProfileFile.Load("best-practice"))!.Seen,
            Is.EqualTo("This version ships best-practices and document-only. The nearest is 'best-practices'.")
        );

    [Test]
    public void Only_coverage_is_left_of_the_rules_beyond_the_document_in_document_only()
    {
        var settings = SettingsFile.Read("profile: document-only", "pimaudit.yaml");
        var beyond = Plans
            .Make(settings)
            .Rules.Where(planned => planned.Rule.Info.Practice == RuleInfo.BeyondThePractice && planned.IsOn);

        Assert.That(beyond.Select(planned => planned.Id), Is.EqualTo(new[] { "PIM901" }));
    }
}
