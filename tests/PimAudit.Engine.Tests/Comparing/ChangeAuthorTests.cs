using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests.Comparing;

/// <summary>Who made a change: what the audit log says without leaving a choice.</summary>
public sealed class ChangeAuthorTests
{
    private const string Role = "Exchange Administrator";
    private const string Added = "Add eligible member to role in PIM completed (permanent)";

    private static readonly TenantSnapshot Empty = A.Tenant.Users("Ada", "Zoe") with
    {
        TakenAt = A.TakenAt.AddDays(-7),
    };
    private static readonly TenantSnapshot Now = A
        .Tenant.Users("Ada", "Zoe")
        .Eligible("Ada", Role)
        .LogOf(TimeSpan.FromDays(30));

    [Test]
    public void The_last_entry_about_both_names_who_and_when() =>
        Assert.That(
            Authors(Logged(Logged(Now, Added, 3, "Ada"), Added, 1, "Zoe")),
            Is.EqualTo(["Gained by Zoe 2026-09-30"])
        );

    [TestCase(Added, 8, "success")]
    [TestCase(Added, 1, "failure")]
    [TestCase("Add member to role completed (PIM activation)", 1, "success")]
    public void An_older_a_failed_and_an_activating_entry_say_nothing(string activity, int daysAgo, string result) =>
        Assert.That(Authors(Logged(Now, activity, daysAgo, "Zoe", result)), Is.EqualTo(["Gained by nobody"]));

    [Test]
    public void Without_a_log_nobody_is_named() =>
        Assert.That(
            Authors(Logged(Now, Added, 1, "Zoe") with { EventsSince = null }),
            Is.EqualTo(["Gained by nobody"])
        );

    [Test]
    public void An_entry_about_another_person_says_nothing() =>
        Assert.That(Authors(Logged(Now, Added, 1, "Zoe", about: "Zoe")), Is.EqualTo(["Gained by nobody"]));

    [Test]
    public void A_setting_was_changed_by_whoever_changed_the_settings_of_its_owner()
    {
        var before = Empty.Eligible("Ada", Role).Settings(Role);
        var after = Logged(
            Now.Settings(Role, settings => settings with { Justification = false }),
            "Update role setting in PIM",
            1,
            "Zoe"
        );

        Assert.That(Authors(before, after), Is.EqualTo(["Weakened by Zoe 2026-09-30"]));
    }

    private static IEnumerable<string> Authors(TenantSnapshot after) => Authors(Empty, after);

    private static IEnumerable<string> Authors(TenantSnapshot before, TenantSnapshot after) =>
        Evaluator
            .Evaluate(
                after,
                new string('f', 64),
                AuditPlan.Make([], Audit.Profile, AuditConfiguration.Empty).Plan,
                new("1.0") { Earlier = [new(Changes.Judge(before), "0")] }
            )
            .Changes.Select(row =>
                $"{row.Kind} by {row.ChangedBy?.Label ?? "nobody"}{(row.ChangedAt is { } at ? " " + Say.Day(at) : "")}"
            );

    private static TenantSnapshot Logged(
        TenantSnapshot tenant,
        string activity,
        int daysAgo,
        string by,
        string result = "success",
        string about = "Ada"
    )
    {
        var logged = tenant.Entry(
            activity,
            TimeSpan.FromDays(daysAgo),
            about,
            new PimEventTarget($"{A.Role(Role):D}", "Role", Role, []),
            result: result
        );
        return logged with
        {
            Events = [.. logged.Events.SkipLast(1), logged.Events.Last() with { InitiatorId = A.Id(by) }],
        };
    }
}
