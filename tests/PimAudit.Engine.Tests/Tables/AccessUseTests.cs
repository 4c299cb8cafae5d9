using System.Collections.Immutable;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests.Tables;

/// <summary>What an access row tells of its use, and who is asked about it.</summary>
public sealed class AccessUseTests
{
    private const string Group = "RAG - Exchange Admins";
    private const string Role = "Exchange Administrator";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly TenantSnapshot Tenant = A
        .Tenant.Users("Ada")
        .Groups(Group)
        .Member(Group, "Ada")
        .Eligible(Group, Role);

    [Test]
    public void Without_the_logs_nothing_is_known() =>
        Assert.That(Use(Tenant), Is.EqualTo(new AccessUse(null, null, null, SignInRead: false, null)));

    [Test]
    public void None_seen_is_a_number_and_says_how_much_was_looked_at() =>
        Assert.That(Use(Tenant.LogOf(30 * Day)), Is.EqualTo(new AccessUse(30 * Day, 0, null, SignInRead: false, null)));

    [Test]
    public void Activations_of_the_role_count_and_the_last_one_is_told() =>
        Assert.That(
            Use(Tenant.LogOf(30 * Day).Activation("Ada", Role, 9 * Day).Activation("Ada", Role, 3 * Day)),
            Is.EqualTo(new AccessUse(30 * Day, 2, Tenant.TakenAt - (3 * Day), SignInRead: false, null))
        );

    [Test]
    public void Somebody_elses_activations_do_not_count() =>
        Assert.That(Use(Tenant.Users("Bo").LogOf(30 * Day).Activation("Bo", Role, 3 * Day)).Activations, Is.Zero);

    [Test]
    public void An_entry_that_does_not_say_what_was_activated_leaves_it_open() =>
        Assert.That(
            Use(Tenant.LogOf(30 * Day).Entry(UseOf.Completed, 3 * Day, "Ada", target: null)).Activations,
            Is.Null
        );

    [Test]
    public void Where_two_things_are_activated_the_rarer_one_counts()
    {
        var tenant = A
            .Tenant.Users("Ada")
            .Groups(Group)
            .EligibleMember(Group, "Ada")
            .Eligible(Group, Role)
            .LogOf(30 * Day)
            .GroupActivation("Ada", Group, 9 * Day)
            .GroupActivation("Ada", Group, 2 * Day)
            .Activation("Ada", Role, TimeSpan.FromDays(1));

        Assert.That(
            (Use(tenant).Activations, Use(tenant).LastActivation),
            Is.EqualTo(((int?)1, (DateTimeOffset?)(tenant.TakenAt - (2 * Day))))
        );
    }

    [Test]
    public void What_stands_is_not_activated() =>
        Assert.That(Use(A.Tenant.Users("Ada").Assigned("Ada", Role).LogOf(30 * Day)).Activations, Is.Null);

    [Test]
    public void A_sign_in_that_succeeded_goes_before_one_that_was_tried() =>
        Assert.That(
            Use(Tenant.WithSignIns("Ada", Day, success: 5 * Day, nonInteractive: 2 * Day)),
            Is.EqualTo(new AccessUse(null, null, null, SignInRead: true, Tenant.TakenAt - (5 * Day)))
        );

    [Test]
    public void Without_a_success_the_last_try_of_either_kind_is_told() =>
        Assert.That(
            new[]
            {
                Use(Tenant.WithSignIns("Ada", 4 * Day, success: null, nonInteractive: 2 * Day)).LastSignIn,
                Use(Tenant.WithSignIns("Ada", 2 * Day)).LastSignIn,
                Use(Tenant.WithSignIns("Ada", last: null, success: null, nonInteractive: 2 * Day)).LastSignIn,
            },
            Is.All.EqualTo(Tenant.TakenAt - (2 * Day))
        );

    [Test]
    public void None_on_record_is_not_the_same_as_not_read() =>
        Assert.That(
            Use(Tenant.WithSignIns("Ada", last: null)),
            Is.EqualTo(new AccessUse(null, null, null, SignInRead: true, null))
        );

    [Test]
    public void The_person_goes_before_the_group_before_the_role_before_the_scope()
    {
        var all = new[] { $"{A.Id("Ada"):D}", $"{A.Id(Group):D}", $"{A.Role(Role):D}", "/" };

        Assert.That(
            Enumerable.Range(0, 5).Select(at => Reviewer(all[at..].ToDictionary(id => id, id => "Of " + id), [])),
            Is.EqualTo(all.Select(id => "Of " + id).Append(null))
        );
    }

    [Test]
    public void Whoever_is_named_for_the_whole_tenant_is_asked_about_its_units_too()
    {
        var tenant = A
            .Tenant.Users("Ada")
            .Eligible("Ada", Role, scope: $"/administrativeUnits/{A.Id("Unit"):D}");
        var row = Judge(
            tenant,
            AuditConfiguration.Empty with
            {
                Reviewers = ImmutableSortedDictionary<string, string>.Empty.Add("/", "Noor Fairlie"),
            }
        ).Access[0];

        Assert.That(row.Reviewer, Is.EqualTo("Noor Fairlie"));
    }

    [Test]
    public void A_reviewer_goes_before_an_owner_and_an_owner_before_nobody()
    {
        var owners = new Dictionary<string, string> { [$"{A.Id("Ada"):D}"] = "Owner" };

        Assert.Multiple(() =>
        {
            Assert.That(Reviewer([], owners), Is.EqualTo("Owner"));
            Assert.That(Reviewer(new() { ["/"] = "Reviewer" }, owners), Is.EqualTo("Reviewer"));
        });
    }

    private static AccessUse Use(TenantSnapshot tenant) => Judge(tenant, AuditConfiguration.Empty).Access[0].Use!;

    private static string? Reviewer(Dictionary<string, string> reviewers, Dictionary<string, string> owners) =>
        Judge(
            Tenant,
            AuditConfiguration.Empty with
            {
                Reviewers = reviewers.ToImmutableSortedDictionary(),
                Owners = owners.ToImmutableSortedDictionary(),
            }
        )
            .Access[0]
            .Reviewer;

    private static AuditResult Judge(TenantSnapshot tenant, AuditConfiguration configuration) =>
        Audit.Judge(tenant, configuration);
}
