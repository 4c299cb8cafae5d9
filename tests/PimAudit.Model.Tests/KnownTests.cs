using NUnit.Framework;

namespace PimAudit.Model.Tests;

public sealed class KnownTests
{
    private static readonly Gap Refused = new(SnapshotParts.RoleSettings, MissingReason.Permission, "403");

    [Test]
    public void A_known_value_can_be_mapped() =>
        Assert.That(Known<int>.Of(4).Select(number => number * 2).Value, Is.EqualTo(8));

    [Test]
    public void An_unknown_value_stays_unknown_for_the_same_reason() =>
        Assert.That(Known<int>.Missing(Refused).Select(number => number * 2).Gap, Is.EqualTo(Refused));

    [Test]
    public void Asking_an_unknown_value_for_its_value_fails_with_the_reason() =>
        Assert.That(
            () => Known<int>.Missing(Refused).Value,
            Throws.InvalidOperationException.With.Message.Contains("403")
        );
}
