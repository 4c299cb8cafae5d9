using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Engine.Tests;

public sealed class FindingTests
{
    private static readonly ObjectRef Role = new(
        ObjectKind.Role,
        WellKnownRoles.GlobalAdministrator,
        "Global Administrator"
    );

    [Test]
    public void The_fingerprint_does_not_change_with_names_and_figures()
    {
        var before = Judged.By(StubRule.Saying(StubRule.Breaks(StubRule.Person(1)))).Findings.Single();
        var renamed = StubRule.Breaks(StubRule.Person(1) with { DisplayName = "Renamed" });
        var after = Judged
            .By(StubRule.Saying(renamed with { Draft = renamed.Draft with { Observed = "worse" } }))
            .Findings.Single();

        Assert.That(after.Fingerprint, Is.EqualTo(before.Fingerprint));
    }

    [Test]
    public void The_fingerprint_changes_with_rule_subject_identity_and_tenant()
    {
        var usual = StubRule.Breaks(StubRule.Person(1));
        string[] prints =
        [
            PrintOf(Judged.By(StubRule.Saying(usual))),
            PrintOf(Judged.By(new StubRule(StubRule.Usual with { Id = "PIM102" }, _ => [usual]))),
            PrintOf(Judged.By(StubRule.Saying(StubRule.Breaks(StubRule.Person(2))))),
            PrintOf(Judged.By(StubRule.Saying(StubRule.Breaks(StubRule.Person(1), null, Role)))),
            PrintOf(
                Judged.Of(
                    Judged.Tenant with
                    {
                        Tenant = Judged.Tenant.Tenant with { Id = new Guid(7, 0, 0, new byte[8]) },
                    },
                    Judged.Profile,
                    AuditConfiguration.Empty,
                    StubRule.Saying(usual)
                )
            ),
        ];

        Assert.That(prints, Is.Unique);
    }

    /// <summary>Waivers and baselines of last year must still fit: the digits were worked out without this program.</summary>
    [Test]
    public void The_fingerprint_is_the_same_in_every_version() =>
        Assert.That(
            PrintOf(Judged.By(StubRule.Saying(StubRule.Breaks(StubRule.Person(1), null, Role)))),
            Is.EqualTo("01bf631ecc11094023eb426b94feeb4ce1556038ed0fce4346399afc66349655")
        );

    /// <summary>As of two groups inside each other.</summary>
    [Test]
    public void Two_subjects_that_name_each_other_are_two_findings()
    {
        var result = Judged.By(
            StubRule.Saying(
                StubRule.Breaks(StubRule.Person(1), null, StubRule.Person(2)),
                StubRule.Breaks(StubRule.Person(2), null, StubRule.Person(1))
            )
        );

        Assert.That(
            result.Findings.Select(finding => finding.Subject),
            Is.EqualTo(new[] { StubRule.Person(1), StubRule.Person(2) })
        );
        Assert.That(result.Findings.Select(finding => finding.Fingerprint), Is.Unique);
        Assert.That(result.Rules.Single().Counts.Judged, Is.EqualTo(2));
    }

    [Test]
    public void Rows_with_one_identity_are_one_finding_with_the_evidence_of_all()
    {
        var light = StubRule.Breaks(StubRule.Person(1), Severity.Low);
        var other = light with
        {
            Draft = light.Draft with
            {
                Severity = Severity.Critical,
                Evidence = [new(SnapshotParts.RoleSettings, "x")],
            },
        };

        var finding = Judged.By(StubRule.Saying(light, other)).Findings.Single();

        Assert.That((finding.Severity, finding.Evidence.Length), Is.EqualTo((Severity.Critical, 2)));
    }

    [Test]
    public void Findings_stand_by_rule_then_subject()
    {
        var result = Judged.By(
            new StubRule(StubRule.Usual with { Id = "PIM102" }, _ => [StubRule.Breaks(StubRule.Person(1))]),
            StubRule.Saying(StubRule.Breaks(StubRule.Person(3)), StubRule.Breaks(StubRule.Person(2)))
        );

        Assert.That(
            result.Findings.Select(finding => (finding.RuleId, finding.Subject.DisplayName)),
            Is.EqualTo(new[] { ("PIM101", "Person 2"), ("PIM101", "Person 3"), ("PIM102", "Person 1") })
        );
    }

    [Test]
    public void A_severity_of_the_configuration_replaces_the_whole_ladder()
    {
        var result = Judged.By(
            Configured.With("PIM101", severity: Severity.Low),
            StubRule.Saying(StubRule.Breaks(StubRule.Person(1), Severity.Critical), StubRule.Breaks(StubRule.Person(2)))
        );

        Assert.That(
            result.Findings.Select(finding => finding.Severity),
            Is.EqualTo(new[] { Severity.Low, Severity.Low })
        );
    }

    [Test]
    public void The_source_is_the_line_of_the_practice_word_for_word() =>
        Assert.That(
            Judged.By(StubRule.Saying(StubRule.Breaks(StubRule.Person(1)))).Findings.Single().Source,
            Is.EqualTo(
                "Microsoft Entra PIM Best Practices, DONT-1 (line 113): \"Assign roles permanently (except break-glass)\""
            )
        );

    [TestCase("user", "Object team")]
    [TestCase("rule", "Rule team")]
    [TestCase("family", "Family team")]
    [TestCase("nobody", null)]
    public void The_owner_is_named_by_object_then_rule_then_family(string until, string? expected)
    {
        var owners = Configured.NoOwners;
        string[] order = ["nobody", "family", "rule", "user"];
        if (Array.IndexOf(order, until) >= 1)
            owners = owners.Add("PIM1xx", "Family team");
        if (Array.IndexOf(order, until) >= 2)
            owners = owners.Add("PIM101", "Rule team");
        if (Array.IndexOf(order, until) >= 3)
            owners = owners.Add(StubRule.Person(1).Id, "Object team");

        var result = Judged.By(
            AuditConfiguration.Empty with
            {
                Owners = owners,
            },
            StubRule.Saying(StubRule.Breaks(StubRule.Person(1)))
        );

        Assert.That(result.Findings.Single().Owner, Is.EqualTo(expected));
    }

    private static string PrintOf(AuditResult result) => result.Findings.Single().Fingerprint;
}
