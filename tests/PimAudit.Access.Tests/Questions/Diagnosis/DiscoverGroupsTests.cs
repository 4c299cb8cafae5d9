using NUnit.Framework;
using PimAudit.Access.Questions.Diagnosis;
using PimAudit.Model;
using PimAudit.TestKit;
using static PimAudit.Access.Tests.Questions.Diagnosis.CheckInWords;

namespace PimAudit.Access.Tests.Questions.Diagnosis;

public sealed class DiscoverGroupsTests
{
    private const string Needed = "Privileged Role Administrator";
    private const string Highest = "Global Administrator";
    private const string Look = "look for Discover groups in Privileged Identity Management, Groups";

    [TestCase(Needed)]
    [TestCase(Highest)]
    public void Either_role_is_enough(string role) =>
        Assert.That(
            Ask(Bare("Ada").Assigned("Ada", role)).Said(),
            Is.EqualTo([$"{role} is active without end: sign out and in again, and {Look}.", "++---+--"])
        );

    [Test]
    public void Who_is_only_eligible_activates_first_and_the_lesser_role() =>
        Assert.That(
            Ask(Free(Free(Bare("Ada"), Highest), Needed).Registered("Ada")).Said(),
            Is.EqualTo([
                $"Activate Privileged Role Administrator in My roles, Microsoft Entra roles, and {Look}.",
                "++++----",
            ])
        );

    [Test]
    public void Who_has_neither_is_given_the_lesser_one()
    {
        var check = Ask(Bare("Ada").Users("Ben").Eligible(Team, Highest).Member(Team, "Ben"));

        Assert.That(
            check.Said(),
            Is.EqualTo([
                "Make Ada eligible for Privileged Role Administrator, best through a role-assignable group: no group carries the role.",
                "+x+-----",
                "Way to the role: not a member of RAG - Exchange, which is eligible for Global Administrator",
            ])
        );
        Assert.That(check.Lines[1].Practice, Is.EqualTo("TRB-4"));
    }

    [Test]
    public void The_role_in_an_administrative_unit_does_not_help() =>
        Assert.That(
            Ask(Bare("Ada").Assigned("Ada", Needed, scope: "/administrativeUnits/a")).Said().Skip(1),
            Is.EqualTo([
                "+x+-----",
                "Way to the role: nothing leads to Privileged Role Administrator, and no group carries it",
            ])
        );

    [Test]
    public void The_same_faults_stand_in_the_way_as_of_any_role() =>
        Assert.That(
            Ask(Free(Bare("Ada"), Needed).Registered("Ada", registered: false, capable: false)).Said(),
            Is.EqualTo([
                "Let Ada register an MFA method at https://aka.ms/mysecurityinfo.",
                "+++x----",
                "MFA: no method is registered",
            ])
        );

    private static GuidedCheck Ask(TenantSnapshot tenant) =>
        GuidedCheck.ForDiscoverGroups(AccessMap.Resolve(tenant), A.Id("Ada"), A.TakenAt);

    private static TenantSnapshot Free(TenantSnapshot tenant, string role) =>
        tenant.Eligible("Ada", role).Settings(role, one => one with { ApprovalRequired = false });
}
