using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Rules;

namespace PimAudit.Cli.Tests.OwnRules;

/// <summary>What examples say of reviews, the audit log, waivers and whoever collected.</summary>
public sealed class ExampleReviewsAndUseTests
{
    private const string Ada = "users: [Ada]\n";

    private static DateTimeOffset Present => ExampleTenant.TakenAt;

    [Test]
    public void A_review_is_in_force_a_year_old_and_applies_its_decisions() =>
        Assert.That(
            Effects("reviews: [{ of: Exchange Administrator }]"),
            Is.EqualTo([("Review of Exchange Administrator", Present.AddYears(-1), true, null as string, false)])
        );

    [Test]
    public void A_default_decision_is_what_silence_means() =>
        Assert.That(
            Effects("reviews: [{ of: Exchange Administrator, name: Quarterly, created: 5d, defaultDecision: Deny }]"),
            Is.EqualTo([("Quarterly", Present.AddDays(-5), true, "Deny", true)])
        );

    [Test]
    public void What_graph_does_not_tell_of_a_review_is_unknown() =>
        Assert.That(
            Effects(
                "reviews: [{ of: Exchange Administrator, created: unknown, appliesDecisions: unknown, appliesDefault: unknown }]"
            ),
            Is.EqualTo([
                (
                    "Review of Exchange Administrator",
                    null as DateTimeOffset?,
                    null as bool?,
                    null as string,
                    null as bool?
                ),
            ])
        );

    [Test]
    public void The_first_day_of_a_review_can_be_chosen() =>
        Assert.That(
            Read("reviews: [{ of: Exchange Administrator, firstDay: 2026-06-17 }]").Tenant.AccessReviews[0].Recurrence,
            Is.EqualTo(new ReviewRecurrence(90, EndsOn: null, new DateOnly(2026, 6, 17)))
        );

    [Test]
    public void Rounds_can_be_lost_for_one_review_alone()
    {
        var tenant = Read(
            """
            reviews:
              - { of: Exchange Administrator, rounds: [{ ended: 10d }] }
              - { of: User Administrator, rounds: [{ ended: 20d }] }
            notRead: { accessReviewInstances: [Review of Exchange Administrator] }
            """
        ).Tenant;

        Assert.That(
            tenant.AccessReviewInstances.Select(round => (round.ReviewId, round.EndsAt)),
            Is.EqualTo([(tenant.AccessReviews[1].Id, Present.AddDays(-20))])
        );
        Assert.That(
            tenant.Collection.GapOf(SnapshotParts.AccessReviewInstances, tenant.AccessReviews[0].Id),
            Is.Not.Null
        );
    }

    [TestCase("", 30)]
    [TestCase("auditLogCovers: 90d", 90)]
    public void The_audit_log_goes_back_a_month_unless_told_otherwise(string yaml, int days) =>
        Assert.That(Read(yaml).Tenant.EventsSince, Is.EqualTo(Present.AddDays(-days)));

    [Test]
    public void A_log_that_was_not_read_speaks_of_no_time()
    {
        var tenant = Read("auditLogCovers: 90d\nnotRead: [auditEvents]").Tenant;

        Assert.That((tenant.EventsSince, tenant.Events.Count()), Is.EqualTo((null as DateTimeOffset?, 0)));
    }

    [Test]
    public void An_activation_comes_as_often_and_is_given_back_as_soon_as_told() =>
        Assert.That(
            Log(
                "activations: [{ who: Ada, role: Exchange Administrator, ago: 3d, times: 2, apart: 2h, givenBackAfter: 30m }]"
            ),
            Is.EqualTo([
                (Present.AddDays(-3), "Add member to role completed (PIM activation)"),
                (Present.AddDays(-3).AddMinutes(30), "Remove member from role completed (PIM deactivate)"),
                (Present.AddDays(-3).AddHours(2), "Add member to role completed (PIM activation)"),
                (Present.AddDays(-3).AddMinutes(150), "Remove member from role completed (PIM deactivate)"),
            ])
        );

    [Test]
    public void A_row_of_activations_is_a_day_apart_and_runs_until_it_expires() =>
        Assert.That(
            Log("activations: [{ who: Ada, role: Exchange Administrator, ago: 3d, times: 2 }]"),
            Is.EqualTo([
                (Present.AddDays(-3), "Add member to role completed (PIM activation)"),
                (Present.AddDays(-2), "Add member to role completed (PIM activation)"),
            ])
        );

    [Test]
    public void A_waiver_has_its_rule_as_an_id_and_its_targets_as_ids()
    {
        var read = Read(
            Ada
                + "waivers: [{ rule: PermanentActiveAssignment, targets: [Ada, Exchange Administrator], expires: 2027-03-31 }]"
        );
        var waiver = read.Example.ConfiguredWaivers.Single();

        Assert.That((waiver.Rule, waiver.Expires), Is.EqualTo(("PIM101", new DateOnly(2027, 3, 31))));
        Assert.That(
            waiver.Targets,
            Is.EqualTo([ExampleNames.Id("Ada").ToString("D"), WellKnownRoles.ExchangeAdministrator.ToString("D")])
        );
        Assert.That(read.Example.SubjectId("PIM101 for Ada, Exchange Administrator"), Is.EqualTo(waiver.Key));
    }

