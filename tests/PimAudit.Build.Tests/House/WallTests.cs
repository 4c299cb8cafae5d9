using NUnit.Framework;

namespace PimAudit.Build.Tests;

/// <summary>The project references are the walls between the rooms.</summary>
public sealed class WallTests
{
    private static readonly string[] PureRooms =
    [
        "PimAudit.Access",
        "PimAudit.Engine",
        "PimAudit.Model",
        "PimAudit.Rules",
    ];

    private static readonly string[] Walls =
    [
        "PimAudit.Access: PimAudit.Model",
        "PimAudit.Archive: PimAudit.Model",
        "PimAudit.Cli: PimAudit.Access, PimAudit.Archive, PimAudit.Collect, PimAudit.Engine, PimAudit.GraphEmulator, "
            + "PimAudit.History, PimAudit.Model, PimAudit.Query, PimAudit.Reports, PimAudit.Rules, PimAudit.Service",
        "PimAudit.Collect: PimAudit.Archive, PimAudit.Model",
        "PimAudit.Engine: PimAudit.Access, PimAudit.Model",
        "PimAudit.GraphEmulator: ",
        "PimAudit.History: PimAudit.Archive, PimAudit.Model",
        "PimAudit.Model: ",
        "PimAudit.Query: PimAudit.Access, PimAudit.Engine, PimAudit.Model",
        "PimAudit.Reports: PimAudit.Model",
        "PimAudit.Rules: PimAudit.Access, PimAudit.Engine, PimAudit.Model",
        "PimAudit.Service: PimAudit.Archive, PimAudit.History, PimAudit.Model",
    ];

    [Test]
    public void Each_room_references_what_its_wall_lets_through_and_nothing_else() =>
        Assert.That(Rooms.Select(room => $"{room.Name}: {string.Join(", ", room.References)}"), Is.EqualTo(Walls));

    [Test]
    public void Clock_file_console_and_network_are_banned_in_the_pure_rooms() =>
        Assert.That(
            ProjectFile.All.Where(project => project.Property("PureRoom") == "true").Select(project => project.Name),
            Is.EquivalentTo(PureRooms)
        );

    [TestCase("P:System.DateTimeOffset.UtcNow")]
    [TestCase("P:System.TimeProvider.System")]
    [TestCase("T:System.IO.File")]
    [TestCase("T:System.Console")]
    [TestCase("N:System.Net.Http")]
    [TestCase("T:System.Random")]
    [TestCase("M:System.Guid.NewGuid")]
    public void A_ban_is_on_the_list(string symbol) =>
        Assert.That(
            Repository.Text("BannedSymbols.txt").Split('\n').Select(line => line.Split(';')[0]),
            Does.Contain(symbol)
        );

    [Test]
    public void The_model_and_the_rules_use_no_package() =>
        Assert.That(
            Rooms
                .Where(room => PureRooms.Contains(room.Name, StringComparer.Ordinal))
                .Where(room => room.Xml.Descendants("PackageReference").Any())
                .Select(room => room.Name),
            Is.Empty
        );

    private static IEnumerable<ProjectFile> Rooms =>
        ProjectFile.All.Where(project => project.IsRoom).OrderBy(project => project.Name, StringComparer.Ordinal);
}
