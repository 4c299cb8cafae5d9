using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class DeceptiveNameTests
{
    private const string Reader = "Reports Reader";
    private const string Glass = "Break Glass 01";

    [Test]
    public void Reports_turned_writing_by_code_point_and_never_prints_it()
    {
        var run = Run(Named("Ines \u202Eklaf"));
        var finding = run.Findings.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Observed, Is.EqualTo("bidirectional control U+202E"));
            Assert.That(finding.Title, Is.EqualTo("The name Ines <U+202E>klaf is not what it seems"));
            Assert.That(finding.Severity, Is.EqualTo(Severity.Medium));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"user:{A.Id("Person"):D}" }));
        }
    }

    [TestCase("Ines\u200BFalk", "invisible character U+200B")]
    [TestCase("Ines\u00ADFalk", "invisible character U+00AD")]
    [TestCase("Ines\u2066Falk\u2069", "bidirectional control U+2066; bidirectional control U+2069")]
    [TestCase("Ines\u200F\u200FFalk", "bidirectional control U+200F")]
    [TestCase("Ines\u0007Falk", "invisible character U+0007")]
    [TestCase("Ines\u2028Falk", "invisible character U+2028")]
    [TestCase("Ines Falk\uFEFF", "invisible character U+FEFF")]
    [TestCase("Ines\U000E0041Falk", "invisible character U+E0041")]
    [TestCase("Ines\u200DFalk", "invisible character U+200D")]
    public void Names_each_hidden_character_once(string name, string observed) =>
        Assert.That(Run(Named(name)).Findings.Select(finding => finding.Observed), Is.EqualTo(new[] { observed }));

    [TestCase("Ines Falk")]
    [TestCase("Inés Fälk-Müller")]
    [TestCase("\u0418\u0440\u0438\u043D\u0430")]
    [TestCase("\u05D3\u05D5\u05D3 \u05DB\u05D4\u05DF")]
    [TestCase("\u0639\u0644\u06CC\u200C\u0631\u0636\u0627")]
    [TestCase("Ops \U0001F469\u200D\U0001F4BB \u2764\uFE0F")]
    [TestCase("\u5F20\u4F1F")]
    public void Silent_about_names_of_any_script(string name) =>
        Assert.That(Run(Named(name)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [TestCase("Break Glass 01", "The name Break Glass 01 is not what it seems")]
    [TestCase("break  glass 01", "The name break  glass 01 is not what it seems")]
    [TestCase("Br\u0435ak Gl\u0430ss 01", "The name Br<U+0435>ak Gl<U+0430>ss 01 is not what it seems")]
    [TestCase("\uFF22reak Glass 01", "The name <U+FF22>reak Glass 01 is not what it seems")]
    [TestCase("\U0001D401reak Glass 01", "The name <U+1D401>reak Glass 01 is not what it seems")]
    [TestCase("Break Glass Ol", "The name Break Glass Ol is not what it seems")]
    [TestCase("Break\u00A0GIass 01", "The name Break\u00A0GIass 01 is not what it seems")]
    public void Reports_an_exact_look_alike_of_an_emergency_account(string name, string title)
    {
        var run = Run(Named(name).Emergency(Glass).Users(Glass));
        var finding = run.Findings.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Subject.Id, Is.EqualTo(A.Id("Person").ToString("D")));
            Assert.That(finding.Title, Is.EqualTo(title));
            Assert.That(finding.Observed, Is.EqualTo("looks like the emergency access account Break Glass 01"));
            Assert.That(
                finding.Related.Select(related => related.Object.Id),
                Is.EqualTo(new[] { A.Id(Glass).ToString("D") })
            );
        }
    }

    [TestCase("Break Glass 02")]
    [TestCase("Break Glass")]
    [TestCase("Break Gloss 01")]
    public void Silent_about_a_name_that_is_only_near(string name) =>
        Assert.That(Run(Named(name).Emergency(Glass).Users(Glass)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Reports_a_group_that_looks_like_a_role() =>
        Assert.That(
            Run(
                A.Tenant.Group("Group", group => group with { DisplayName = "Gl\u043Ebal Administrator" })
                    .Assigned("Group", Reader)
            )
                .Findings.Select(finding => finding.Observed),
            Is.EqualTo(new[] { "looks like the role Global Administrator" })
        );

    [Test]
    public void Reports_a_custom_role_that_looks_like_a_built_in_one_and_not_the_other_way_round()
    {
        var custom = new RoleDefinition(A.Id("custom"), "Global Administrat\u043Er", false, true, null, []);
        var tenant = A.Tenant.Users("Ines Falk").Assigned("Ines Falk", "Global Administrator");

        Assert.That(
            Run(
                tenant with
                {
                    Roles = [.. tenant.Roles, custom],
                    RoleEligibilities = [new("row", custom.Id, A.Id("Ines Falk"), "/", null, null)],
                }
            )
                .Findings.Select(finding => finding.Subject.Id),
            Is.EqualTo(new[] { custom.Id.ToString("D") })
        );
    }

    [Test]
    public void Points_at_the_list_that_holds_the_name()
    {
        var custom = new RoleDefinition(A.Id("custom"), "Global Administrat\u043Er", false, true, null, []);
        var tenant = Named("Ines\u200BFalk").Assigned("Gone", Reader).Deleted("Gone", TimeSpan.FromDays(3));

        Assert.That(
            Run(
                tenant with
                {
                    Roles = [.. tenant.Roles, custom],
                    RoleEligibilities = [new("row", custom.Id, A.Id("Person"), "/", null, null)],
                    DeletedObjects =
                    [
                        .. tenant.DeletedObjects.Select(gone => gone with { DisplayName = "Gone\u200B" }),
                    ],
                }
            )
                .Findings.Select(finding => (finding.Subject.Id, finding.Evidence.Single().Part)),
            Is.EquivalentTo(
                new[]
                {
                    (A.Id("Person").ToString("D"), SnapshotParts.Principals),
                    (A.Id("Gone").ToString("D"), SnapshotParts.DeletedItems),
                    (custom.Id.ToString("D"), SnapshotParts.RoleDefinitions),
                }
            )
        );
    }

    [Test]
    public void Blind_on_a_group_whose_members_may_hold_a_role() =>
        Assert.That(
            Run(
                A.Tenant.Users("Ines Falk")
                    .Groups("RAG - Reports")
                    .Assigned("RAG - Reports", Reader)
                    .Member("RAG - Reports", "Ines Falk")
                    .Lose(SnapshotParts.GroupMembers, A.Id("RAG - Reports"))
            ).Blind,
            Is.EqualTo(new[] { "RAG - Reports" })
        );

    /// <summary>Two people may share a name; ids tell them apart.</summary>
    [Test]
    public void Silent_about_two_people_of_one_name() =>
        Assert.That(
            Run(Named("Ines Falk").Users("Ines Falk").Assigned("Ines Falk", Reader)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Reads_the_names_of_emergency_accounts_too() =>
        Assert.That(
            Run(A.Tenant.User(Glass, user => user with { DisplayName = "Break\u200BGlass" }).Emergency(Glass))
                .Findings.Select(finding => finding.Observed),
            Is.EqualTo(new[] { "invisible character U+200B" })
        );

    [Test]
    public void One_finding_for_one_object() =>
        Assert.That(
            Run(Named("Break\u200B Glass 01").Emergency(Glass).Users(Glass))
                .Findings.Select(finding => finding.Observed),
            Is.EqualTo(new[] { "invisible character U+200B; looks like the emergency access account Break Glass 01" })
        );

    [Test]
    public void Does_not_read_names_beside_the_paths() =>
        Assert.That(
            Run(A.Tenant.User("Person", user => user with { DisplayName = "Ines\u200BFalk" })).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Blind_where_a_name_was_not_read() =>
        Assert.That(Run(Named(null)).Blind, Is.EqualTo(new[] { $"{A.Id("Person"):D}" }));

    [Test]
    public void What_nobody_knows_has_no_name() =>
        Assert.That(
            Run(A.Tenant.Unresolved("Phantom").Eligible("Phantom", Reader)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Blind_on_an_emergency_account_that_was_not_looked_up() =>
        Assert.That(
            Audit
                .Judge(
                    Named("Ines Falk").Lose(SnapshotParts.EmergencyAccounts),
                    PimAudit.Engine.AuditConfiguration.Empty with
                    {
                        EmergencyAccounts = ["glass@contoso.example"],
                    },
                    new DeceptiveName()
                )
                .Rules.Single()
                .Blind.Select(blind => blind.Subject.Label),
            Is.EqualTo(new[] { "glass@contoso.example" })
        );

    [Test]
    public void Not_evaluated_without_the_names_of_roles() =>
        Assert.That(
            Run(Named("Ines\u200BFalk").Lose(SnapshotParts.RoleDefinitions)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static TenantSnapshot Named(string? name) =>
        A.Tenant.User("Person", user => user with { DisplayName = name }).Assigned("Person", Reader);

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<DeceptiveName>(tenant);
}
