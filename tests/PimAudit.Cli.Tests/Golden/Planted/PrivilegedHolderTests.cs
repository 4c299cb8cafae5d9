using System.Text.Json.Nodes;
using NUnit.Framework;
using PimAudit.GraphEmulator;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>Family 6 by one fault each: who it is that holds a role, and who could act for him.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PrivilegedHolderTests
{
    private const string Luca = "Luca Moretti";
    private const string Export = "Fabrikam Security Export";
    private const string Exchange = "efb87545-963c-4e0d-99df-69c6916d9eb0";
    private const string Foundation = "113feb6c-3fe4-4440-bddc-54d774bf0318";

    [Test]
    public Task A_synchronised_person_is_eligible() =>
        Gives(tenant => tenant.MakeSynchronised(Luca), "PIM601 High: Luca Moretti");

    [Test]
    public Task A_stale_immutable_id_is_no_synchronisation() =>
        StaysSilent(tenant =>
            tenant.Body(
                Luca,
                body =>
                {
                    body["onPremisesImmutableId"] = "q83vEjRWeJq83vEjRWeJqw==";
                    body["onPremisesSyncEnabled"] = false;
                }
            )
        );

    [TestCase("userType", "Guest")]
    [TestCase("creationType", "Invitation")]
    [TestCase("externalUserState", "PendingAcceptance")]
    public Task An_external_person_is_eligible(string property, string value) =>
        Gives(tenant => tenant.Body(Luca, body => body[property] = value), "PIM602 High: Luca Moretti");

    [Test]
    public Task The_text_of_a_name_makes_nobody_a_guest() =>
        StaysSilent(tenant =>
            tenant.Body(Luca, body => body["userPrincipalName"] = "luca_partner.example#EXT#@fabrikam.example")
        );

    [Test]
    public Task A_person_has_not_signed_in_for_more_than_ninety_days() =>
        Gives(
            tenant => tenant.SignedIn(Luca, Now, lastSuccessful: Now.AddDays(-90).AddMinutes(-1)),
            "PIM604 Medium: Luca Moretti"
        );

    [Test]
    public Task A_person_has_not_signed_in_for_ninety_days() =>
        StaysSilent(tenant => tenant.SignedIn(Luca, last: null, lastSuccessful: Now.AddDays(-90)));

    [Test]
    public Task A_person_never_signed_in() =>
        Gives(tenant => tenant.SignedIn(Luca, last: null), "PIM604 Medium: Luca Moretti");

    [Test]
    public Task A_new_person_has_not_signed_in_yet() =>
        StaysSilent(tenant =>
            tenant.SignedIn(Luca, last: null).Body(Luca, body => body["createdDateTime"] = "2026-07-03T06:00:00Z")
        );

    [Test]
    public Task A_privileged_account_has_a_mailbox() =>
        Gives(tenant => tenant.Body(Luca, body => Add(body, Exchange, "Enabled")), "PIM605 Low: Luca Moretti");

    [TestCase(Exchange, "Deleted")]
    [TestCase(Foundation, "Enabled")]
    public Task A_plan_that_has_lapsed_or_gives_no_mailbox(string plan, string status) =>
        StaysSilent(tenant => tenant.Body(Luca, body => Add(body, plan, status)));

    [TestCase(Luca)]
    [TestCase("Noor Rahman")]
    [TestCase("David Mensah")]
    public Task A_person_without_a_method_must_answer_a_prompt(string person) =>
        Gives(tenant => tenant.Registers(person, "email"), $"PIM607 High: {person}");

    [Test]
    public Task A_person_without_a_method_is_asked_for_none() =>
        Gives(
            tenant =>
                tenant
                    .Registers("Olga Petrova")
                    .Registers(EmergencyOne)
                    .Registers("Tomasz Kowalski", "fido2SecurityKey"),
            $"PIM407 High: {EmergencyOne}"
        );

    [Test]
    public async Task A_person_whom_the_report_leaves_out_is_not_judged()
    {
        var audited = await Sample.Fabrikam.With(tenant => tenant.Unregistered(Luca)).AuditAsync();

        Assert.That((audited.Findings, audited.Blind), Is.EqualTo((Array.Empty<string>(), new[] { "PIM607" })));
    }

    [TestCase(true)]
    [TestCase(false)]
    public Task A_workload_has_a_secret(bool onApplication) =>
        Gives(
            tenant => tenant.AddPasswordCredential(Export, Now.AddMinutes(1), onApplication: onApplication),
            "PIM609 High: Fabrikam Security Export"
        );

    [Test]
    public Task A_secret_that_begins_later_opens_nothing_yet() =>
        StaysSilent(tenant => tenant.AddPasswordCredential(Export, Now.AddDays(90), start: Now.AddMinutes(1)));

    [Test]
    public Task An_owner_of_the_application_may_do_less_than_it() =>
        Gives(tenant => tenant.AddApplicationOwner("Olga Petrova", Export), "PIM609 High: Fabrikam Security Export");

    [Test]
    public Task An_owner_of_the_service_principal_may_do_less_than_it() =>
        Gives(tenant => tenant.AddOwner("Olga Petrova", Export), "PIM609 High: Fabrikam Security Export");

    /// <summary>He may become Security Reader himself.</summary>
    [Test]
    public Task An_owner_with_an_equal_role() => StaysSilent(tenant => tenant.AddOwner("Tomasz Kowalski", Export));

    /// <summary>It may be a group, which cannot ask for an extension.</summary>
    [Test]
    public Task A_principal_of_another_tenant_holds_a_role()
    {
        var sample = Sample.Fabrikam.With(tenant =>
            tenant
                .Foreign("Partner agents")
                .Assign("Partner agents", "Reports Reader", start: Now, end: Now.AddDays(20))
        );

        var id = sample.Tenant.IdOf("Partner agents");
        return Gives(sample, $"PIM506 Info: {id} | Reports Reader | /", $"PIM610 High: {id}");
    }

    /// <summary>Deleted for good, and still eligible.</summary>
    [Test]
    public Task A_phantom_is_still_eligible()
    {
        var sample = Sample.Fabrikam.With(tenant => tenant.Purge("Noor Rahman"));

        return Gives(sample, $"PIM610 High: {Sample.Fabrikam.Tenant.IdOf("Noor Rahman")}");
    }

    [TestCase("Luca \u202EitteroM")]
    [TestCase("Luca\u200B Moretti")]
    [TestCase("Em\u0435rgency Access One")]
    [TestCase("Global Administrator")]
    public Task A_name_that_is_not_what_it_seems(string name) =>
        Gives(tenant => tenant.Body(Luca, body => body["displayName"] = name), $"PIM611 Medium: {name}");

    [TestCase("Mei Tanaka")]
    [TestCase("Emergency Access Three")]
    [TestCase("\u05D3\u05D5\u05D3 \u05DB\u05D4\u05DF")]
    public Task A_name_that_somebody_shares_or_that_is_only_near(string name) =>
        StaysSilent(tenant => tenant.Body(Luca, body => body["displayName"] = name));

    [TestCase("microsoft.directory/users/password/update")]
    [TestCase("microsoft.directory/applications.myOrganization/credentials/update")]
    public Task A_custom_role_resets_passwords_or_adds_credentials(string action) =>
        Gives(tenant => Helper(tenant, action), "PIM612 Medium: Helper");

    [Test]
    public Task A_custom_role_that_reads_is_not_privileged() =>
        StaysSilent(tenant => Helper(tenant, "microsoft.directory/users/standard/read"));

    [Test]
    public Task A_custom_role_that_Graph_marks_as_privileged() =>
        Gives(
            tenant => Helper(tenant, "microsoft.directory/users/standard/read").Privileged("Helper"),
            "PIM612 Medium: Helper"
        );

    private static TenantBuilder Helper(TenantBuilder tenant, string action) =>
        tenant.CustomRole("Helper", action).Assign(BackupService, "Helper", start: Now, end: Now.AddDays(20));

    private static void Add(JsonObject user, string plan, string status) =>
        user["assignedPlans"]!
            .AsArray()
            .Add(
                (JsonNode)
                    new JsonObject
                    {
                        ["assignedDateTime"] = "2026-01-01T00:00:00Z",
                        ["capabilityStatus"] = status,
                        ["service"] = "exchange",
                        ["servicePlanId"] = plan,
                    }
            );
}
