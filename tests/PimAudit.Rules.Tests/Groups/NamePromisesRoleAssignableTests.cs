using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class NamePromisesRoleAssignableTests
{
    [Test]
    public void Reports_a_name_by_the_convention_on_an_ordinary_group()
    {
        var run = Audit.With<NamePromisesRoleAssignable>(Named("RAG - Mail", isRoleAssignable: false));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        (
                            "RAG - Mail",
                            "RAG - Mail, not role-assignable",
                            @"role-assignable, as a name that matches ^RAG - \S.*$ says, or another name"
                        ),
                    }
                )
            );
            Assert.That(run.Severities, Is.EqualTo(new[] { ("RAG - Mail", Severity.Medium) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"group:{A.Id("RAG - Mail"):D}" }));
        }
    }

    [Test]
    public void Passes_a_role_assignable_group() =>
        Assert.That(
            Audit.With<NamePromisesRoleAssignable>(Named("RAG - Mail", isRoleAssignable: true)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    /// <summary>Graph finds names in whatever letters they are written, and those that only begin alike.</summary>
    [TestCase("rag - Mail")]
    [TestCase("RAG - ")]
    public void Does_not_look_at_a_name_that_only_begins_like_one(string name) =>
        Assert.That(
            Audit.With<NamePromisesRoleAssignable>(Named(name, isRoleAssignable: false)).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Is_not_applicable_where_no_group_is_named_so() =>
        Assert.That(Audit.With<NamePromisesRoleAssignable>(A.Tenant).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    [TestCase(null, "RAG - Mail")]
    [TestCase("RAG - Mail", null)]
    public void Is_blind_where_the_name_or_the_kind_was_not_read(string? name, string? kind)
    {
        var group = A.Group("RAG - Mail") with { DisplayName = name, IsRoleAssignable = kind is null ? null : false };
        var run = Audit.With<NamePromisesRoleAssignable>(A.Tenant with { NamedGroups = [group] });

        Assert.That(
            (run.Outcome, run.Blind),
            Is.EqualTo((RuleOutcome.NotEvaluated, new[] { name ?? A.Id("RAG - Mail").ToString("D") }))
        );
    }

    [Test]
    public void Asks_for_the_pattern_of_the_configuration()
    {
        var tenant = Named("PIM Mail", isRoleAssignable: false) with { NamedGroupsPrefix = "PIM " };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Audit.With<NamePromisesRoleAssignable>(tenant, ("pattern", "^PIM .+$")).Subjects,
                Is.EqualTo(new[] { "PIM Mail" })
            );
            Assert.That(
                Audit.With<NamePromisesRoleAssignable>(tenant, ("pattern", "^PIM [A-L].+$")).Outcome,
                Is.EqualTo(RuleOutcome.NotApplicable)
            );
        }
    }

    [TestCase("RAG - Mail")]
    [TestCase("^(RAG|PIM) - ")]
    [TestCase("^[A-Z]+ - ")]
    public void Is_not_evaluated_for_a_pattern_that_does_not_say_how_names_begin(string pattern)
    {
        var run = Audit.With<NamePromisesRoleAssignable>(
            Named("RAG - Mail", isRoleAssignable: false),
            ("pattern", pattern)
        );

        Assert.That((run.Outcome, run.Reason), Is.EqualTo((RuleOutcome.NotEvaluated, MissingReason.Configuration)));
    }

    [Test]
    public void Is_not_evaluated_where_the_collector_had_no_prefix_to_ask_for()
    {
        var run = Audit.With<NamePromisesRoleAssignable>(
            A.Tenant.Miss(SnapshotParts.NamedGroups, PartStatus.NotAsked, MissingReason.Configuration)
        );

        Assert.That((run.Outcome, run.Reason), Is.EqualTo((RuleOutcome.NotEvaluated, MissingReason.Configuration)));
    }

    /// <summary>Groups named by the new pattern were never asked for, so their absence proves nothing.</summary>
    [TestCase("PIM ")]
    [TestCase("RAG - Mail")]
    [TestCase(null)]
    public void Is_not_evaluated_on_a_snapshot_of_other_names(string? asked)
    {
        var run = Audit.With<NamePromisesRoleAssignable>(A.Tenant with { NamedGroupsPrefix = asked });

        Assert.That((run.Outcome, run.Reason), Is.EqualTo((RuleOutcome.NotEvaluated, MissingReason.NotCollected)));
    }

    [TestCase("rag")]
    [TestCase("RAG - ")]
    public void Judges_a_snapshot_of_these_and_other_names(string asked) =>
        Assert.That(
            Audit
                .With<NamePromisesRoleAssignable>(
                    Named("RAG - Mail", isRoleAssignable: false) with
                    {
                        NamedGroupsPrefix = asked,
                    }
                )
                .Subjects,
            Is.EqualTo(new[] { "RAG - Mail" })
        );

    [Test]
    public void Is_not_evaluated_where_the_list_was_refused() =>
        Assert.That(
            Audit
                .With<NamePromisesRoleAssignable>(
                    Named("RAG - Mail", isRoleAssignable: false).Refuse(SnapshotParts.NamedGroups)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static TenantSnapshot Named(string name, bool isRoleAssignable) =>
        A.Tenant with
        {
            NamedGroups = [A.Group(name) with { IsRoleAssignable = isRoleAssignable }],
        };
}
