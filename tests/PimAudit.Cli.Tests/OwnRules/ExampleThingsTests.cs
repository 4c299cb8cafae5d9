using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Cli.Tests.OwnRules;

/// <summary>Domains, groups by name, applications, roles, notifications, policies and alerts of examples.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ExampleThingsTests
{
    [TestCase("", "contoso.example", "contoso.example")]
    [TestCase(
        "tenant: { initialDomain: a.example, domains: [a.example, b.example] }",
        "a.example",
        "a.example b.example"
    )]
    [TestCase("tenant: { initialDomain: unknown, domains: unknown }", null, null)]
    [TestCase("notRead: [organization]", null, null)]
    public void The_tenant_has_its_domains(string yaml, string? initial, string? all)
    {
        var tenant = ExampleLanguage.Tenant(yaml).Tenant;

        Assert.That(tenant.InitialDomain, Is.EqualTo(initial));
        Assert.That(tenant.Domains is { } domains ? string.Join(' ', domains) : null, Is.EqualTo(all));
    }

    [Test]
    public void Groups_are_found_by_the_beginning_of_their_name_on_a_path_or_not()
    {
        const string Groups =
            "groups: [RAG - Mail, rag - users, Team]\nnamedGroups: { RAG - Helpdesk: { roleAssignable: false } }";

        var tenant = ExampleLanguage.Tenant(Groups);
        Assert.That(tenant.NamedGroupsPrefix, Is.EqualTo("RAG - "));
        Assert.That(
            tenant.NamedGroups.Select(group => group.DisplayName),
            Is.EqualTo(["RAG - Helpdesk", "RAG - Mail", "rag - users"])
        );
        Assert.That(
            ExampleLanguage.Tenant($"namedGroupsPrefix: Te\n{Groups}").NamedGroups.Select(group => group.DisplayName),
            Is.EqualTo(["RAG - Helpdesk", "Team"])
        );
        Assert.That(ExampleLanguage.Tenant($"{Groups}\nnotRead: [namedGroups]").NamedGroupsPrefix, Is.Null);
    }

    [Test]
    public void An_application_has_credentials_and_owners_in_two_places()
    {
        var tenant = ExampleLanguage.Tenant(
            """
            users: [Ada, Bo]
            applications:
              Backup:
                credentials: [{ kind: key, ends: unknown }, { ended: 1d }]
                servicePrincipalCredentials: [{ ends: 5d }]
                owners: [Ada]
                registrationOwners: [Bo, Later]
              Later:
            """
        );

        var now = ExampleTenant.TakenAt;
        var (registration, principal) = (tenant.Applications[0], tenant.ServicePrincipals[0]);
        Assert.That(
            registration.Credentials!.Value.Select(one => (one.Kind, one.EndsAt)),
            Is.EqualTo([(CredentialKind.Key, (DateTimeOffset?)null), (CredentialKind.Password, now.AddDays(-1))])
        );
        Assert.That(principal.Credentials!.Value.Select(one => one.EndsAt), Is.EqualTo([now.AddDays(5)]));
        Assert.That(
            registration.Credentials.Value.Concat(principal.Credentials.Value).Select(one => one.KeyId),
            Is.Unique
        );
        Assert.That(
            tenant.ServicePrincipalOwners,
            Is.EqualTo([new WorkloadOwner(principal.Id, ExampleLanguage.Id("Ada"), ObjectKind.User)])
        );
        Assert.That(
            tenant.ApplicationOwners,
            Is.EqualTo([
                new WorkloadOwner(registration.Id, ExampleLanguage.Id("Bo"), ObjectKind.User),
                new WorkloadOwner(registration.Id, ExampleLanguage.Id("Later"), ObjectKind.ServicePrincipal),
            ])
        );
    }

    [TestCase("notRead: { applications: [Backup] }", "", "Ada")]
    [TestCase("notRead: { applicationOwners: [Backup] }", "Backup", "")]
    public void What_was_not_read_of_an_application_is_gone_and_recorded(
        string missing,
        string registered,
        string owners
    )
    {
        var tenant = ExampleLanguage.Tenant(
            $"users: [Ada]\napplications: {{ Backup: {{ registrationOwners: [Ada] }} }}\n{missing}"
        );

        Assert.That(string.Join(' ', tenant.Applications.Select(one => one.DisplayName)), Is.EqualTo(registered));
        Assert.That(string.Join(' ', tenant.ApplicationOwners.Select(_ => "Ada")), Is.EqualTo(owners));
        Assert.That(tenant.Collection.Parts.Count(part => part.Status is PartStatus.Partial), Is.EqualTo(1));
    }

    [TestCase("foreign: true")]
    [TestCase("managedIdentity: true")]
    public void One_that_is_registered_elsewhere_or_nowhere_has_no_registration_here(string kind)
    {
        Assert.That(ExampleLanguage.Tenant($"applications: {{ Backup: {{ {kind} }} }}").Applications, Is.Empty);
        Assert.That(
            ExampleLanguage.Issues($"applications: {{ Backup: {{ {kind}, credentials: [{{ kind: key }}] }} }}"),
            Has.One.Contains("registered in this tenant")
        );
    }

    [Test]
    public void An_assignment_may_say_that_its_principal_is_of_another_tenant()
    {
        const string Given = "unresolved: [Partner]\nassigned: [{ who: Partner, role: Global Administrator";

        Assert.That(
            ExampleLanguage.Tenant(Given + ", foreign: true }]").RoleAssignments.Single().PrincipalOrganizationId,
            Is.Not.EqualTo(ExampleTenant.Empty.Tenant.Id)
        );
        Assert.That(
            ExampleLanguage.Tenant(Given + " }]").RoleAssignments.Single().PrincipalOrganizationId,
            Is.EqualTo(ExampleTenant.Empty.Tenant.Id)
        );
    }

    [Test]
    public void Roles_are_custom_or_new_and_beta_speaks_of_those_that_the_example_says()
    {
        var tenant = ExampleLanguage.Tenant(
            "roles: { Helper: { actions: [a/b] }, New: { builtIn: true, privileged: false } }"
        );

        Assert.That(
            tenant.Roles.TakeLast(2).Select(role => (role.DisplayName, role.IsBuiltIn, string.Join(' ', role.Actions))),
            Is.EqualTo([("Helper", false, "a/b"), ("New", true, "")])
        );
        Assert.That(
            tenant.PrivilegedRoles,
            Is.EqualTo([new PrivilegedRole(ExampleLanguage.Id("New"), IsPrivileged: false)])
        );
    }

    [Test]
    public void Everybody_is_told_of_everything_but_what_the_example_changes()
    {
        var settings = ExampleLanguage
            .Tenant(
                """
                settings:
                  Global Administrator:
                    notifications:
                      - { rule: Notification_Admin_Admin_Eligibility, defaultRecipients: unknown, level: Critical }
                      - { rule: Notification_Admin_EndUser_Assignment, absent: true }
                """
            )
            .RoleSettings.ToLookup(one => one.Owner.Id);

        var changed = settings[WellKnownRoles.GlobalAdministrator].Single().Notifications;
        Assert.That(changed, Has.Length.EqualTo(8));
        Assert.That(
            changed.Where(one => one.DefaultRecipients is not true).Select(one => (one.RuleId, one.Level)),
            Is.EqualTo([("Notification_Admin_Admin_Eligibility", "Critical")])
        );
        Assert.That(
            settings[WellKnownRoles.PrivilegedRoleAdministrator]
                .Single()
                .Notifications.Select(one => one.DefaultRecipients),
            Is.EqualTo(Enumerable.Repeat((bool?)true, 9))
        );
    }

    [Test]
    public void A_policy_guards_everything_unless_it_is_for_a_context_or_says_what()
    {
        var policies = ExampleLanguage
            .Tenant(
                """
                policies:
                  - { asks: [block] }
                  - { contexts: [c1] }
                  - { resources: unknown, onlyWhen: [legacyClients] }
                  - { asks: [] }
                  - { strength: s, strengthAllows: ["password,sms"] }
                """
            )
            .ConditionalAccessPolicies;

        Assert.That(
            policies.Select(policy => (Words(policy.Resources), Words(policy.OnlyWhen))),
            Is.EqualTo([("All", ""), ("", ""), ("unknown", "legacyClients"), ("All", ""), ("All", "")])
        );
        Assert.That(
            policies.Select(policy => policy.Grant is { } grant ? Words(grant.Controls) : null),
            Is.EqualTo(["block", "mfa", "mfa", null, ""])
        );
        Assert.That(Words(policies[4].Grant!.StrengthCombinations), Is.EqualTo("password,sms"));
    }

    [Test]
    public void Alerts_tell_when_they_were_scanned_and_whom_they_speak_of()
    {
        var alerts = ExampleLanguage
            .Tenant(
                """
                users: [Ada]
                alerts:
                  - { name: StaleSignInAlert, enabled: unknown, scanned: 2d, threshold: [days=90], incidents: [{ who: Ada }, { role: Global Administrator }] }
                  - { name: OtherAlert, scanned: never }
                """
            )
            .PimAlerts;

        Assert.That(
            alerts.Select(one => (one.IsEnabled, one.ScannedAt, Words(one.Threshold), one.IncidentCount)),
            Is.EqualTo([
                ((bool?)null, ExampleTenant.TakenAt.AddDays(-2), "days=90", 2),
                ((bool?)true, (DateTimeOffset?)null, "", 0),
            ])
        );
        Assert.That(
            alerts[0].Incidents.Select(one => (one.AssigneeId, one.RoleDefinitionId)),
            Is.EqualTo([((Guid?)ExampleLanguage.Id("Ada"), (Guid?)null), (null, WellKnownRoles.GlobalAdministrator)])
        );
    }

    [TestCase("tenant: { domain: a.example }", "tenant.domain")]
    [TestCase("users: { Ada: { plan: P1 } }", "users.Ada.plan")]
    [TestCase("roles: { Helper: { action: a } }", "roles.Helper.action")]
    [TestCase("policies: [{ resource: All }]", "policies[0].resource")]
    [TestCase("policies: [{ excludes: [Nobody] }]", "nobody and no role")]
    [TestCase("alerts: [{ incidents: [{ whom: Ada }] }]", "whom")]
    [TestCase("applications: { Backup: { owners: [Nobody] } }", "whom this example does not have")]
    [TestCase(
        "settings: { Global Administrator: { notifications: [{ rule: Notification_Admin }] } }",
        "must be one of"
    )]
    [TestCase("settings: { Global Administrator: { notifications: [{ absent: true }] } }", "is missing")]
    public void A_word_that_is_misspelt_is_refused(string yaml, string issue) =>
        Assert.That(ExampleLanguage.Issues(yaml), Has.Some.Contains(issue));

    private static string Words(IEnumerable<string>? words) => words is null ? "unknown" : string.Join(' ', words);
}
