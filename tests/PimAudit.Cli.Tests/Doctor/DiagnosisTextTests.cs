using NUnit.Framework;
using PimAudit.Cli.Tests.Golden;
using PimAudit.Collect;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Cli.Tests.Doctor;

[Parallelizable(ParallelScope.All)]
public sealed class DiagnosisTextTests
{
    private static readonly Examination Seen = new(
        new("33333333-3333-3333-3333-333333333333", IsUser: true, Guid.Empty, ["AccessReview.Read.All"]),
        new(new("11111111-1111-1111-1111-111111111111"), "Con\e[31mtoso\r\n", null, null),
        "https://graph.example",
        [new("Entra ID P2", 10, 5)],
        TimeSpan.FromMinutes(-7),
        TimeSpan.FromMilliseconds(85),
        [
            .. PartCatalogue.All.Select(needs => new PartCheck(
                needs,
                needs.Part is SnapshotParts.AccessReviews ? PartHealth.Refused : PartHealth.Readable,
                needs.Part is SnapshotParts.AccessReviews ? "Graph answered 403: \e[2Jno." : null
            )),
        ],
        [],
        HidesMembers: true,
        HttpCalls: 9
    );

    [Test]
    public async Task A_missing_permission_is_told_with_its_parts_and_rules_and_how_to_grant_it()
    {
        var emulator = new EmulatorOptions
        {
            AccessToken = EmulatorToken.With(
                Sample.Contoso.Tenant,
                EmulatorToken.Recommended.Remove("AccessReview.Read.All")
            ),
        };
        await using var graph = await GraphEmulatorServer.StartAsync(Sample.Contoso.Tenant, emulator);
        using var world = World.Of(graph).Write("pimaudit.yaml", Sample.Contoso.Configuration);

        var code = await world.RunAsync("doctor");

        Assert.That(code, Is.EqualTo(3));
        Assert.That(
            world.Out.ReplaceLineEndings("\n"),
            Does.Contain(
                    """
                      ✗ AccessReview.Read.All                            missing
                          Access reviews, Access review rounds
                          4 rules blind: PIM501, PIM502, PIM503, PIM504

                    """.ReplaceLineEndings("\n")
                )
                .And.Contain("\n? 4 rules would not be evaluated\n      PIM501, PIM502, PIM503, PIM504\n")
                .And.Contain("\n  $permissions = 'AccessReview.Read.All'\n")
                .And.Contain("\n  permissions=\"AccessReview.Read.All\"\n")
                .And.EndWith("\nExit 3: 1 permission missing.\n")
        );
    }

    [Test]
    public void Names_and_answers_cannot_move_the_cursor()
    {
        var text = TextOf(new(Seen, Plan(), Cloud.Global, Strict: false));

        Assert.That(text, Does.Contain("ConU+001B[31mtosoU+000DU+000A").And.Contain("403: U+001B[2Jno."));
        Assert.That(text, Does.Not.Contain('\e'));
    }

    [Test]
    public void A_person_is_told_of_the_entra_role_and_clocks_and_licences_are_compared() =>
        Assert.That(
            TextOf(new(Seen, Plan(), Cloud.Global, Strict: false)),
            Does.Contain("  ■ Clock       7 min ahead of Graph's")
                .And.Contain("  ✓ Licence     Entra ID P2, 10 seats, 5 seats in the grace period")
                .And.Contain("Global Reader or Privileged Role")
        );

    [Test]
    public void Groups_that_hide_their_members_want_one_permission_more() =>
        Assert.That(
            new Diagnosis(Seen, Plan(), Cloud.Global, Strict: false).ToGrant,
            Is.EqualTo(new[] { "Member.Read.Hidden" })
        );

    [Test]
    public void No_line_but_a_command_is_wider_than_the_terminal() =>
        Assert.That(
            TextOf(new(Seen with { HidesMembers = false }, Plan(), Cloud.Global, Strict: false), width: 60)
                .Split('\n')
                .Where(line => line.Length > 60),
            Is.Empty
        );

    [TestCase(0, "in step with Graph's")]
    [TestCase(1, "in step with Graph's")]
    [TestCase(45, "45 s behind Graph's")]
    [TestCase(-45, "45 s ahead of Graph's")]
    [TestCase(7200, "2 h behind Graph's")]
    public void A_skew_is_told_from_our_side(int seconds, string expected) =>
        Assert.That(DiagnosisWords.Skew(TimeSpan.FromSeconds(seconds)), Is.EqualTo(expected));

    [TestCase(300, false)]
    [TestCase(-300, false)]
    [TestCase(301, true)]
    [TestCase(-301, true)]
    public void Five_minutes_are_let_pass(int seconds, bool expected) =>
        Assert.That(
            new Diagnosis(
                Seen with
                {
                    ClockSkew = TimeSpan.FromSeconds(seconds),
                },
                Plan(),
                Cloud.Global,
                Strict: false
            ).HasSkew,
            Is.EqualTo(expected)
        );

    private static PimAudit.Engine.AuditPlan Plan() => Plans.Make(SettingsFile.Read("", "pimaudit.yaml"));

    private static string TextOf(Diagnosis diagnosis, int width = 100)
    {
        using var world = new World();
        var writer = new StringWriter { NewLine = "\n" };
        new DiagnosisText(
            diagnosis,
            Paint.For(world.Surroundings(), isTerminal: false, noColor: true),
            writer,
            width
        ).Print();
        return writer.ToString();
    }
}
