using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Rules on which the profiles of a run differ, side by side. A rule that a single profile uses is only counted.</summary>
internal sealed class CrosswalkText(AuditResult result, Paint paint, TextWriter writer)
{
    private const int LongestThreshold = 24;

    public void Print()
    {
        if (result.Crosswalk.IsEmpty)
            return;

        var compared = result.Crosswalk.Where(row => row.Verdicts.Count(IsUsed) > 1).ToList();
        var rows = compared.Where(IsWorthALine).SelectMany(Lines).ToList();
        writer.WriteLine();
        writer.WriteLine(paint.Bold("Profiles side by side"));
        if (rows.Count == 0)
            writer.WriteLine($"  The profiles agree on {All(compared.Count)} that they share.");
        else
            Table([("", [.. result.Profiles.Select(profile => profile.Name)]), .. rows]);
        if (rows.Count > 0)
            writer.WriteLine(paint.Quiet($"  {Say.Count(compared.Count, "rule")} shared; the others agree."));
        foreach (var profile in result.Profiles)
            Alone(profile.Name);
        writer.WriteLine(
            paint.Quiet($"  {result.Profiles[0].Name} alone decides findings, waivers and the exit code.")
        );
    }

    private static bool IsUsed(ProfileVerdict verdict) => verdict.Outcome is not RuleOutcome.Off;

    private static bool IsWorthALine(CrosswalkRow row)
    {
        var used = row.Verdicts.Where(IsUsed).ToList();
        return used.Select(Said).Distinct(StringComparer.Ordinal).Count() > 1 || Differing(row).Any();
    }

    private void Alone(string profile)
    {
        var alone = result.Crosswalk.Count(row =>
            row.Verdicts.Where(IsUsed).ToList() is [var only]
            && string.Equals(only.Profile, profile, StringComparison.Ordinal)
        );
        if (alone > 0)
            writer.WriteLine(paint.Quiet($"  {Say.Count(alone, "rule")} under {profile} alone."));
    }

    private static IEnumerable<(string Head, ImmutableArray<string> Cells)> Lines(CrosswalkRow row) =>
        Differing(row)
            .Select(name =>
                (
                    Head: $"        {name}",
                    Cells: row.Verdicts.Select(verdict => Threshold(verdict, name)).ToImmutableArray()
                )
            )
            .Prepend(($"{row.RuleId}  {row.RuleName}", [.. row.Verdicts.Select(Said)]));

    private static IEnumerable<string> Differing(CrosswalkRow row) =>
        row
            .Verdicts.Where(IsUsed)
            .SelectMany(verdict => verdict.Parameters)
            .Distinct()
            .GroupBy(pair => pair.Key, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => same.Key)
            .Order(StringComparer.Ordinal);

    private static string Threshold(ProfileVerdict verdict, string name) =>
        !IsUsed(verdict) ? "-"
        : verdict.Parameters[name] is { Length: <= LongestThreshold } text ? text
        : Say.Count(verdict.Parameters[name].Split(", ").Length, "value");

    private static string Said(ProfileVerdict verdict)
    {
        var findings = verdict.Findings > 0 ? FormattableString.Invariant($" {verdict.Findings}") : "";
        var blind = verdict.Blind > 0 ? FormattableString.Invariant($", blind {verdict.Blind}") : "";
        return Say.Word(verdict.Outcome) + findings + blind;
    }

    private static string All(int count) => count == 1 ? "the one rule" : $"all {Say.Count(count, "rule")}";

    private void Table(IReadOnlyList<(string Head, ImmutableArray<string> Cells)> rows)
    {
        var head = rows.Max(row => row.Head.Length);
        var widths = rows[0].Cells.Select((_, at) => rows.Max(row => row.Cells[at].Length)).ToList();
        foreach (var (name, cells) in rows)
            writer.WriteLine(
                $"  {name.PadRight(head)}  {string.Join("  ", cells.Zip(widths, (cell, width) => cell.PadRight(width)))}".TrimEnd()
            );
    }
}
