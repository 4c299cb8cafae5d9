using CsCheck;
using NUnit.Framework;

namespace PimAudit.Service.Tests.Notifications;

public sealed class BackoffTests
{
    [Test]
    public void Waits_between_half_and_the_whole_of_a_doubling_time_up_to_an_hour() =>
        Gen.Select(Gen.String, Gen.Int[0, 40])
            .Sample(
                (key, attempts) =>
                {
                    var whole = TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, attempts)));
                    var wait = Backoff.After(key, attempts);
                    return wait >= whole / 2 && wait < whole && wait == Backoff.After(key, attempts);
                }
            );

    [Test]
    public void Two_messages_do_not_keep_step() =>
        Assert.That(Backoff.After("a", 3), Is.Not.EqualTo(Backoff.After("b", 3)));
}
