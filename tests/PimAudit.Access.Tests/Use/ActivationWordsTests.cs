using System.Globalization;
using NUnit.Framework;
using PimAudit.Access.Use;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Use;

/// <summary>What the words of the audit log mean for the record of activations.</summary>
public sealed class ActivationWordsTests
{
    private const string Exchange = "Exchange Administrator";

    private static readonly ActivationKey Key = new(A.Id("Ines Falk"), A.Role(Exchange), IsRole: true);
    private static readonly PimEventTarget Role = new($"{A.Role(Exchange):D}", "Role", Exchange, []);

    [TestCase("Add member to role completed (PIM activation)", true)]
    [TestCase("ADD MEMBER TO ROLE COMPLETED (pim ACTIVATION)", true)]
    [TestCase("Add member to role requested (PIM activation)", false)]
    [TestCase("Add member to role approval requested (PIM activation)", false)]
    [TestCase("Add member to role request approved (PIM activation)", false)]
    [TestCase("Add member to role request denied (PIM activation)", false)]
    [TestCase("Add member to role canceled (PIM activation)", false)]
    [TestCase("Add eligible member to role in PIM completed (permanent)", false)]
    [TestCase("Add member to role in PIM completed (timebound)", false)]
    [TestCase("Update role setting in PIM", false)]
    public void Only_a_completed_activation_is_one(string activity, bool isOne) =>
        Assert.That(Of(Entry(A.Tenant, activity, Hours(5))).Shows(Key), Is.EqualTo(isOne));

    [TestCase("Remove member from role (PIM activation expired)", true)]
    [TestCase("Remove member from role completed (PIM deactivate)", true)]
    [TestCase("Remove member from role requested (PIM deactivate)", false)]
    [TestCase("Add member to role activation request expired (PIM activation)", false)]
    [TestCase("Add member to role request denied (PIM activation)", false)]
    [TestCase("Remove eligible member from role in PIM completed (permanent)", false)]
    public void An_expiry_or_a_completed_deactivation_ends_it(string activity, bool ends) =>
        Assert.That(
            Log(Entry(Entry(A.Tenant, UseOf.Completed, Hours(5)), activity, Hours(3))).Single().Used,
            Is.EqualTo(ends ? Hours(2) : (TimeSpan?)null)
        );

    [TestCase("FAILURE", false)]
    [TestCase("success", true)]
    [TestCase(null, true)]
    public void What_the_log_calls_a_failure_was_no_activation(string? result, bool isOne) =>
        Assert.That(
            Of(A.Tenant.Entry(UseOf.Completed, Hours(5), "Ines Falk", Role, result: result)).Shows(Key),
            Is.EqualTo(isOne)
        );

    [TestCase("failure", false)]
    [TestCase("success", true)]
    [TestCase(null, true)]
    public void A_deactivation_that_failed_ends_nothing(string? result, bool ends)
    {
        const string Deactivation = "Remove member from role completed (PIM deactivate)";
        var begun = A.Tenant.Entry(UseOf.Completed, Hours(5), "Ines Falk", Role);

        Assert.That(
            Log(begun.Entry(Deactivation, Hours(3), "Ines Falk", Role, result: result)).Single().Used,
            Is.EqualTo(ends ? Hours(2) : (TimeSpan?)null)
        );
    }

    [Test]
    public void Many_other_words_in_the_log_hide_no_activation()
    {
        var tenant = Entry(A.Tenant, UseOf.Completed, Hours(5));
        var entry = tenant.Events.Single();
        var others = Enumerable
            .Range(0, 1_200)
            .Select(at =>
                entry with
                {
                    Activity = string.Create(CultureInfo.InvariantCulture, $"Something else {at}"),
                }
            );

        Assert.That(Log(tenant with { Events = [.. others, entry, entry] }), Has.Length.EqualTo(2));
    }

    [Test]
    public void An_end_before_the_beginning_ends_nothing_and_one_at_the_beginning_does()
    {
        var begun = Entry(A.Tenant, UseOf.Completed, Hours(5));

        Assert.That(
            new[] { Entry(begun, UseOf.Expired, Hours(6)), Entry(begun, UseOf.Expired, Hours(5)) }.Select(tenant =>
                Log(tenant).Single().Used
            ),
            Is.EqualTo(new TimeSpan?[] { null, TimeSpan.Zero })
        );
    }

