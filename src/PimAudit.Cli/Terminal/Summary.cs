using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Cli;

/// <summary>What a run says on the terminal when it has judged: verdict, severities, the worst, what is missing, the files.</summary>
internal sealed class Summary(AuditResult result, Paint paint, TextWriter writer, int width)
{
    private const int MaxNamed = 10;
    private const int MaxParts = 4;
    private const int MaxCells = 40;
    private const int CellsPerFinding = 2;

    public void Print()
    {
        Steps();
        PrintVerdict();
        Severities();
        Worst();
        Missing();
        new CrosswalkText(result, paint, writer).Print();
    }

    public void Files(string folder, IEnumerable<(string Name, string Note)> files)
    {
        Head($"Written to {Printable.Of(folder)}");
        foreach (var (name, note) in files)
            writer.WriteLine($"  {name, -18} {paint.Quiet(note)}".TrimEnd());
        writer.WriteLine();
    }

    public void Exit(Outcome outcome, Outcome? real)
    {
        writer.WriteLine($"{paint.Bold($"Exit {(int)outcome.Code}")}: {outcome.Reason}.");
        if (real is not null && real.Code != outcome.Code)
            writer.WriteLine($"A real scan would have ended with {(int)real.Code}: {real.Reason}.");
        if (Named().FirstOrDefault() is { } first)
            writer.WriteLine(
                $"{paint.Bold($"pimaudit explain {first.RuleId}")} tells why it matters and how to mend it."
            );
    }

    private void Steps()
    {
        var record = result.Snapshot.Collection;
        var parts = record.Parts.CountBy(part => part.Status).OrderBy(pair => pair.Key);
        Step(
            "Collect",
            Say.Count(record.Parts.Length, "part"),
            string.Join(", ", parts.Select(pair => Figure(pair.Value, Say.Word(pair.Key)))),
            Say.Count(record.Requests, "request")
        );
        Step("Resolve", Say.Count(result.Access.Length, "path"), Population(), "");
        var outcomes = result.Rules.CountBy(rule => rule.Outcome).OrderBy(pair => pair.Key);
        Step(
            "Judge",
            Say.Count(Outcomes.On(result), "rule"),
            string.Join(", ", outcomes.Select(pair => Figure(pair.Value, Say.Word(pair.Key)))),
            ""
        );
        writer.WriteLine();
    }

    private void Step(string name, string whole, string detail, string aside) =>
        writer.WriteLine(
            $"  {paint.Mark(Glyph.Pass)} {name, -9}{whole, -11} {detail}   {paint.Quiet(aside)}".TrimEnd()
        );

    private string Population()
    {
        var people = Distinct(row => row.Principal, ObjectKind.User);
        var workloads = Distinct(row => row.Principal, ObjectKind.ServicePrincipal);
        var roles = result.Access.DistinctBy(row => row.Role.Id, StringComparer.Ordinal).Count();
        return string.Join(
            ", ",
            Say.Count(people, "person", "people"),
            Say.Count(workloads, "application"),
            Say.Count(result.Groups.Length, "group"),
            Say.Count(roles, "role")
        );
    }

    private int Distinct(Func<AccessRow, ObjectRef> of, ObjectKind kind) =>
        result
            .Access.Select(of)
            .Where(one => one.Kind == kind)
            .DistinctBy(one => one.Id, StringComparer.Ordinal)
            .Count();

    private void PrintVerdict()
    {
        var waived = result.Findings.Count(finding => finding.Status is FindingStatus.Waived);
        var open = Outcomes.Open(result).Length;
        writer.WriteLine(
            $"{paint.Bold(Verdict.Of(result))}   {Say.Count(open, "open finding")}"
                + (waived > 0 ? $"   {paint.Quiet($"waived {waived.ToString(CultureInfo.InvariantCulture)}")}" : "")
        );
        writer.WriteLine($"  {Verdict.Coverage(result)}");
        Compared();
        Changed();
        new ReviewText(result, paint, writer).Print();
        writer.WriteLine();
    }

    /// <summary>One line for what is different since the newest earlier run.</summary>
    private void Changed()
    {
        if (result.Earlier is not [.., var newest])
            return;

        writer.WriteLine($"  Since the run of {Say.Day(newest.TakenAt)}:");
        if (result.Baseline is null)
        {
            var counts = Outcomes.Compared(result);
            string[] words =
            [
                paint.Bold(Figure(counts.New, "new")),
                Figure(counts.NotConfirmed, "not confirmed"),
                Figure(counts.Resolved, "resolved"),
            ];
            writer.WriteLine($"  {string.Join(", ", words)}.");
        }

        var changes = result.Changes.IsEmpty
            ? "no change of access, settings, groups or waivers was seen"
            : ChangeWords.Counts(result.Changes);
        foreach (var line in Prose.Lines(changes + ".", width - 2))
            writer.WriteLine($"  {line}");
    }

