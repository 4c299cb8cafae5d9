using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Query.Tests;

/// <summary>The examples of the description run, and find what they say they look for.</summary>
public sealed class ExampleTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private static readonly TenantSnapshot Tenant = A
        .Tenant.Users("Ada", "Bo", "Approver")
        .User("Guest", user => user with { UserType = "Guest" })
        .Groups("RAG - Exchange", "RAG - Empty")
        .Member("RAG - Exchange", "Ada")
        .PlainMember("RAG - Exchange", "Bo")
        .Eligible("RAG - Exchange", "Exchange Administrator")
        .Eligible("Ada", "Exchange Administrator", ends: Week)
        .Assigned("RAG - Empty", "Reports Reader")
        .Assigned("Ada", "Global Administrator")
        .Assigned("Guest", "User Administrator", ends: Week)
        .Settings("Exchange Administrator", settings => settings with { ApprovalRequired = false })
        .RoleReview("Global Administrator") with
    {
        Events = [Events.Activated("1", "Bo"), Events.Activated("2", "Bo")],
    };

    private static readonly string[][] Expected =
    [
        ["Ada||"],
        ["Guest|guest@contoso.example|User Administrator|standing"],
        [
            "eligible|Ada|Exchange Administrator|2026-10-08T06:00:00Z",
            "standing|Guest|User Administrator|2026-10-08T06:00:00Z",
        ],
        ["Exchange Administrator|8|1"],
        ["Ada|Exchange Administrator|2|1"],
        ["RAG - Empty|Reports Reader"],
        ["RAG - Exchange|Bo|member"],
        ["Exchange Administrator|2", "User Administrator|1"],
        ["Bo|Global Administrator|2|2026-10-01T05:00:00Z"],
        [
            "Ada|Exchange Administrator|Exchange Administrator|eligible",
            "Ada|Exchange Administrator|Exchange Administrator|eligible",
            "Ada|Exchange Administrator|RAG - Exchange|standing",
            "Bo|Exchange Administrator|Exchange Administrator|eligible",
            "Bo|Exchange Administrator|RAG - Exchange|standing",
        ],
    ];

    [TestCaseSource(nameof(Numbers))]
    public void An_example_finds_what_it_looks_for(int number)
    {
        var rows = Asked.Rows(Tenant, QueryExample.All[number].Sql);

        // Paths are ordered by their ids, which say nothing to a reader.
        Assert.That(
            rows,
            number == Expected.Length - 1 ? Is.EquivalentTo(Expected[number]) : Is.EqualTo(Expected[number])
        );
    }

    private static IEnumerable<int> Numbers => Enumerable.Range(0, QueryExample.All.Length);
}
