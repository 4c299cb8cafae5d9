using NUnit.Framework;
using PimAudit.GraphEmulator;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>Family 8 by one habit each, and the permissions of the audit itself.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class UseTests
{
    private const string Completed = "Add member to role completed (PIM activation)";
    private const string Deactivated = "Remove member from role completed (PIM deactivate)";
    private const string Exchange = "Exchange Administrator";
    private const string Person = "Luca Moretti";

    [Test]
    public Task Four_activations_in_a_day_are_too_many() =>
        Gives(tenant => Activated(tenant, 60, 54, 48, 42), $"PIM803 Info: {Person} | {Exchange}");

    [Test]
    public Task Three_activations_in_a_day_are_work() => StaysSilent(tenant => Activated(tenant, 60, 54, 48));

    [Test]
    public Task A_reason_of_three_letters_says_nothing() =>
        Gives(
            tenant => tenant.Audit(Completed, Now.AddDays(-3), Person, Person, Exchange, justification: "fix"),
            $"PIM802 Info: {Person} | {Exchange}"
        );

    [Test]
    public Task What_was_used_an_hour_need_not_last_eight() =>
        Gives(tenant => Used(tenant, TimeSpan.FromHours(1)), $"PIM805 Info: {Exchange}");

    [Test]
    public Task What_was_used_half_of_the_time_may_stay() => StaysSilent(tenant => Used(tenant, TimeSpan.FromHours(4)));

    [Test]
    public Task Three_roles_at_a_time_are_a_bundle() =>
        Gives(
            tenant => Together(tenant, "Exchange Administrator", "Security Reader", "Reports Reader"),
            $"PIM804 Info: {Person}"
        );

    [Test]
    public Task Two_roles_at_a_time_are_none() =>
        StaysSilent(tenant => Together(tenant, "Exchange Administrator", "Security Reader"));

    [Test]
    public Task An_eligibility_of_a_quarter_that_nobody_used() =>
        Gives(
            tenant =>
                tenant.GroupEligible("Helena Costa", SecurityReaders, start: Now.AddDays(-90), end: Now.AddDays(90)),
            $"PIM801 Info: Helena Costa | {SecurityReaders}"
        );

    [Test]
    public Task An_eligibility_of_a_quarter_that_was_used_once() =>
        StaysSilent(tenant =>
            tenant
                .GroupEligible("Helena Costa", SecurityReaders, start: Now.AddDays(-90), end: Now.AddDays(90))
                .Audit(
                    Completed,
                    Now.AddDays(-10),
                    "Helena Costa",
                    "Helena Costa",
                    group: SecurityReaders,
                    justification: "Stand in for the readers",
                    category: "GroupManagement"
                )
        );

    private static TenantBuilder Activated(TenantBuilder tenant, params int[] hoursAgo) =>
        hoursAgo.Aggregate(
            tenant,
            (so, hours) =>
                so.Audit(
                    Completed,
                    Now.AddHours(-hours),
                    Person,
                    Person,
                    Exchange,
                    justification: $"Move the mailbox of case {hours}"
                )
        );

    private static TenantBuilder Used(TenantBuilder tenant, TimeSpan time) =>
        Enumerable
            .Range(2, 12)
            .Reverse()
            .Aggregate(
                tenant,
                (so, days) =>
                    Activated(so, days * 24).Audit(Deactivated, Now.AddDays(-days) + time, Person, Person, Exchange)
            );

    private static TenantBuilder Together(TenantBuilder tenant, params string[] roles) =>
        new[] { 9, 4 }.Aggregate(
            tenant,
            (so, days) =>
                roles
                    .Index()
                    .Aggregate(
                        so,
                        (then, one) =>
                            then.Audit(
                                Completed,
                                Now.AddDays(-days).AddMinutes(one.Index),
                                Person,
                                Person,
                                one.Item,
                                justification: $"Prepare case {days}-{one.Index}"
                            )
                    )
        );
}
