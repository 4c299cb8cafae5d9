using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests.Reviews.Histories;

/// <summary>Which decisions of Microsoft's report count, and that none goes unsaid.</summary>
public sealed class WhatCountsTests
{
    private const string Role = "Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada", "Zoe").Eligible("Ada", Role);

    [TestCase("2026-10-01T05:59:59.9999999Z", false)]
    [TestCase("2026-10-01T06:00:00Z", true)]
    [TestCase("10/1/2026 5:59:59 AM", false)]
    [TestCase("2026-10-01T07:59:59+02:00", false)]
    [TestCase("2026-10-01T08:00:00+02:00", true)]
    [TestCase("2026-09-30", false)]
    [TestCase("2026-10-01", true)]
    public void What_was_decided_before_the_snapshot_is_no_answer(string date, bool counts)
    {
        var imported = Imported.Into(Tenant, On(date));

        Assert.That(imported.Lines(), Has.Length.EqualTo(counts ? 1 : 0));
        Assert.That(
            imported.Microsoft!.NotTaken,
            counts ? Is.Empty : Is.EqualTo(["1 decided before the snapshot of 2026-10-01 06:00 UTC: row 2"])
        );
    }

    [Test]
    public void What_was_said_last_counts_whatever_the_order_of_the_rows()
    {
        var early = On("2026-10-02T10:00:00Z") with { Result = "Approve" };
        var late = On("10/2/2026 10:00:01 AM") with { Result = "Deny" };

        Assert.That(
            new[] { Imported.Into(Tenant, early, late), Imported.Into(Tenant, late, early) }.Select(imported =>
                (imported.Lines().Single(), imported.Microsoft!.NotTaken.Single())
            ),
            Is.EqualTo([
                ($"Ada {Role} Eligible: Revoke", "1 replaced by a later decision about the same access: row 2"),
                ($"Ada {Role} Eligible: Revoke", "1 replaced by a later decision about the same access: row 3"),
            ])
        );
    }

    [Test]
    public void Two_results_of_one_moment_are_refused() =>
        Assert.That(
            Imported.Into(Tenant, new Said("Ada", Role, "Deny"), new Said("Ada", Role, "Approve")).Problems,
            Is.EqualTo([
                "Row 3, ReviewResult: another result than in row 2, about the same access and of the same moment.",
            ])
        );

    [Test]
    public void A_round_without_a_decision_takes_none_away() =>
        Assert.That(
            Imported
                .Into(
                    Tenant,
                    On("2026-10-02T10:00:00Z"),
                    new Said("Ada", Role, "Not reviewed")
                    {
                        But = new() { ["ReviewDate"] = "", ["ReviewerId"] = Said.Zero },
                    },
                    new Said("Ada", Role, "Not notified") { But = new() { ["ReviewDate"] = "1/1/0001 12:00:00 AM" } },
                    new Said("Ada", Role, "Not notified") { But = new() { ["ReviewDate"] = "N/A" } }
                )
                .Lines(),
            Is.EqualTo([$"Ada {Role} Eligible: Keep"])
        );

    /// <summary>Where reviewers do not respond, the service may approve access by itself.</summary>
    [TestCase("Approve", Said.Zero, null)]
    [TestCase("Approve", "", null)]
    [TestCase("Don't know", Said.Zero, null)]
    [TestCase("Deny", Said.Zero, "Revoke")]
    [TestCase("Deny", "", "Revoke")]
    public void What_no_person_approved_is_not_kept(string result, string reviewer, string? decision)
    {
        var imported = Imported.Into(
            Tenant,
            new Said("Ada", Role, result)
            {
                But = new() { ["ReviewerId"] = reviewer, ["ReviewerName"] = "AAD Access Reviews" },
            }
        );

        Assert.That(
            imported.Lines(),
            Is.EqualTo(decision is null ? Array.Empty<string>() : [$"Ada {Role} Eligible: {decision}"])
        );
        Assert.That(imported.Microsoft!.NotTaken, Has.Length.EqualTo(decision is null ? 1 : 0));
    }

    [Test]
    public void Every_row_is_taken_or_told()
    {
        var imported = Imported.Into(
            Tenant.Groups("G").Member("G", "Zoe").Eligible("G", Role),
            new Said("Ada", Role, "Approve"),
            new Said("Bea", Role, "Approve"),
            new Said("Ada", "User Administrator", "Rubbish"),
            new Said("Ada", "x", "Deny") { But = new() { ["ResourceId"] = "/subscriptions/1" } },
            new Said("Ada", Role, "Not reviewed"),
            On("2025-10-01T00:00:00Z"),
            new Said("Zoe", Role, "Deny"),
            new Said("G", Role, "Approve"),
            On("2026-10-02T00:00:00Z")
        );

        Assert.That(imported.Lines(), Is.EqualTo([$"Ada {Role} Eligible: Keep"]));
        Assert.That(imported.Microsoft!.Decisions, Is.EqualTo(1));
        Assert.That(
            imported.Microsoft!.NotTaken,
            Is.EqualTo([
                "2 about roles, groups and other resources that are not in this review",
                "1 about somebody who does not reach that role or group here: row 3",
                "1 without a decision",
                "1 decided before the snapshot of 2026-10-01 06:00 UTC: row 7",
                "1 replaced by a later decision about the same access: row 10",
                "1 about the role of somebody who reaches it through groups alone, which a review of a role does not show: row 8",
                "1 about a group as a whole, which approves none of its members: row 9",
            ])
        );
    }

    [Test]
    public void No_more_than_ten_rows_are_named() =>
        Assert.That(
            Imported
                .Into(Tenant, [On("2026-10-02"), .. Enumerable.Repeat(new Said("Bea", Role, "Deny"), 11)])
                .Microsoft!.NotTaken,
            Has.One.EndsWith(": rows 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and one more")
        );

    [Test]
    public void A_report_in_which_nobody_of_the_review_stands_is_refused() =>
        Assert.That(
            Imported.Into(Tenant, new Said("Bea", Role, "Deny"), new Said("Cleo", Role, "Deny")).Problems.Single(),
            Does.StartWith("PrincipalId: nobody of this review stands in any row")
        );

    [TestCase("Zoe", "Zoe", "", "", false)]
    [TestCase("Zoe", "Ada", "", "", false, Description = "a namesake")]
    [TestCase("Ada", "Zoe", "", "", true)]
    [TestCase("Zoe", "Zoe", "The desk", "ADA@contoso.example", true)]
    [TestCase("Zoe", "Zoe", "Ada", "ada2@contoso.example", false, Description = "a namesake")]
    [TestCase("Zoe", "Zoe", "Ada", "", true)]
    public void Who_decides_about_himself_is_known_by_the_id(
        string id,
        string name,
        string appliedBy,
        string applier,
        bool flagged
    )
    {
        var imported = Imported.Into(
            Tenant,
            new Said("Ada", Role, "Approve")
            {
                But = new()
                {
                    ["ReviewerId"] = A.Id(id).ToString("D"),
                    ["ReviewerName"] = name,
                    ["AppliedByName"] = appliedBy,
                    ["AppliedByUPN"] = applier,
                },
            }
        );

        Assert.That(SelfReview.Is(imported.After.Rows[0]), Is.EqualTo(flagged));
    }

    private static Said On(string date) => new("Ada", Role, "Approve") { But = new() { ["ReviewDate"] = date } };
}
