using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

/// <summary>The catalogue's permissions against a Graph that demands them.</summary>
public sealed class PermissionTests
{
    private static readonly string[] Least =
    [
        .. PartCatalogue
            .All.SelectMany(needs => needs.Permissions)
            .Select(need => need.Least)
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Without the one for the directory as a whole, kinds of principals are still found by their lists.</summary>
    private static IEnumerable<string> EachPermission =>
        Least.Where(permission => permission is not "Directory.Read.All");

    [Test]
    public async Task The_least_permissions_read_everything()
    {
        var collected = await CollectAsync(Least);

        Assert.That(collected.Incomplete, Is.Empty);
    }

    /// <summary>So whoever is told that a part is permitted will get it, and whoever grants less is told what that costs.</summary>
    [TestCaseSource(nameof(EachPermission))]
    public async Task Without_a_permission_exactly_the_parts_that_the_catalogue_names_are_missing(string permission)
    {
        var held = Least.Where(one => one != permission).ToList();

        var collected = await CollectAsync(held);

        var parts = collected.Snapshot.Collection.Parts;
        var unpermitted = PartCatalogue.All.Where(needs => !needs.IsPermittedBy(held)).Select(needs => needs.Part);
        Assert.Multiple(() =>
        {
            Assert.That(parts.Where(part => part.IsMissing).Select(part => part.Part), Is.EqualTo(unpermitted));
            Assert.That(
                parts.Where(part => part.IsMissing && part.Requests > 0).Select(part => part.Reason).Distinct(),
                Is.SubsetOf(new MissingReason?[] { MissingReason.Permission })
            );
        });
    }

    private static Task<Collected> CollectAsync(IEnumerable<string> permissions)
    {
        var token = EmulatorToken.With(Small.Tenant, permissions);
        return Emulated.CollectAsync(Small.Tenant, new EmulatorOptions { AccessToken = token }, Small.Options, token);
    }
}