    /// <summary>The open ones fall into new and accepted; of the accepted ones some could not be looked at.</summary>
    private void Compared()
    {
        if (result.Baseline is not { } baseline)
            return;

        var counts = Outcomes.Compared(result);
        string[] words =
        [
            paint.Bold(Figure(counts.New, "new")),
            Figure(counts.Accepted, "open as accepted"),
            Figure(counts.NotConfirmed, "not confirmed"),
            Figure(counts.Resolved, "resolved"),
        ];
        writer.WriteLine($"  Against the baseline of {Say.Day(baseline.TakenAt)}:");
        writer.WriteLine($"  {string.Join(", ", words)}.");
    }

    private void Severities()
    {
        var counts = Outcomes.Severities.Select(severity => (severity, Outcomes.Count(result, severity))).ToList();
        var most = counts.Max(pair => pair.Item2);
        var isScaled = most * CellsPerFinding > MaxCells;
        foreach (var (severity, count) in counts)
        {
            var cells =
                count == 0 ? 0
                : isScaled ? Math.Max(1, count * MaxCells / most)
                : count * CellsPerFinding;
            var name = Say.Word(severity).PadRight(9);
            writer.WriteLine(
                $"  {paint.Mark(severity)} {(count > 0 ? paint.Bold(name) : name)}{count, 4}   {paint.Bar(severity, cells)}".TrimEnd()
            );
        }

        if (isScaled)
            writer.WriteLine(paint.Quiet($"  bars scaled: the longest stands for {Say.Count(most, "finding")}"));
    }

    private ImmutableArray<Finding> Named() =>
        [
            .. Outcomes
                .Ranked(Outcomes.Open(result))
                .Where(finding => finding.Severity >= Severity.High)
                .OrderBy(finding => finding.Status is FindingStatus.New ? 0 : 1),
        ];

    private void Worst()
    {
        var named = Named();
        if (named.IsEmpty)
            return;

        Head("Critical and high");
        foreach (var finding in named.Take(MaxNamed))
            writer.WriteLine(
                $"  {paint.Mark(finding.Severity)} {finding.RuleId}  {Cut(Printable.Of(Named(finding)), width - 13)}"
            );
        if (named.Length > MaxNamed)
            writer.WriteLine(paint.Quiet($"  and {Say.Number(named.Length - MaxNamed)} more, in the reports"));
    }

    /// <summary>Beside a baseline the title says how the finding stands.</summary>
    private static string Named(Finding finding) =>
        finding.NotConfirmed is not null ? $"(not confirmed) {finding.Title}"
        : finding.Status is FindingStatus.New ? $"(new) {finding.Title}"
        : finding.Title;

    private void Missing()
    {
        var missing = result
            .Coverage.Where(row => row.Status is not (PartStatus.Complete or PartStatus.NotAsked))
            .ToList();
        var unexplained = Unexplained(missing);
        if (missing.Count + unexplained.Count == 0)
            return;

        Head("Not evaluated, or not for everybody");
        foreach (var alike in missing.GroupBy(row => (Why: Why(row), row.Cure)))
        {
            var parts = alike.Select(row => PartNames.Of(row.Part)).ToList();
            var rules = alike
                .SelectMany(row => row.BlindRules)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal);
            writer.WriteLine($"  {paint.Mark(Glyph.Unknown)} {Some(parts, MaxParts)}: {alike.Key.Why}");
            writer.WriteLine(paint.Quiet($"    {Blind([.. rules])}"));
            if (alike.Key.Cure is { } cure)
                writer.WriteLine($"    {cure}");
        }

        foreach (var rule in unexplained)
            NotEvaluated(rule);
    }

    /// <summary>Rules that no missing part explains, such as one of one's own that cannot be used.</summary>
    private List<RuleResult> Unexplained(List<CoverageRow> missing)
    {
        var explained = missing.SelectMany(row => row.BlindRules).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. result.Rules.Where(rule => rule.Outcome is RuleOutcome.NotEvaluated && !explained.Contains(rule.Id)),
        ];
    }

    private void NotEvaluated(RuleResult rule)
    {
        writer.WriteLine($"  {paint.Mark(Glyph.Unknown)} {rule.Id} {rule.Name}: {Words.Reason(rule.Reason)}");
        foreach (var line in Prose.Lines(Printable.Of(rule.Detail ?? ""), width - 5))
            writer.WriteLine(paint.Quiet($"    {line}"));
    }

    private static string Why(CoverageRow row) =>
        row.Status is PartStatus.Partial
            ? $"missing for {Say.Count(row.Gaps.Length, "object")}"
            : Words.Reason(row.Reason);

    private static string Blind(ImmutableArray<string> rules) =>
        rules.IsEmpty ? "no rule depends on it" : $"{Say.Count(rules.Length, "rule")} blind: {Some(rules, MaxNamed)}";

    private static string Some(IReadOnlyCollection<string> words, int most) =>
        words.Count <= most
            ? string.Join(", ", words)
            : $"{string.Join(", ", words.Take(most))} and {Say.Number(words.Count - most)} more";

    private void Head(string text)
    {
        writer.WriteLine();
        writer.WriteLine(paint.Bold(text));
    }

    private static string Figure(int count, string word) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {word.ToLowerInvariant()}");

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : string.Concat(text.AsSpan(0, Math.Max(1, length - 1)), "…");
}
