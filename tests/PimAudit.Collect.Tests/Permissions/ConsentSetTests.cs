using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Collect.Tests.Permissions;

public sealed class ConsentSetTests
{
    [Test]
    public void The_recommended_set_permits_every_part_but_those_of_beta() =>
        Assert.That(
            PartCatalogue.All.Where(needs => !needs.IsPermittedBy(ConsentSet.Recommended)).Select(needs => needs.Part),
            Is.EqualTo(new[] { SnapshotParts.PimGroups, SnapshotParts.PimAlerts })
        );

    [Test]
    public void With_the_set_of_beta_every_part_is_permitted() =>
        Assert.That(
            PartCatalogue
                .All.Where(needs => !needs.IsPermittedBy([.. ConsentSet.Recommended, .. ConsentSet.Beta]))
                .Select(needs => needs.Part),
            Is.Empty
        );

    [Test]
    public void No_permission_does_more_than_read() =>
        Assert.That(
            ConsentSet
                .Recommended.AddRange(ConsentSet.Beta)
                .Add(ConsentSet.HiddenMembers)
                .Concat(PartCatalogue.All.SelectMany(needs => needs.Permissions).Select(need => need.Least))
                .Where(GraphPermission.IsMoreThanRead),
            Is.Empty
        );

    /// <summary>No permission is asked for in vain.</summary>
    [Test]
    public void Each_permission_of_the_sets_serves_a_part() =>
        Assert.That(
            ConsentSet
                .Recommended.AddRange(ConsentSet.Beta)
                .Where(permission => ConsentSet.PartsOf(permission).IsEmpty),
            Is.Empty
        );

    [Test]
    public void The_emulator_recommends_the_same() =>
        Assert.That(ConsentSet.Recommended, Is.EqualTo(EmulatorToken.Recommended));

    [TestCase("RoleAssignmentSchedule.Read.Directory", "RoleManagement.Read.Directory")]
    [TestCase("GroupMember.Read.All", "Directory.Read.All")]
    [TestCase("Policy.Read.ConditionalAccess", "Policy.Read.All")]
    [TestCase("RoleManagementAlert.Read.Directory", "RoleManagementAlert.Read.Directory")]
    public void What_is_missing_is_granted_by_the_recommended_set_where_that_does(string least, string granted)
    {
        var need = PartCatalogue.All.SelectMany(needs => needs.Permissions).First(one => one.Least == least);

        Assert.That(ConsentSet.For(need), Is.EqualTo(granted));
    }
}