    [Test]
    public void An_end_of_something_else_ends_nothing()
    {
        var begun = Entry(A.Tenant, UseOf.Completed, Hours(5));
        var other = new PimEventTarget($"{A.Role("User Administrator"):D}", "Role", null, []);

        Assert.That(
            new[]
            {
                begun.Entry(UseOf.Expired, Hours(3), "Ines Falk", other),
                begun.Entry(UseOf.Expired, Hours(3), "Mira Solberg", Role),
                begun.Entry(UseOf.Expired, Hours(3), "Ines Falk", target: null),
                begun.Entry(UseOf.Expired, Hours(3), person: null, Role),
            }.Select(tenant => (Log(tenant).Single().Used, Of(tenant).Shows(Key))),
            Is.All.EqualTo(((TimeSpan?)null, (bool?)true))
        );
    }

    /// <summary>It ended, so it was activated before the log begins, if at all.</summary>
    [Test]
    public void An_end_that_says_too_little_is_no_activation_that_nobody_can_place() =>
        Assert.That(
            new[]
            {
                A.Tenant.Entry(UseOf.Expired, Hours(3), "Ines Falk", target: null),
                A.Tenant.Entry(UseOf.Expired, Hours(3), person: null, Role),
                A.Tenant.Entry(UseOf.Expired, Hours(3), "Ines Falk", Role),
            }.Select(tenant => Of(tenant).Shows(Key)),
            Is.All.False
        );

    [Test]
    public void However_many_entries_name_nobody_nothing_can_be_said()
    {
        var tenant = A.Tenant.Entry(UseOf.Completed, Hours(5), person: null, Role);

        Assert.That(
            Of(tenant.Entry(UseOf.Completed, Hours(4), person: null, Role).Entry(UseOf.Expired, Hours(3), null, Role))
                .Shows(Key),
            Is.Null
        );
    }

    [Test]
    public void A_role_is_told_from_a_group_and_an_id_that_is_none_is_no_target()
    {
        var group = new PimEventTarget($"{A.Id("Crew"):D}", "GROUP", "Crew", []);
        var odd = new PimEventTarget("Exchange", "Role", "Exchange", []);
        var person = A.Id("Ines Falk");

        Assert.That(
            new[]
            {
                Of(A.Tenant.Entry(UseOf.Completed, Hours(5), "Ines Falk", group))
                    .Shows(new(person, A.Id("Crew"), IsRole: false)),
                Of(A.Tenant.Entry(UseOf.Completed, Hours(5), "Ines Falk", group))
                    .Shows(new(person, A.Id("Crew"), IsRole: true)),
                Of(A.Tenant.Entry(UseOf.Completed, Hours(5), "Ines Falk", odd)).Shows(Key),
            },
            Is.EqualTo(new bool?[] { true, false, null })
        );
    }

    [TestCase("EXPIRATIONTIME", "2026-10-01T05:00:00Z", 4)]
    [TestCase("ExpirationTime", "2026-10-01T05:00:00", 4)]
    [TestCase("ExpirationTime", "2026-10-01T07:00:00+02:00", 4)]
    [TestCase("ExpirationTime", "2026-10-01T06:00:00Z", 5)]
    [TestCase("ExpirationTime", "2026-10-01T06:00:01Z", null)]
    [TestCase("ExpirationTime", "soon", null)]
    [TestCase("StartTime", "2026-10-01T05:00:00Z", null)]
    public void The_planned_end_is_read_in_utc_and_counts_once_it_has_come(string key, string value, int? used) =>
        Assert.That(
            Log(
                    A.Tenant.Entry(
                        UseOf.Completed,
                        Hours(5),
                        "Ines Falk",
                        Role,
                        details: [new("Other", "2026-10-01T02:00:00Z"), new(key, value)]
                    )
                )
                .Single()
                .Used?.TotalHours,
            Is.EqualTo(used)
        );

