using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PimAudit.Engine;

namespace PimAudit.Docs;

/// <summary>
/// The rules in the changelog. The newest version gets a line for each rule that no version names yet, and for each whose
/// severity is not what its newest line says; lines of older versions, and words that somebody wrote, stay as they are.
/// </summary>
public static partial class RuleChanges
{
    public const string Path = "CHANGELOG.md";

    private const string Version = "## ";
    private const string Heading = "### Rules";

    /// <returns>Null where the newest version has no place for rules.</returns>
    public static string? In(string changelog, IEnumerable<IRule> rules)
    {
        var lines = changelog.Split('\n');
        var newest = Array.FindIndex(lines, IsVersion);
        var end = newest < 0 ? -1 : Array.FindIndex(lines, newest + 1, IsVersion);
        end = end < 0 ? lines.Length : end;
        var heading = newest < 0 ? -1 : Array.IndexOf(lines, Heading, newest, end - newest);
        if (heading < 0)
            return null;

        var begin = Array.FindIndex(lines, heading, end - heading, IsRule);
        begin = begin < 0 ? Math.Min(heading + 2, end) : begin;
        var after = begin;
        while (after < end && IsRule(lines[after]))
            after++;
        var changes = Lines(lines[begin..after], lines[end..], rules);
        string[] gap = changes.Length > 0 && after < lines.Length && lines[after].Length > 0 ? [""] : [];
        return string.Join('\n', [.. lines[..begin], .. changes, .. gap, .. lines[after..]]);
    }

    private static ImmutableArray<string> Lines(string[] own, string[] older, IEnumerable<IRule> rules)
    {
        var now = own.ToDictionary(IdOf, StringComparer.Ordinal);
        var before = older
            .Where(IsRule)
            .DistinctBy(IdOf, StringComparer.Ordinal)
            .ToDictionary(IdOf, StringComparer.Ordinal);
        foreach (var rule in rules)
            if (Line(rule, now.GetValueOrDefault(rule.Info.Id), before.GetValueOrDefault(rule.Info.Id)) is { } line)
                now[rule.Info.Id] = line;
        return [.. now.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => item.Value)];
    }

    /// <returns>Null where nothing is to be said of the rule.</returns>
    private static string? Line(IRule rule, string? now, string? before)
    {
        var severity = rule.Info.Severity.ToString();
        var start = $"- {rule.Info.Id} {rule.Name}: ";
        if (now is not null)
            return now.StartsWith(start, StringComparison.Ordinal) && Severity(now) == severity
                ? now
                : $"{start}{Words(now)}, {severity}";
        if (before is null)
            return $"{start}new, {severity}";
        return Severity(before) == severity ? null : $"{start}was {Severity(before)}, {severity}";
    }

    private static bool IsVersion(string line) => line.StartsWith(Version, StringComparison.Ordinal);

    private static bool IsRule(string line) => RuleLine().IsMatch(line);

    private static string IdOf(string line) => RuleLine().Match(line).Groups["id"].Value;

    private static string Words(string line) => RuleLine().Match(line).Groups["words"].Value;

    private static string Severity(string line) => RuleLine().Match(line).Groups["severity"].Value;

    [GeneratedRegex(
        @"^- (?<id>PIM\d{3}) \w+: (?<words>\S.*), (?<severity>\w+)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex RuleLine();
}
