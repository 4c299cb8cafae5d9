using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class GuestHolderTests
{
    private const string Exchange = "Exchange Administrator";

    [TestCase("Guest", null, null, "userType is Guest")]
    [TestCase("Member", "Invitation", null, "creationType is Invitation")]
    [TestCase("Member", null, "Accepted", "externalUserState is set")]
    [TestCase(null, "Invitation", "Accepted", "creationType is Invitation, externalUserState is set")]
    public void Reports_whom_one_of_the_properties_calls_external(
        string? userType,
        string? creationType,
        string? state,
        string signs
    ) =>
        Assert.That(
            Run(Person(userType, creationType, state)).Said,
            Is.EqualTo(
                new[]
                {
                    (
                        "Ines Falk",
                        $"{signs}; reaches Exchange Administrator",
                        "an account of this tenant's own for privileged roles"
                    ),
                }
            )
        );

    [Test]
    public void Is_high_and_known_by_the_person()
    {
        var run = Run(Person("Guest", "Invitation", "Accepted"));

        Assert.That(run.Severities, Is.EqualTo(new[] { ("Ines Falk", Severity.High) }));
        Assert.That(run.Identity, Is.EqualTo(new[] { $"user:{A.Id("Ines Falk"):D}" }));
    }

    [Test]
    public void Reads_nothing_from_the_name() =>
        Assert.That(
            Run(
                A.Tenant.User(
                        "Ines Falk",
                        user =>
                            user with
                            {
                                DisplayName = "Ines Falk (Guest)",
                                UserPrincipalName = "ines_partner.example#EXT#@contoso.example",
                            }
                    )
                    .Eligible("Ines Falk", Exchange)
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Looks_at_privileged_roles_alone() =>
        Assert.That(
            Run(A.Tenant.User("Ines Falk", Guest).Assigned("Ines Falk", "Reports Reader")).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Does_not_look_at_emergency_accounts() =>
        Assert.That(
            Run(Person("Guest", null, null).Emergency("Ines Falk")).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Takes_from_the_guest_what_he_holds_himself_by_id() =>
        Assert.That(
            Run(
                A.Tenant.User("Ines Falk", Guest)
                    .Groups("Agents", "Operators")
                    .Eligible("Ines Falk", Exchange)
                    .Activated("Ines Falk", Exchange)
                    .Assigned("Agents", "User Administrator")
                    .EligibleMember("Agents", "Ines Falk")
                    .Eligible("Operators", "Security Operator")
                    .Member("Operators", "Ines Falk")
            )
                .Findings.Single()
                .Fix.Command!.Split('\n')
                .Order(StringComparer.Ordinal),
            Is.EqualTo(
                new[]
                {
                    $"New-MgIdentityGovernancePrivilegedAccessGroupEligibilityScheduleRequest -BodyParameter @{{ action = 'adminRemove'; accessId = 'member'; groupId = '{A.Id("Agents"):D}'; principalId = '{A.Id("Ines Falk"):D}' }}",
                    $"New-MgRoleManagementDirectoryRoleEligibilityScheduleRequest -BodyParameter @{{ action = 'adminRemove'; principalId = '{A.Id("Ines Falk"):D}'; roleDefinitionId = '{A.Role(Exchange):D}'; directoryScopeId = '/' }}",
                    $"Remove-MgGroupMemberByRef -GroupId '{A.Id("Operators"):D}' -DirectoryObjectId '{A.Id("Ines Falk"):D}'",
                }
            )
        );

    [Test]
    public void Blind_when_it_was_not_told() =>
        Assert.That(Run(Person(null, null, null)).Blind, Is.EqualTo(new[] { "Ines Falk" }));

    [Test]
    public void Blind_on_a_person_who_was_not_read() =>
        Assert.That(
            Run(Person("Guest", null, null).Lose(SnapshotParts.Principals, A.Id("Ines Falk"))).Blind,
            Is.EqualTo(new[] { $"{A.Id("Ines Falk"):D}" })
        );

    [Test]
    public void Not_evaluated_without_the_eligible_people() =>
        Assert.That(
            Run(Person("Guest", null, null).Lose(SnapshotParts.EligibleAssignments)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Judges_a_tenant_without_PIM_by_its_role_assignments() =>
        Assert.That(
            Run(A.Tenant.User("Ines Falk", Guest).AssignedUnlisted("Ines Falk", Exchange).Unlicensed()).Subjects,
            Is.EqualTo(new[] { "Ines Falk" })
        );

    private static User Guest(User user) => user with { UserType = "Guest" };

    private static TenantSnapshot Person(string? userType, string? creationType, string? state) =>
        A
            .Tenant.User(
                "Ines Falk",
                user => user with { UserType = userType, CreationType = creationType, ExternalUserState = state }
            )
            .Eligible("Ines Falk", Exchange);

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<GuestHolder>(tenant);
}
