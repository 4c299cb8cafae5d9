using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests.Reviews.Histories;

/// <summary>Which paths a decision of Microsoft's answers: those that its review asked about, and no other.</summary>
public sealed class MicrosoftHistoryTests
{
    private const string Role = "Exchange Administrator";
    private const string Group = "RAG - Exchange Admins";
    private const string Inner = "Messaging team";

    private static readonly TenantSnapshot Empty = A.Tenant.Users("Ada", "Bea", "Zoe").Groups(Group, Inner);
    private static readonly TenantSnapshot Through = Empty
        .Member(Group, "Ada")
        .Member(Group, "Bea")
        .Eligible(Group, Role);
    private static readonly TenantSnapshot Nested = Empty
        .Member(Inner, "Ada")
        .Member(Group, Inner)
        .Eligible(Group, Role);

    [TestCase("Approve", "Keep")]
    [TestCase("Deny", "Revoke")]
    [TestCase("Don't know", "Unsure")]
    [TestCase("DontKnow", "Unsure")]
    [TestCase("don’t know", "Unsure")]
    public void A_decision_about_a_role_answers_every_assignment_of_the_person(string result, string decision)
    {
        var imported = Imported.Into(
            Through.Eligible("Ada", Role).Assigned("Ada", Role).Eligible("Bea", Role),
            new Said("Ada", Role, result)
        );

        Assert.That(
            imported.Lines(),
            Is.EqualTo([$"Ada {Role} Eligible: {decision}", $"Ada {Role} Standing: {decision}"])
        );
        Assert.That(imported.Microsoft!.Unasked, Is.EqualTo(1), "the way through the group");
    }

    /// <summary>A review of a role shows a group without its members.</summary>
    [TestCase("Approve")]
    [TestCase("Deny")]
    public void A_decision_about_a_role_says_nothing_of_who_reaches_it_through_a_group(string result)
    {
        var imported = Imported.Into(Through, new Said("Ada", Role, result));

        Assert.That(imported.Lines(), Is.Empty);
        Assert.That(imported.Microsoft!.NotTaken, Has.One.Contains("through groups alone").And.One.EndsWith(": row 2"));
    }

    [Test]
    public void A_group_that_loses_its_role_loses_it_for_all_its_members() =>
        Assert.That(
            Imported.Into(Through.Eligible("Ada", Role), new Said(Group, Role, "Deny")).Lines(),
            Is.EqualTo([$"Ada {Group} > {Role} Eligible: Revoke", $"Bea {Group} > {Role} Eligible: Revoke"])
        );

    [TestCase("Approve")]
    [TestCase("Don't know")]
    public void A_group_that_keeps_its_role_approves_no_member(string result)
    {
        var imported = Imported.Into(Through, new Said(Group, Role, result));

        Assert.That(imported.Lines(), Is.Empty);
        Assert.That(
            imported.Microsoft!.NotTaken,
            Has.One.Contains("about a group as a whole").And.One.EndsWith(": row 2")
        );
    }

    [TestCase("Approve", "Keep")]
    [TestCase("Deny", "Revoke")]
    [TestCase("Don't know", "Unsure")]
    public void A_decision_about_a_membership_answers_the_paths_through_the_group(string result, string decision) =>
        Assert.That(
            Imported
                .Into(Through.Eligible(Group, "Reports Reader").Eligible("Ada", Role), new Said("Ada", Group, result))
                .Lines(),
            Is.EqualTo([
                $"Ada {Group} > {Role} Eligible: {decision}",
                $"Ada {Group} > Reports Reader Eligible: {decision}",
            ])
        );

    [TestCase(Group)]
    [TestCase(Inner)]
    public void Who_is_in_a_group_through_another_is_asked_about_in_both(string group) =>
        Assert.That(
            Imported.Into(Nested, new Said("Ada", group, "Approve")).Lines(),
            Is.EqualTo([$"Ada {Inner} > {Group} > {Role} Eligible: Keep"])
        );

    [TestCase("Deny", "Approve", "Approve", "Revoke")]
    [TestCase("Approve", "Deny", "Approve", "Revoke")]
    [TestCase("Approve", "Approve", "Deny", "Revoke")]
    [TestCase("Don't know", "Approve", "Approve", "Unsure")]
    [TestCase("Approve", "Don't know", "Don't know", "Keep")]
    [TestCase("Not reviewed", "Approve", "Approve", null)]
    public void One_step_that_is_denied_ends_the_path(string person, string inner, string group, string? decision) =>
        Assert.That(
            Imported
                .Into(
                    Nested,
                    new Said("Ada", Inner, person),
                    new Said(Inner, Group, inner),
                    new Said(Group, Role, group)
                )
                .Lines(),
            Is.EqualTo(
                decision is null ? Array.Empty<string>() : [$"Ada {Inner} > {Group} > {Role} Eligible: {decision}"]
            )
        );

    [Test]
    public void Case_and_braces_of_an_id_do_not_matter() =>
        Assert.That(
            Imported
                .Into(
                    Empty.Eligible("Ada", Role),
                    new Said("Ada", Role, "Approve")
                    {
                        But = new() { ["PrincipalId"] = A.Id("Ada").ToString("B").ToUpperInvariant() },
                    }
                )
                .Lines(),
            Has.Length.EqualTo(1)
        );

    [Test]
    public void Reviewer_date_reason_and_applier_come_over_with_the_review()
    {
        var answer = Imported
            .Into(
                Empty.Eligible("Ada", Role),
                new Said("Ada", Role, "Deny")
                {
                    But = new()
                    {
                        ["Justification"] = " =left, \"for good\"\n ",
                        ["AppliedByName"] = "Cleo",
                        ["AppliedByUPN"] = "cleo@contoso.example",
                        ["AppliedDate"] = "2026-10-04T23:30:00-02:00",
                    },
                }
            )
            .After.Rows[0]
            .Answer;

        Assert.That(
            answer,
            Is.EqualTo(
                new ReviewAnswer(
                    ReviewDecision.Revoke,
                    "Zoe",
                    "=left, \"for good\"",
                    new(2026, 10, 3),
                    null,
                    "Cleo",
                    new(2026, 10, 5),
                    new string('c', 64)
                )
                {
                    Source = new(
                        Said.ReviewId,
                        "Quarterly",
                        A.Id("Zoe").ToString("D"),
                        "zoe@contoso.example",
                        "cleo@contoso.example"
                    ),
                }
            )
        );
    }
}
