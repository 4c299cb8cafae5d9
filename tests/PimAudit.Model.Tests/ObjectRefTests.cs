using NUnit.Framework;

namespace PimAudit.Model.Tests;

public sealed class ObjectRefTests
{
    [Test]
    public void The_key_is_kind_and_id_and_never_the_name()
    {
        var id = new Guid("0A3B0C2D-0000-0000-0000-00000000000A");

        Assert.That(
            new ObjectRef(ObjectKind.ServicePrincipal, id, "Backup service").Key,
            Is.EqualTo("servicePrincipal:0a3b0c2d-0000-0000-0000-00000000000a")
        );
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("  ")]
    public void The_label_falls_back_to_the_id(string? name) =>
        Assert.That(new ObjectRef(ObjectKind.Group, "g1", name).Label, Is.EqualTo("g1"));
}