    [Test]
    public void A_deactivation_goes_before_the_planned_end() =>
        Assert.That(
            Log(
                    A.Tenant.Entry(
                            UseOf.Completed,
                            Hours(5),
                            "Ines Falk",
                            Role,
                            details: new PimEventDetail("ExpirationTime", "2026-10-01T05:00:00Z")
                        )
                        .Entry(UseOf.Expired, Hours(3), "Ines Falk", Role)
                )
                .Single()
                .Used,
            Is.EqualTo(Hours(2))
        );

    [TestCase("fix it", "fix it", true)]
    [TestCase("fix it", "FIX   IT ", true)]
    [TestCase("fix it", "fix\u00A0\tit", true)]
    [TestCase("fix it", "fixit", false)]
    [TestCase("fix it", "it fix", false)]
    [TestCase("fix it", "fix  i t", false)]
    [TestCase("fix it", "fix is", false)]
    [TestCase("Ärger", "ärger", true)]
    [TestCase("", null, true)]
    [TestCase(" ", "", true)]
    [TestCase("a", "", false)]
    [TestCase("aa", "", false)]
    public void Reasons_are_the_same_but_for_case_and_runs_of_blanks(string? one, string? other, bool same)
    {
        var log = Log(
            A.Tenant.Activation("Ines Falk", Exchange, Hours(5), one).Activation("Ines Falk", Exchange, Hours(3), other)
        );

        Assert.That(log[0].ReasonMark == log[1].ReasonMark, Is.EqualTo(same));
    }

    /// <summary>Ids are packed into blocks of a mebibyte: they come back whole, however long and however many.</summary>
    [Test]
    public void Ids_of_entries_come_back_whole()
    {
        var entry = Entry(A.Tenant, UseOf.Completed, Hours(5)).Events.Single();
        string[] ids =
        [
            .. new[] { 400_000, 400_000, 248_576, 1, 0, 1_048_576, 5, 3_000_000, 500_000, 548_577, 7 }.Select(
                (length, at) => new string((char)('a' + at), length)
            ),
            "Ä — 😀",
        ];
        var tenant = A.Tenant with { Events = [.. ids.Select(id => entry with { Id = id })] };

        Assert.That(Log(tenant).Select(one => one.EntryId), Is.EqualTo(ids));
    }

    [Test]
    public void Series_stand_by_person_then_target()
    {
        string[] people = ["Ines Falk", "Mira Solberg", "Ada"];
        string[] roles = [Exchange, "User Administrator", "Global Administrator"];
        var tenant = people.Aggregate(
            A.Tenant,
            (so, person) => roles.Aggregate(so, (then, role) => then.Activation(person, role, Hours(5)))
        );

        Assert.That(
            Of(tenant).All.Select(one => (one.Key.PersonId, one.Key.TargetId, one.Count)),
            Is.EqualTo(
                from person in people.Select(A.Id).OrderBy(id => id.ToString("D"), StringComparer.Ordinal)
                from role in roles.Select(A.Role).OrderBy(id => id.ToString("D"), StringComparer.Ordinal)
                select (person, role, 1)
            )
        );
    }

    [Test]
    public void The_log_covers_what_it_says_and_nothing_is_known_of_one_that_was_not_read() =>
        Assert.That(
            (Of(A.Tenant).Covered, AccessMap.Resolve(A.Tenant).Activations.Covered),
            Is.EqualTo(((TimeSpan?)TimeSpan.FromDays(30), (TimeSpan?)null))
        );

    private static TenantSnapshot Entry(TenantSnapshot tenant, string activity, TimeSpan ago) =>
        tenant.Entry(activity, ago, "Ines Falk", Role);

    private static Activation[] Log(TenantSnapshot tenant) => [.. Of(tenant).All.SelectMany(series => series.All)];

    private static ActivationLog Of(TenantSnapshot tenant) =>
        AccessMap.Resolve(tenant.LogOf(TimeSpan.FromDays(30))).Activations;

    private static TimeSpan Hours(double hours) => TimeSpan.FromHours(hours);
}
