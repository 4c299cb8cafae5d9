using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests.Comparing;

public sealed class SettingChangeTests
{
    private const string Role = "Exchange Administrator";

    [TestCase("mfa", "required", "not required", ChangeKind.Weakened)]
    [TestCase("mfa", "not required", "required", ChangeKind.Strengthened)]
    [TestCase("approval", "required", "not required", ChangeKind.Weakened)]
    [TestCase("justification", "Required", "required", null)]
    [TestCase("authenticationContext", "none", "c1", ChangeKind.Strengthened)]
    [TestCase("authenticationContext", "c1", "none", ChangeKind.Weakened)]
    [TestCase("authenticationContext", "c1", "c2", ChangeKind.Altered)]
    [TestCase("authenticationContext", "c1", "required, which one is not said", ChangeKind.NotConfirmed)]
    [TestCase("longestActivation", "8 h", "10 h 30 min", ChangeKind.Weakened)]
    [TestCase("longestActivation", "1 h", "45 min", ChangeKind.Strengthened)]
    [TestCase("longestActivation", "24 h", "1 day", null)]
    [TestCase("longestActivation", "8 h", "PT8H", null)]
    [TestCase("longestActivation", "8 h", "PT9H", ChangeKind.Weakened)]
    [TestCase("longestActivation", "8 h", "a while", ChangeKind.Altered)]
    [TestCase("longestActivation", "8 h", "P1Y", ChangeKind.Altered)]
    [TestCase("permanentEligible", "not allowed, at most 180 days", "allowed", ChangeKind.Weakened)]
    [TestCase("permanentEligible", "allowed", "not allowed, at most 180 days", ChangeKind.Strengthened)]
    [TestCase(
        "permanentEligible",
        "not allowed, at most 90 days",
        "not allowed, at most 180 days",
        ChangeKind.Weakened
    )]
    [TestCase(
        "permanentActive",
        "not allowed, at most 90 days",
        "not allowed, at most 15 days",
        ChangeKind.Strengthened
    )]
    [TestCase("permanentActive", "not allowed", "not allowed, at most 15 days", ChangeKind.Altered)]
    [TestCase("assigning", "MFA and justification", "justification", ChangeKind.Weakened)]
    [TestCase("assigning", "nothing", "MFA", ChangeKind.Strengthened)]
    [TestCase("assigning", "MFA", "justification", ChangeKind.Altered)]
    [TestCase("somethingNew", "True", "true", null)]
    [TestCase("somethingNew", "one", "two", ChangeKind.Altered)]
    public void A_setting_is_compared_by_what_its_words_mean(
        string setting,
        string before,
        string after,
        ChangeKind? kind
    )
    {
        var result = Changes.Judge(A.Tenant.Users("Cleo").Eligible("Cleo", Role).Settings(Role));
        AuditResult With(string value) =>
            result with
            {
                RoleSettings = [result.RoleSettings[0] with { Setting = setting, Value = value }],
            };

        Assert.That(
            RunComparison.Of(With(before), With(after)).Select(row => (ChangeKind?)row.Kind),
            Is.EqualTo(kind is null ? [] : new[] { kind })
        );
    }

    [Test]
    public void A_setting_that_asks_less_is_named_with_both_values() =>
        Assert.That(
            Between(settings => settings, settings => settings with { Justification = false }),
            Is.EqualTo([$"Setting Weakened: {Role}, justification: required => not required"])
        );

    [Test]
    public void A_setting_that_was_not_read_again_is_not_confirmed() =>
        Assert.That(
            Between(settings => settings, settings => settings with { Justification = null }),
            Is.EqualTo([$"Setting NotConfirmed: {Role}, justification: required => not read"])
        );

    [Test]
    public void A_setting_that_the_earlier_run_could_not_read_is_no_change() =>
        Assert.That(Between(settings => settings with { Justification = null }, settings => settings), Is.Empty);

    [Test]
    public void An_authentication_context_in_the_place_of_MFA_weakens_nothing() =>
        Assert.That(
            Between(
                settings => settings with { Mfa = true, ContextRequired = false },
                settings => settings with { Mfa = false, ContextRequired = true, AuthenticationContext = "c1" }
            ),
            Is.EqualTo([
                $"Setting Altered: {Role}, authenticationContext: none => c1",
                $"Setting Altered: {Role}, mfa: required => not required",
            ])
        );

    [Test]
    public void MFA_that_went_without_a_context_is_weaker() =>
        Assert.That(
            Between(
                settings => settings with { Mfa = true, ContextRequired = false },
                settings => settings with { Mfa = false, ContextRequired = false }
            ),
            Is.EqualTo([$"Setting Weakened: {Role}, mfa: required => not required"])
        );

    /// <summary>Their number is the same.</summary>
    [Test]
    public void Another_approver_is_another_setting() =>
        Assert.That(
            Between(settings => Approved(settings, "Ada"), settings => Approved(settings, "Bea")),
            Is.EqualTo([$"Setting Altered: {Role}, approvers: Ada => Bea"])
        );

    [Test]
    public void Approvers_in_another_order_or_by_another_name_are_the_same() =>
        Assert.That(
            Between(
                settings => Approved(settings, "Ada", "Bea"),
                settings =>
                {
                    var turned = Approved(settings, "Bea", "Ada");
                    return turned with
                    {
                        Approvers = [.. turned.Approvers.Select(one => one with { Description = "Renamed" })],
                    };
                }
            ),
            Is.Empty
        );

    [Test]
    public void Approval_that_went_takes_its_approvers_along() =>
        Assert.That(
            Between(
                settings => Approved(settings, "Ada"),
                settings => settings with { ApprovalRequired = false, Approvers = [] }
            ),
            Is.EqualTo([$"Setting Weakened: {Role}, approval: required => not required"])
        );

    [Test]
    public void Settings_that_somebody_touched_without_a_change_that_shows_are_named() =>
        Assert.That(
            Between(
                settings => settings with { ChangedAt = A.TakenAt.AddDays(-30) },
                settings => settings with { ChangedAt = A.TakenAt.AddDays(-1) }
            ),
            Is.EqualTo([$"Setting Altered: {Role}, changed: 2026-09-01 => 2026-09-30"])
        );

    [Test]
    public void The_day_of_a_change_that_shows_is_no_second_change() =>
        Assert.That(
            Between(
                settings => settings with { ChangedAt = A.TakenAt.AddDays(-30) },
                settings => settings with { ChangedAt = A.TakenAt.AddDays(-1), Ticket = true }
            ),
            Is.EqualTo([$"Setting Strengthened: {Role}, ticket: not required => required"])
        );

    private static RoleSettings Approved(RoleSettings settings, params string[] names) =>
        settings with
        {
            ApprovalRequired = true,
            Approvers = [.. names.Select(name => new Approver(ApproverKind.User, A.Id(name), name, IsBackup: false))],
        };

    private static string[] Between(Func<RoleSettings, RoleSettings> before, Func<RoleSettings, RoleSettings> after) =>
        Changes.Between(With(before), With(after));

    private static TenantSnapshot With(Func<RoleSettings, RoleSettings> change) =>
        A.Tenant.Users("Cleo").Eligible("Cleo", Role).Settings(Role, change);
}
