using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Cli.Tests.OwnRules;

[Parallelizable(ParallelScope.All)]
public sealed class ExamplePeopleTests
{
    private static DateTimeOffset Ago(int days) => ExampleTenant.TakenAt.AddDays(-days);

    private static SignInActivity SignIns(string properties) =>
        ExampleLanguage.Tenant($"users: {{ Ada: {properties} }}").SignInActivities.Single();

    [Test]
    public void A_sign_in_was_interactive_and_succeeded_unless_said_otherwise()
    {
        var ada = ExampleLanguage.Id("Ada");

        Assert.That(SignIns("{ }"), Is.EqualTo(new SignInActivity(ada, Ago(1), Ago(1), Ago(1))));
        Assert.That(SignIns("{ signedIn: 9d }"), Is.EqualTo(new SignInActivity(ada, Ago(9), Ago(9), Ago(9))));
        Assert.That(SignIns("{ signedIn: never }"), Is.EqualTo(new SignInActivity(ada, null, null, null)));
        Assert.That(
            SignIns("{ signedIn: 9d, clientSignIn: 2d }"),
            Is.EqualTo(new SignInActivity(ada, Ago(9), Ago(2), Ago(2)))
        );
        Assert.That(
            SignIns("{ signedIn: 9d, failedSignIn: 2d }"),
            Is.EqualTo(new SignInActivity(ada, Ago(2), Ago(9), Ago(9)))
        );
    }

    [Test]
    public void An_emergency_account_signed_in_with_the_last_drill() =>
        Assert.That(
            ExampleLanguage
                .Tenant("users: [Ada, Glass]\nemergencyAccounts: [Glass]")
                .SignInActivities.Select(row => row.LastSuccessAt),
            Is.EqualTo([Ago(1), Ago(30)])
        );

    [TestCase("{ }", true, "fido2SecurityKey")]
    [TestCase("{ methods: [] }", false, "")]
    [TestCase("{ methods: [mobilePhone], mfaCapable: false }", false, "mobilePhone")]
    public void The_registration_report_lists_what_is_registered(string properties, bool isCapable, string methods)
    {
        var row = ExampleLanguage.Tenant($"users: {{ Ada: {properties} }}").RegistrationDetails.Single();

        Assert.That((row.IsMfaCapable, string.Join(',', row.Methods)), Is.EqualTo((isCapable, methods)));
    }

    [TestCase("{ enabled: false }", 0)]
    [TestCase("{ inRegistrationReport: false }", 0)]
    [TestCase("{ enabled: false, inRegistrationReport: true }", 1)]
    public void It_leaves_out_the_disabled_and_whom_the_example_leaves_out(string properties, int rows) =>
        Assert.That(
            ExampleLanguage.Tenant($"users: {{ Ada: {properties} }}").RegistrationDetails,
            Has.Length.EqualTo(rows)
        );

    [Test]
    public void Plans_go_by_their_names_beside_the_licence()
    {
        var users = ExampleLanguage
            .Tenant(
                """
                users:
                  Ada: { plans: [Exchange Online (Plan 1)], lapsedPlans: [Microsoft 365 Apps for business] }
                  Bo: { licensed: false, plans: [Exchange Foundation] }
                  Cy: { licensed: unknown }
                """
            )
            .Users.Take(3)
            .Select(user => user.Plans is { } plans ? string.Join(' ', plans.Select(Short)) : null);

        Assert.That(users, Is.EqualTo(["eec0eb4f+ 9aaf7827+ 094e7854-", "113feb6c+", null]));
    }

    [Test]
    public void A_plan_that_nobody_knows_is_refused() =>
        Assert.That(
            ExampleLanguage.Issues("users: { Ada: { plans: [Exchange Online (Plan 3)] } }"),
            Has.One.Contains("no service plan known here")
        );

    [Test]
    public void What_was_not_told_is_null()
    {
        var tenant = ExampleLanguage.Tenant(
            """
            users: { Ada: { enabled: unknown, guest: unknown, synchronised: unknown, created: unknown, displayName: unknown } }
            groups: { RAG - Mail: { roleAssignable: unknown, mailEnabled: unknown, displayName: unknown } }
            """
        );

        var ada = tenant.Users[0];
        Assert.That(
            new object?[] { ada.IsEnabled, ada.IsGuest, ada.IsSynchronised, ada.CreatedAt, ada.DisplayName },
            Is.All.Null
        );
        var mail = tenant.Groups[0];
        Assert.That(new object?[] { mail.IsRoleAssignable, mail.IsMailEnabled, mail.DisplayName }, Is.All.Null);
    }

    [Test]
    public void An_invited_person_may_be_a_member_and_two_people_may_share_a_name()
    {
        var users = ExampleLanguage
            .Tenant(
                "users: { Ada: { creationType: Invitation, externalUserState: Accepted }, Bo: { displayName: Ada } }"
            )
            .Users.Take(2)
            .Select(user => (user.Id, user.DisplayName, user.UserType, user.CreationType, user.ExternalUserState));

        Assert.That(
            users,
            Is.EqualTo([
                (ExampleLanguage.Id("Ada"), "Ada", "Member", "Invitation", "Accepted"),
                (ExampleLanguage.Id("Bo"), "Ada", "Member", (string?)null, (string?)null),
            ])
        );
    }

    [Test]
    public void The_groups_of_a_person_are_those_of_the_example_and_those_that_are_named()
    {
        var tenant = ExampleLanguage.Tenant(
            """
            users: { Ada: { inGroups: [Apart] }, Bo: }
            groups: [Inner, Outer, Apart]
            members: [{ group: Inner, who: Ada }, { group: Outer, who: Inner }, { group: Apart, who: Bo, as: owner }]
            """
        );

        Assert.That(
            tenant.GroupsOfUsers.Take(2).Select(row => row.GroupIds),
            Is.EqualTo([
                new[] { "Inner", "Outer", "Apart" }.Select(ExampleLanguage.Id).Order(),
                Enumerable.Empty<Guid>(),
            ])
        );
        Assert.That(
            ExampleLanguage.Issues("users: { Ada: { inGroups: [Nowhere] } }"),
            Has.One.Contains("no group of this example")
        );
    }

    private static string Short(AssignedPlan plan) =>
        $"{plan.ServicePlanId.ToString("D")[..8]}{(plan.IsEnabled ? '+' : '-')}";
}
