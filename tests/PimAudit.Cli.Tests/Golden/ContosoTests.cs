using NUnit.Framework;

namespace PimAudit.Cli.Tests.Golden;

/// <summary>The demonstration has exactly the findings that its page, <c>Contoso.md</c>, was written to have.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ContosoTests
{
    /// <summary>Nobody touched the settings of these privileged roles, and no group of Approach 2 holds them.</summary>
    private static readonly string[] Untouched =
    [
        "AI Administrator",
        "AI Reader",
        "Agent ID Administrator",
        "Application Developer",
        "Attribute Provisioning Administrator",
        "Attribute Provisioning Reader",
        "Authentication Extensibility Administrator",
        "Authentication Extensibility Password Administrator",
        "B2C IEF Keyset Administrator",
        "Cloud Application Administrator",
        "Directory Writers",
        "Domain Name Administrator",
        "Entra SOC Identity Responder",
        "External Identity Provider Administrator",
        "Global Reader",
        "Hybrid Identity Administrator",
        "Identity Governance Administrator",
        "Lifecycle Workflows Administrator",
        "Partner Tier1 Support",
        "Partner Tier2 Support",
        "Privileged Authentication Administrator",
        "Tenant Governance Administrator",
    ];

    private static readonly string[] Page =
    [
        "PIM101 Critical: Marcus Webb | Global Administrator | /",
        "PIM101 Critical: Nadia Haddad | Global Administrator | /",
        "PIM101 High: Freya Nielsen | Exchange Administrator | /",
        "PIM102 Low: Daniel Fischer | Billing Administrator | /",
        "PIM103 High: Lucia Romano | RAG - Helpdesk Admins",
        "PIM104 Medium: RAG - Report Readers | Reports Reader | /",
        "PIM105 Medium: Daniel Fischer | Billing Administrator | /",
        "PIM105 Medium: Elena Petrov | Privileged Role Administrator | /",
        "PIM105 Medium: Freya Nielsen | Exchange Administrator | /",
        "PIM105 Medium: Ivan Horvat | Application Administrator | /",
        "PIM105 Medium: Marcus Webb | Global Administrator | /",
        "PIM105 Medium: Nadia Haddad | Global Administrator | /",
        "PIM105 Medium: Peter Novak | Teams Administrator | /",
        "PIM106 Info: Break Glass 01 | Global Administrator | /",
        "PIM106 Medium: Miriam Cohen | Compliance Data Administrator | /",
        "PIM106 Medium: Nadia Haddad | Global Administrator | /",
        "PIM107 Low: Freya Nielsen | Exchange Administrator | /",
        "PIM107 Low: Marcus Webb | Global Administrator | /",
        "PIM107 Low: Nadia Haddad | Global Administrator | /",
        "PIM201 High: Intune Administrator",
        "PIM201 High: SecOps Tier 2 | member",
        "PIM202 Medium: Teams Administrator",
        "PIM203 High: Privileged Role Administrator",
        "PIM204 Medium: Exchange Administrator",
        "PIM206 Medium: Conditional Access Administrator",
        "PIM207 Medium: Security Administrator",
        "PIM208 High: Security Administrator | Robert Hale",
        "PIM209 High: Application Administrator",
        "PIM210 High: SharePoint Administrator | Site administration",
        "PIM211 High: Authentication Administrator | Password resets",
        "PIM213 Info: SecOps Tier 2 | member",
        .. Untouched.Select(role => $"PIM215 Medium: {role}"),
        "PIM221 Low: Contoso HR Sync | User Administrator | /",
        "PIM221 Low: Freya Nielsen | Exchange Administrator | /",
        "PIM301 Critical: Printer Support Team",
        "PIM302 Critical: Collaboration Leads | RAG - SharePoint Admins",
        "PIM303 Critical: Network Operations | RAG - Network Admins",
        "PIM304 High: RAG - Endpoint Admins",
        "PIM305 Medium: User Administrator | /",
        "PIM306 Medium: RAG - Messaging Bundle | Exchange Recipient Administrator",
        "PIM308 High: Network Operations",
        "PIM308 High: Printer Support Team",
        "PIM309 Low: SecOps Tier 2",
        "PIM311 Medium: RAG - Helpdesk Admins | Lucia Romano",
        "PIM313 Low: RAG - Endpoint Admins",
        "PIM313 Low: RAG - Helpdesk Admins",
        "PIM313 Low: SecOps Tier 2",
        "PIM401 Critical: Contoso",
        "PIM403 High: Break Glass 02 | Global Administrator",
        "PIM405 Critical: breakglass03@contoso.onmicrosoft.example",
        "PIM407 High: Break Glass 01",
        "PIM407 High: Break Glass 02",
        "PIM409 Medium: Break Glass 01",
        "PIM409 Medium: Break Glass 02",
        "PIM501 High: Security Operator | /",
        "PIM501 High: Security Reader | /",
        "PIM501 High: SharePoint Administrator | /",
        "PIM501 Medium: Printer Administrator | /",
        "PIM501 Medium: Teams Administrator | /",
        "PIM502 Medium: Exchange administrators, twice a year",
        "PIM602 High: Victor Almeida",
        "PIM603 Medium: Robert Hale",
        "PIM603 Medium: Yara Mansour",
        "PIM606 Low: Tariq Aziz",
        "PIM608 High: Contoso HR Sync | User Administrator | / (waived)",
        "PIM613 Medium: Contoso",
        "PIM801 Info: Peter Novak | Teams Administrator | /",
        "PIM802 Info: Oscar Delgado | Exchange Administrator",
        "PIM803 Info: Hana Suzuki | SharePoint Administrator",
        "PIM805 Info: Exchange Administrator",
    ];

    [Test]
    public async Task Has_the_findings_of_its_page_and_no_other()
    {
        var audited = await Sample.Contoso.AuditAsync();

        Assert.That(audited.Findings, Is.EquivalentTo(Page));
    }

    /// <summary>What fails stands on the page; these have nothing to judge, or nothing that is open.</summary>
    [Test]
    public async Task Leaves_few_rules_without_a_judgement()
    {
        var audited = await Sample.Contoso.AuditAsync();

        Assert.That(
            audited.NotJudged,
            Is.EqualTo(
                new[]
                {
                    "PIM112 NotApplicable",
                    "PIM212 NotApplicable",
                    "PIM217 NotApplicable",
                    "PIM220 NotApplicable",
                    "PIM608 Waived",
                    "PIM904 NotApplicable",
                }
            )
        );
        Assert.That(audited.Exit, Is.EqualTo(ExitCode.Findings));
    }
}
