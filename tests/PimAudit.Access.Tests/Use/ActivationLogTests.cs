using NUnit.Framework;
using PimAudit.Access.Use;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Use;

public sealed class ActivationLogTests
{
    private const string Exchange = "Exchange Administrator";

    private static readonly ActivationKey Key = new(A.Id("Ines Falk"), A.Role(Exchange), IsRole: true);
    private static readonly PimEventTarget Role = new($"{A.Role(Exchange):D}", "Role", Exchange, []);

    [Test]
    public void Tells_when_it_was_and_how_long_it_was_used() =>
        Assert.That(
            Log(A.Tenant.Activation("Ines Falk", Exchange, Days(3), used: Hours(2))).Select(one => (one.At, one.Used)),
            Is.EqualTo(new (DateTimeOffset, TimeSpan?)[] { (A.TakenAt - Days(3), Hours(2)) })
        );

    [Test]
    public void A_renewal_ends_what_was_running() =>
        Assert.That(
            Log(
                    A.Tenant.Activation("Ines Falk", Exchange, Hours(50))
                        .Activation("Ines Falk", Exchange, Hours(47), used: Hours(1))
                )
                .Select(one => one.Used),
            Is.EqualTo(new TimeSpan?[] { Hours(3), Hours(1) })
        );

    [TestCase(8, 8)]
    [TestCase(7.5, null)]
    public void Ends_where_it_must_have_ended_though_the_log_does_not_say_so(double startedHoursAgo, double? used)
    {
        var start = Hours(startedHoursAgo);
        var end = A.TakenAt - start + Hours(8);
        var log = Log(
            A.Tenant.Entry(
                UseOf.Completed,
                start,
                "Ines Falk",
                Role,
                details: new PimEventDetail("ExpirationTime", $"{end:O}")
            )
        );

        Assert.That(log.Select(one => one.Used?.TotalHours), Is.EqualTo(new[] { used }));
    }

    [Test]
    public void What_failed_was_no_activation() =>
        Assert.That(Log(A.Tenant.Activation("Ines Falk", Exchange, Days(3), result: "failure")), Is.Empty);

    [Test]
    public void The_same_reason_has_the_same_mark_whatever_its_case_and_blanks()
    {
        var log = Log(
            A.Tenant.Activation("Ines Falk", Exchange, Days(5), " Restore  a mailbox")
                .Activation("Ines Falk", Exchange, Days(4), "restore a\tMAILBOX ")
                .Activation("Ines Falk", Exchange, Days(3), "Restore two mailboxes")
        );

        Assert.That(log.Select(one => one.ReasonMark).Distinct().Count(), Is.EqualTo(2));
        Assert.That(log[0].ReasonMark, Is.EqualTo(log[1].ReasonMark));
    }

    [Test]
    public void Keeps_the_id_of_the_entry_and_the_length_of_the_reason() =>
        Assert.That(
            Log(A.Tenant.Activation("Ines Falk", Exchange, Days(5), " fix "))
                .Select(one => (one.EntryId, one.ReasonLength)),
            Is.EqualTo(new[] { ("entry 1", 3) })
        );

    [Test]
    public void Does_not_show_what_nobody_activated() =>
        Assert.That(Of(A.Tenant.Activation("Mira Solberg", Exchange, Days(5))).Shows(Key), Is.False);

    [Test]
    public void Cannot_tell_where_an_entry_does_not_say_what_the_person_activated() =>
        Assert.That(Of(A.Tenant.Entry(UseOf.Completed, Days(5), "Ines Falk", target: null)).Shows(Key), Is.Null);

    [Test]
    public void Cannot_tell_where_an_entry_does_not_say_who_activated() =>
        Assert.That(Of(A.Tenant.Entry(UseOf.Completed, Days(5), person: null, Role)).Shows(Key), Is.Null);

    [Test]
    public void An_entry_without_a_person_is_about_whoever_did_it()
    {
        var nameless = A.Tenant.Entry(UseOf.Completed, Days(5), person: null, Role);
        var tenant = nameless with { Events = [nameless.Events.Single() with { InitiatorId = A.Id("Ines Falk") }] };

        Assert.That(Of(tenant).Shows(Key), Is.True);
    }

    private static Activation[] Log(TenantSnapshot tenant) => [.. Of(tenant).All.SelectMany(series => series.All)];

    private static ActivationLog Of(TenantSnapshot tenant) => AccessMap.Resolve(tenant.LogOf(Days(30))).Activations;

    private static TimeSpan Days(double days) => TimeSpan.FromDays(days);

    private static TimeSpan Hours(double hours) => TimeSpan.FromHours(hours);
}
