using NUnit.Framework;
using PimAudit.History;
using PimAudit.TestKit;

namespace PimAudit.Cli.Tests.Notifications;

public sealed class NotifyListTests
{
    private static readonly Guid Own = A.Id("Contoso");
    private static readonly Guid Other = A.Id("Fabrikam");

    [Test]
    public async Task What_waits_and_what_was_given_up_is_listed_with_its_reason_and_what_arrived_is_not()
    {
        using var world = await WithMessagesAsync();

        Assert.That(await world.RunAsync("notify", "list"), Is.Zero, world.Error);

        Assert.That(
            Rows(world),
            Is.EqualTo(
                new[]
                {
                    "✗ soc given up 2026-10-01 06:00 UTC after 1 attempt: 410U+001B[2J Gone",
                    "? mail waits, 0 attempts",
                }
            )
        );
    }

    [TestCase("Contoso", "soc")]
    [TestCase("Fabrikam", "mail")]
    public async Task One_tenant_is_listed_alone(string tenant, string channel)
    {
        using var world = await WithMessagesAsync();

        await world.RunAsync("notify", "list", "--tenant", A.Id(tenant).ToString("D"));

        Assert.That(Rows(world).Select(row => row.Split(' ')[1]), Is.EqualTo(new[] { channel }));
    }

    [Test]
    public async Task Old_notifications_go_with_a_prune_and_those_that_never_arrived_are_named()
    {
        using var world = await WithMessagesAsync();
        world.Now += TimeSpan.FromDays(91);

        await world.RunAsync("history", "prune", "--keep", "1", "--dry-run");
        await world.RunAsync("history", "prune", "--keep", "1");
        await world.RunAsync("notify", "list");

        var lines = world.Out.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        Assert.That(
            lines.Where(line => line.EndsWith('.') || line.EndsWith(':')),
            Is.EqualTo(
                new[]
                {
                    "0 results would go.",
                    "1 delivered notification would go.",
                    "1 undelivered notification would go:",
                    "0 results let go.",
                    "1 delivered notification let go.",
                    "1 undelivered notification let go:",
                }
            )
        );
        Assert.That(
            Rows(world).Select(row => row.Split(' ')[1]),
            Is.EqualTo(new[] { "soc", "soc", "mail" }),
            "What waits stays."
        );
    }

    /// <summary>One arrived, one was given up, one of another tenant waits.</summary>
    private static async Task<World> WithMessagesAsync()
    {
        var world = new World().With("PIMAUDIT_HISTORY", "Data Source=history.db");
        await using var history = await HistoryDatabase.OpenAsync(
            $"Data Source={world.PathOf("history.db")}",
            new FixedTime(world.Now),
            default
        );
        await history.AddAsync([new("1", Own, "log", "{}"), new("2", Own, "soc", "{}")], default);
        var leased = await history.LeaseAsync("node", scope: null, 9, TimeSpan.FromMinutes(1), default);
        await history.DeliveredAsync(leased[0].Id, default);
        await history.FailedAsync(leased[1].Id, "410\u001b[2J Gone", again: null, default);
        await history.AddAsync([new("3", Other, "mail", "{}")], default);
        return world;
    }

    /// <summary>The first line of each row, its blanks single.</summary>
    private static IEnumerable<string> Rows(World world) =>
        world
            .Out.Split('\n')
            .Where(line =>
                line.StartsWith("  ✗", StringComparison.Ordinal) || line.StartsWith("  ?", StringComparison.Ordinal)
            )
            .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
