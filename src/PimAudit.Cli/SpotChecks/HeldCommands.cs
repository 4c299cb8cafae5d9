using System.Collections.Immutable;
using System.CommandLine;
using PimAudit.Access.Questions;
using PimAudit.Collect;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary><c>active-now</c>: activations in progress.</summary>
internal static class ActiveNowCommand
{
    public static Command Make(Surroundings surroundings) =>
        SpotVerb.Make(
            new("active-now", "Activations in progress, with the time that is left."),
            surroundings,
            [],
            (_, asked) => Ask(asked),
            (_, _) => Touched.Assignments
        );

    private static Answer Ask(Asked asked)
    {
        var held = Held.ActiveNow(asked.Map, asked.Now);
        var cells = new HeldCells(asked.Map, new("Left", "left"), row => Left.Of(row, asked.Now, inDays: false));
        return new(
            "active-now",
            "Activations in progress",
            "roles and groups",
            asked.Map.Snapshot,
            asked.Now,
            [
                cells.Section(
                    "In progress",
                    asked.Fresh is null ? "activated before the snapshot" : "as PIM lists them now",
                    held.Rows
                ),
                .. asked.Fresh is null
                    ? [cells.Section("Ended since the snapshot", "unless extended or activated again", held.Ended)]
                    : ImmutableArray<Section>.Empty,
            ],
            asked.Fresh is null ? ["Activations that began after the snapshot are not in it."] : [],
            held.Unread
        );
    }
}

/// <summary><c>expiring --days 14</c>: assignments that end soon.</summary>
internal static class ExpiringCommand
{
    private const int DefaultDays = 14;

    public static Command Make(Surroundings surroundings)
    {
        var days = new Option<int>("--days")
        {
            Description = "How many days from now on.",
            HelpName = "DAYS",
            DefaultValueFactory = _ => DefaultDays,
        };
        return SpotVerb.Make(
            new("expiring", "Assignments, eligible and active, that end soon."),
            surroundings,
            [days],
            (parsed, asked) => Ask(asked, Meaning.Days(parsed.GetValue(days))),
            (_, _) => Touched.Assignments
        );
    }

    private static Answer Ask(Asked asked, TimeSpan within)
    {
        var held = Held.Expiring(asked.Map, within, asked.Now);
        var cells = new HeldCells(asked.Map, new("Left", "left"), row => Left.Of(row, asked.Now, inDays: true));
        return new(
            "expiring",
            "Assignments that end",
            $"within {Say.Count(within.Days, "day")}",
            asked.Map.Snapshot,
            asked.Now,
            [
                cells.Section("Ending", $"until {Say.Moment(asked.Now + within)}", held.Rows),
                .. asked.Fresh is null
                    ? [cells.Section("Ended since the snapshot", "unless extended or renewed", held.Ended)]
                    : ImmutableArray<Section>.Empty,
            ],
            ["Activations are left out; 'active-now' lists them."],
            held.Unread
        );
    }
}

/// <summary><c>orphans</c>: assignments of accounts that are gone or disabled.</summary>
internal static class OrphansCommand
{
    public static Command Make(Surroundings surroundings) =>
        SpotVerb.Make(
            new("orphans", "Assignments of principals who are deleted, unknown or disabled."),
            surroundings,
            [],
            (_, asked) => Ask(asked),
            (_, _) => Touched.Assignments
        );

    private static Answer Ask(Asked asked)
    {
        var orphans = Orphans.Ask(asked.Map, asked.Now);
        var lives = orphans.Rows.DistinctBy(one => one.Row).ToDictionary(one => one.Row, one => one.Life);
        var cells = new HeldCells(asked.Map, new("Why", "why"), row => lives[row].Fault!);
        return new(
            "orphans",
            "Orphaned assignments",
            "roles and groups",
            asked.Map.Snapshot,
            asked.Now,
            [
                cells.Section(
                    "Gone",
                    "deleted, or unknown to the directory",
                    orphans.Rows.Where(one => one.Life.IsGone).Select(one => one.Row)
                ),
                cells.Section(
                    "Disabled",
                    "the account exists but cannot sign in",
                    orphans.Rows.Where(one => !one.Life.IsGone).Select(one => one.Row)
                ),
            ],
            [],
            orphans.Unread
        );
    }
}

/// <summary>The time that an assignment has left.</summary>
internal static class Left
{
    public static string Of(HeldRow row, DateTimeOffset now, bool inDays)
    {
        if (row.EndsAt is not { } end)
            return "no end";

        var left = end - now;
        return left <= TimeSpan.Zero ? "ended"
            : inDays && left >= TimeSpan.FromDays(1) ? Say.Count(left.Days, "day")
            : Say.Duration(left);
    }
}