    [Test]
    public void Whoever_collected_is_an_object_of_the_example() =>
        Assert.That(
            Collector("applications: [Auditor]\ncollection: { identity: Auditor, permissions: [b.Read, a.Read] }"),
            Is.EqualTo((ExampleNames.Id("Auditor").ToString("D"), "a.Read b.Read"))
        );

    [Test]
    public void Unless_told_otherwise_it_may_only_read() =>
        Assert.That(Collector(""), Is.EqualTo(("example", "RoleManagement.Read.Directory")));

    [Test]
    public void Backup_approvers_stand_behind_the_others() =>
        Assert.That(
            Exchange("settings: { Exchange Administrator: { backupApprovers: [Ada] } }")
                .Approvers.Select(one => (one.Description, one.IsBackup)),
            Is.EqualTo([("First Approver", false), ("Second Approver", false), ("Ada", true)])
        );

    [TestCase("changed: never", null)]
    [TestCase("changed: 900d", 900)]
    public void Settings_may_never_have_been_changed(string yaml, int? days) =>
        Assert.That(
            Exchange($"settings: {{ Exchange Administrator: {{ {yaml} }} }}").ChangedAt,
            Is.EqualTo(days is { } ago ? Present.AddDays(-ago) : null as DateTimeOffset?)
        );

    [TestCase("reviews: [{ of: Exchange Administrator, creatd: 5d }]", "did you mean 'created'?")]
    [TestCase(
        "reviews: [{ of: Exchange Administrator }, { of: Exchange Administrator }]",
        "name must tell this review from the other that is called 'Review of Exchange Administrator'"
    )]
    [TestCase("auditLogCover: 90d", "did you mean 'auditLogCovers'?")]
    [TestCase("auditLogCovers: long", "auditLogCovers is 'long' but must be a time")]
    [TestCase(
        "activations: [{ who: Ada, role: User Administrator, times: 0 }]",
        "times must be a number from 1 to 1000"
    )]
    [TestCase("activations: [{ who: Ada, role: User Administrator, time: 2 }]", "did you mean 'times'?")]
    [TestCase("collection: { permission: [a] }", "did you mean 'permissions'?")]
    [TestCase(
        "waivers: [{ rule: PermanentActiveAssignmen, targets: [Ada], expires: 2027-03-31 }]",
        "did you mean 'PermanentActiveAssignment'?"
    )]
    [TestCase("waivers: [{ rule: PIM101, targets: [Adda], expires: 2027-03-31 }]", "did you mean 'Ada'?")]
    [TestCase("waivers: [{ rule: PIM101, targets: [], expires: 2027-03-31 }]", "targets must name at least one object")]
    [TestCase("waivers: [{ rule: PIM101, targets: [Ada] }]", "expires is missing: a waiver must end")]
    [TestCase("waivers: [{ rule: PIM101, targets: [Ada], expires: soon }]", "expires is 'soon' but must be a day")]
    public void What_cannot_be_meant_is_told(string yaml, string expected) =>
        Assert.That(Read(Ada + yaml).Issues.Single(), Does.Contain(expected));

    /// <summary>A rule about waivers sees them; the finding that one covers is there all the same.</summary>
    [Test]
    public void A_waiver_reaches_the_rules_about_waivers()
    {
        const string Yaml = """
            ## Examples

            ```yaml
            reports:
              - users: [Ada]
                waivers: [{ rule: PIM101, targets: [Ada, Exchange Administrator], expires: 2027-03-31 }]
                finds: ["PIM101 for Ada, Exchange Administrator"]
            ignores:
              - users: [Ada]
                assigned: [{ who: Ada, role: Exchange Administrator }]
                waivers: [{ rule: PIM101, targets: [Ada, Exchange Administrator], expires: 2027-03-31 }]
            ```
            """;
        var rule = Catalogue.All.Single(one => one.Info.Id == "PIM903");
        var profile = ProfileFile.Load(Settings.DefaultProfile);

        Assert.That(
            PageExamples.Of(rule, Yaml).Select(one => ExampleRunner.Run(rule, one, profile).Got),
            Is.EqualTo(["PIM101 for Ada, Exchange Administrator", "nothing"])
        );
    }

    private static IEnumerable<(string?, DateTimeOffset?, bool?, string?, bool?)> Effects(string yaml) =>
        Read(yaml)
            .Tenant.AccessReviews.Select(one =>
                (one.DisplayName, one.CreatedAt, one.AppliesDecisions, one.DefaultDecision, one.AppliesDefault)
            );

    private static IEnumerable<(DateTimeOffset, string)> Log(string yaml) =>
        Read(Ada + yaml).Tenant.Events.Select(one => (one.At, one.Activity));

    private static (string, string) Collector(string yaml)
    {
        var collection = Read(yaml).Tenant.Collection;
        return (collection.Identity, string.Join(' ', collection.Permissions));
    }

    private static RoleSettings Exchange(string yaml) =>
        Read(Ada + yaml)
            .Tenant.RoleSettings.Single(one => one.Owner == SettingsOwner.Role(WellKnownRoles.ExchangeAdministrator));

    private static (TenantSnapshot Tenant, ExampleTenant Example, IEnumerable<string> Issues) Read(string yaml)
    {
        var issues = new List<ConfigurationIssue>();
        var root = YamlMap.Read(yaml, issues);
        var example = new ExampleTenant(root);
        var tenant = example.Read();
        root.RefuseOtherKeys();
        return (tenant, example, issues.Select(issue => issue.ToString()));
    }
}
