using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Cli;

/// <summary>What the user means by an argument, or the words that help him say it.</summary>
internal static class Meaning
{
    private const int MaxNamed = 20;

    /// <summary>What the takeovers of an answer leave out.</summary>
    public const string TakeoverLimits =
        "Takeovers follow built-in roles held in the whole tenant; powers over one administrative unit, custom roles and Graph permissions of applications are not followed.";

    /// <summary>What an answer does not know of that which is yet to begin.</summary>
    public static IEnumerable<string> NotToCome(Asked asked)
    {
        var snapshot = asked.Map.Snapshot;
        if (!snapshot.HasPim)
            yield break;
        if (snapshot.Collection[SnapshotParts.GroupEligibilitySchedules].Status is PartStatus.NotAsked)
            yield return "Group memberships yet to begin were not collected ('collect: { groupSchedules: true }').";
        if (asked.Fresh is { } fresh)
            yield return $"What is yet to begin is that of {Say.Moment(fresh.SnapshotTakenAt)}: schedules are not read again.";
    }

    /// <summary>The only candidate.</summary>
    /// <param name="known">Names that might have been meant.</param>
    /// <exception cref="Failure">None or several.</exception>
    public static ObjectRef Of(
        ImmutableArray<ObjectRef> found,
        string noun,
        string text,
        IEnumerable<string?> known,
        string remedy
    ) =>
        found.Length switch
        {
            1 => found[0],
            0 => throw new Failure(
                ExitCode.Usage,
                $"The snapshot holds no such {noun}.",
                $"'{text}' is neither an id nor a name in it.{KnownNames.Near(text, known)}",
                "Nothing was answered.",
                remedy
            ),
            _ => throw new Failure(
                ExitCode.Usage,
                $"The name of the {noun} is ambiguous.",
                string.Join(
                    '\n',
                    found
                        .Take(MaxNamed)
                        .Select(one => $"{one.Id}  {Words.Kind(one.Kind)}  {one.Label}")
                        .Prepend($"'{text}' can be:")
                ),
                "Nothing was answered.",
                "Give one of these ids instead of the name."
            ),
        };

    /// <summary>Such as <c>30m</c>, <c>1h</c>, <c>2d</c>.</summary>
    /// <exception cref="Failure">Not a time from a minute to a year.</exception>
    public static TimeSpan Duration(string text) =>
        DurationText.Parse(text) is { } time && time >= TimeSpan.FromMinutes(1) && time <= TimeSpan.FromDays(366)
            ? time
            : throw new Failure(
                ExitCode.Usage,
                "The time of --within cannot be understood.",
                $"'{text}'",
                "Nothing was answered.",
                "Give a minute to 366 days: 30m, 1h, 2d."
            );

    /// <exception cref="Failure">Not a number of days from 1 to 3650.</exception>
    public static TimeSpan Days(int days) =>
        days is >= 1 and <= 3650
            ? TimeSpan.FromDays(days)
            : throw new Failure(
                ExitCode.Usage,
                "The days of --days cannot be meant.",
                days.ToString(CultureInfo.InvariantCulture),
                "Nothing was answered.",
                "Give a number from 1 to 3650."
            );
}
