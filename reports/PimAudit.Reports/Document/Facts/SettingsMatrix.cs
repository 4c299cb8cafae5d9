using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;

namespace PimAudit.Reports.Document.Facts;

/// <summary>Whose settings stand in the matrix: in three parts, those with the heaviest deviations first.</summary>
internal static class SettingsMatrix
{
    private const int Most = 60;
    private const int MostMeeting = 30;

    private static readonly ImmutableArray<(string Title, string Note, Func<OwnerSettings, bool> Holds)> Parts =
    [
        (
            "Asked at the role",
            "direct and Approach 1 paths; the highest roles always",
            owner => owner is { IsAsked: true, Access: null }
        ),
        (
            "Asked at the group",
            "Approach 2: only these settings count",
            owner => owner is { IsAsked: true, Access: not null }
        ),
        ("Set, but never asked", "nobody passes these on a path; not judged", owner => !owner.IsAsked),
    ];

    public static DataTable Of(ReportSource source)
    {
        var owners = SettingsOwners.Of(source.Result);
        var named = NamedOnly(source, owners);
        var table = new SettingsTable(source);
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        var (room, left) = (Most, 0);
        foreach (var part in Parts)
        {
            ImmutableArray<OwnerSettings> all = [.. owners.Where(part.Holds)];
            ImmutableArray<OwnerSettings> meeting = [.. all.Where(named.Contains)];
            ImmutableArray<OwnerSettings> listed = [.. all.Except(meeting)];
            var aside =
                all.IsEmpty ? "None."
                : meeting.IsEmpty ? null
                : Meeting(meeting);
            rows.Add(SettingsTable.Title(part.Title, part.Note, aside));
            rows.AddRange(listed.Take(room).Select(table.Row));
            left += Math.Max(0, listed.Length - room);
            room -= Math.Min(room, listed.Length);
        }

        return table.Of(rows.ToImmutable(), left);
    }

    /// <summary>Where very many meet everything, a sentence names them; only where every rule could judge them.</summary>
    private static ImmutableArray<OwnerSettings> NamedOnly(ReportSource source, ImmutableArray<OwnerSettings> owners)
    {
        ImmutableArray<OwnerSettings> meeting = [.. owners.Where(owner => owner is { IsAsked: true, Meets: true })];
        return meeting.Length > MostMeeting && SettingsJudgement.Silent(source.Result).IsEmpty ? meeting : [];
    }

    private static string Meeting(ImmutableArray<OwnerSettings> owners)
    {
        const int MostNames = 20;
        var names = string.Join(", ", owners.Take(MostNames).Select(owner => owner.Owner.Label));
        var more = owners.Length <= MostNames ? "" : $" and {Say.Count(owners.Length - MostNames, "more", "more")}";
        return $"{Say.Count(owners.Length, "more meets", "more meet")} everything: {names}{more}.";
    }
}
