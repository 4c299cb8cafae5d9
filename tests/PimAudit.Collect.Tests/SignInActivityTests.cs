using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class SignInActivityTests
{
    [Test]
    public async Task Tells_when_each_person_on_a_path_last_signed_in()
    {
        var tenant = Small
            .Builder()
            .SignedIn("Ana Silva", Small.Now.AddDays(-3), Small.Now.AddDays(-4), Small.Now.AddDays(-1))
            .SignedIn("Ben Okoye", last: null)
            .User("Uninvolved")
            .Build();

        var collected = await Small.CollectAsync(tenant);

        Assert.Multiple(() =>
        {
            Assert.That(
                collected.Snapshot.SignInActivities.Select(row => row.UserId),
                Is.EqualTo(collected.Snapshot.Users.Select(user => user.Id))
            );
            Assert.That(
                collected.Snapshot.SignInActivities,
                Does.Contain(
                    new SignInActivity(
                        tenant.IdOf("Ana Silva"),
                        Small.Now.AddDays(-3),
                        Small.Now.AddDays(-1),
                        Small.Now.AddDays(-4)
                    )
                )
            );
            Assert.That(
                collected.Snapshot.SignInActivities,
                Does.Contain(
                    new SignInActivity(
                        tenant.IdOf("Ben Okoye"),
                        LastSignInAt: null,
                        LastNonInteractiveAt: null,
                        LastSuccessAt: null
                    )
                ),
                "never is an answer"
            );
            Assert.That(collected.Incomplete, Is.Empty);
        });
    }

    [Test]
    public async Task A_refusal_of_one_person_is_a_gap_of_that_person()
    {
        var ana = Small.Tenant.IdOf("Ana Silva").ToString();

        var collected = await Small.CollectAsync(new EmulatorFault($"{ana}.*signInActivity", FaultKind.Refused));

        Assert.Multiple(() =>
        {
            Assert.That(collected.Incomplete, Is.EqualTo(["SignInActivity: Partial"]));
            Assert.That(
                collected[SnapshotParts.SignInActivity].Gaps.Select(gap => (gap.ObjectId, gap.Reason)),
                Is.EqualTo([(ana, MissingReason.Permission)])
            );
            Assert.That(collected.Snapshot.SignInActivities, Has.Length.EqualTo(3));
        });
    }

    [TestCase(FaultKind.Refused, MissingReason.Permission)]
    [TestCase(FaultKind.Unlicensed, MissingReason.Licence)]
    public async Task After_a_first_batch_that_is_turned_away_as_a_whole_nobody_else_is_asked(
        FaultKind fault,
        MissingReason reason
    )
    {
        var collected = await Emulated.CollectAsync(Crowd(45), new EmulatorFault("signInActivity", fault));

        var record = collected[SnapshotParts.SignInActivity];
        Assert.Multiple(() =>
        {
            Assert.That((record.Reason, record.Requests), Is.EqualTo(((MissingReason?)reason, 20)));
            Assert.That(record.Gaps.Select(gap => gap.Reason), Is.EqualTo(Enumerable.Repeat(reason, 45)));
            Assert.That(record.Gaps.Select(gap => gap.Detail).Distinct().Count(), Is.EqualTo(1));
        });
    }

    [TestCase(FaultKind.Refused, 19)]
    [TestCase(FaultKind.ServerError, int.MaxValue)]
    public async Task Everybody_is_asked_where_somebody_was_answered_or_the_service_was_only_disturbed(
        FaultKind fault,
        int times
    )
    {
        var collected = await Emulated.CollectAsync(Crowd(45), new EmulatorFault("signInActivity", fault, times));

        Assert.That(collected[SnapshotParts.SignInActivity].Requests, Is.EqualTo(45));
    }

    /// <summary>Everybody of the crowd holds a role.</summary>
    private static EmulatedTenant Crowd(int people)
    {
        var builder = TenantBuilder.Create("Contoso", Small.Now);
        foreach (var at in Enumerable.Range(0, people))
            builder.User($"Person {at}").Assign($"Person {at}", "Security Reader");
        return builder.Build();
    }
}
