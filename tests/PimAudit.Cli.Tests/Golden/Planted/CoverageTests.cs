using NUnit.Framework;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>PIM901 by one refusal each.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class CoverageTests
{
    [TestCase("/administrativeUnits", "administrative units")]
    [TestCase("/conditionalAccess/policies", "Conditional Access")]
    [TestCase("/groups/[^/]+/memberOf", "groups around groups")]
    public async Task A_part_that_was_refused_is_named(string path, string part)
    {
        var audited = await Sample.Fabrikam.AuditAsync(new EmulatorFault(path, FaultKind.Refused));

        Assert.That(audited.Findings, Is.EqualTo(new[] { $"PIM901 Medium: {part}" }));
    }

    [Test]
    public async Task A_part_that_is_missing_for_one_object_names_the_object()
    {
        var helpdesk = Sample.Fabrikam.Tenant.IdOf(Fabrikam.Helpdesk);
        var audited = await Sample.Fabrikam.AuditAsync(
            new EmulatorFault($"/groups/{helpdesk}/(members|owners)", FaultKind.Refused)
        );

        Assert.That(
            audited.Findings,
            Is.EquivalentTo(
                new[]
                {
                    "PIM901 Medium: group members | RAG - Helpdesk Admins",
                    "PIM901 Medium: group owners | RAG - Helpdesk Admins",
                }
            )
        );
    }

    /// <summary>An empty list from a group that hides its members says nothing about them.</summary>
    [Test]
    public async Task Hidden_members_are_not_nobody()
    {
        var audited = await Sample
            .Fabrikam.With(tenant => tenant.HideMembership(Fabrikam.SharePointAdmins))
            .AuditAsync();

        Assert.That(audited.Findings, Is.EqualTo(new[] { "PIM901 Medium: group members | RAG - SharePoint Admins" }));
        Assert.That(audited.Blind, Is.SupersetOf(new[] { "PIM302", "PIM603", "PIM606" }));
    }

    /// <summary>The token does not say what it permits, and asks nothing of Graph.</summary>
    [TestCase(FaultKind.Refused)]
    [TestCase(FaultKind.ServerError)]
    [TestCase(FaultKind.Truncated)]
    public async Task Where_nothing_can_be_read_nothing_is_passed(FaultKind kind)
    {
        var audited = await Sample.Contoso.AuditAsync(new EmulatorFault("/", kind));

        Assert.That(audited.Evaluated, Is.EqualTo(new[] { "PIM901 Fail", "PIM902 Pass", "PIM904 NotApplicable" }));
        Assert.That(audited.Exit, Is.EqualTo(ExitCode.Incomplete));
    }
}
