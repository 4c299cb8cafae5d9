using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>A waiver as the command line asks for it.</summary>
internal sealed record NewWaiver(
    string Rule,
    ImmutableArray<string> Targets,
    string Reason,
    string ApprovedBy,
    string Expires
)
{
    private const int LongestText = 1_000;
    private const int LongestTarget = 400;
    private const int MostTargets = 40;

    /// <returns>With the rule as an id and each target once.</returns>
    /// <exception cref="Failure">It cannot be meant, or the profile does not allow it.</exception>
    public Waiver Check(WaiverTable table)
    {
        var targets = Targets
            .Select(target => target.Trim())
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToImmutableArray();
        if (
            targets.Length > MostTargets
            || targets.Any(target => target.Length is 0 or > LongestTarget || !IsPlain(target))
        )
            throw Refuse(
                "The targets cannot be meant.",
                Printable.Of(string.Join(' ', Targets)),
                "Give the ids as 'pimaudit explain FINDING --from result.json' prints them."
            );

        return new(
            RuleOf(table.Plan),
            targets,
            Text(Reason, "--reason"),
            Text(ApprovedBy, "--approved-by"),
            Day(table)
        );
    }

    /// <exception cref="Failure">The configuration has a waiver of the same.</exception>
    public static void RefuseSecond(Waiver waiver, AuditPlan plan, DateOnly today)
    {
        var same = plan.Waivers.FirstOrDefault(one => string.Equals(one.Key, waiver.Key, StringComparison.Ordinal));
        if (same is null)
            return;

        var isOver = same.DaysLeft(today) < 0;
        throw Refuse(
            "There is a waiver of the same rule and targets.",
            $"It {(isOver ? "ended" : "ends")} on {WaiverPrinter.Day(same.Expires)}, approved by {Printable.Of(same.ApprovedBy)}.",
            isOver
                ? "Remove it with 'pimaudit waivers prune', then add the new one."
                : "Change the day, the reason and the approver of that entry in the file, once somebody has approved it anew."
        );
    }

    private string RuleOf(AuditPlan plan)
    {
        var found = plan.Rules.FirstOrDefault(rule =>
            string.Equals(rule.Id, Rule, StringComparison.OrdinalIgnoreCase)
            || string.Equals(rule.Name, Rule, StringComparison.OrdinalIgnoreCase)
        );
        if (found is not null)
            return found.Id;

        var near = Nearest.Of(Rule, plan.Rules.SelectMany(rule => new[] { rule.Id, rule.Name }));
        throw Refuse(
            $"There is no rule '{Printable.Of(Rule)}'.",
            $"This run has {Say.Count(plan.Rules.Length, "rule")}.{(near is null ? "" : $" The nearest is '{near}'.")}",
            "'pimaudit rules list' names them all."
        );
    }

    private static string Text(string text, string option)
    {
        var clean = text.Trim();
        return clean.Length is > 0 and <= LongestText && IsPlain(clean)
            ? clean
            : throw Refuse(
                $"The text of {option} cannot be used.",
                clean.Length == 0 ? "It is empty."
                    : clean.Length > LongestText ? $"It has {Say.Count(clean.Length, "letter")}."
                    : Printable.Of(clean),
                $"Write one line of at most {Say.Count(LongestText, "letter")}, without control or invisible characters."
            );
    }

    private static bool IsPlain(string text) => string.Equals(Printable.Of(text), text, StringComparison.Ordinal);

    private DateOnly Day(WaiverTable table)
    {
        if (
            !DateOnly.TryParseExact(
                Expires,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
            throw Refuse(
                "The day of --expires cannot be understood.",
                $"'{Printable.Of(Expires)}'",
                "Write it as 2027-03-31."
            );

        var most = table.Plan.Profile.MaxWaiverDays;
        var last = WaiverPrinter.Day(table.Today.AddDays(most));
        if (day < table.Today)
            throw Refuse(
                "The waiver would be over before it begins.",
                $"{Expires} lies before today, {WaiverPrinter.Day(table.Today)} UTC.",
                $"Give a day up to {last}."
            );
        return day.DayNumber - table.Today.DayNumber <= most
            ? day
            : throw Refuse(
                "The waiver would last longer than the profile allows.",
                $"{Expires} is {Say.Count(day.DayNumber - table.Today.DayNumber, "day")} ahead; the profile {table.Plan.Profile.Name} allows {most}.",
                $"Give a day up to {last}."
            );
    }

    private static Failure Refuse(string failed, string seen, string remedy) =>
        new(ExitCode.Usage, failed, seen, "Nothing was changed.", remedy);
}
