using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Cli;

/// <summary>What a run says on the terminal when it has judged: verdict, severities, the worst, what is missing, the files.</summary>
internal sealed class Summary(AuditResult result, Paint paint, TextWriter writer, int width)
{
    /// <summary>A longer one, such as a path of --output, goes beyond the column.</summary>
    private const int LongestName = 24;

    private const int MaxNamed = 10;
    private const int MaxCells = 40;
    private const int CellsPerFinding = 2;

    public void Print()
    {
        new StepText(result, paint, writer).Print();
        PrintVerdict();
        Severities();
        Worst();
        new MissingText(result, paint, writer, width).Print();
        new CrosswalkText(result, paint, writer).Print();
    }

    public void Files(string folder, IEnumerable<(string Name, string Note)> files)
    {
        Head($"Written to {Printable.Of(folder)}");
        var all = files.ToList();
        var column = all.Where(file => file.Name.Length <= LongestName)
            .Select(file => file.Name.Length)
            .Append(16)
            .Max();
        foreach (var (name, note) in all)
            writer.WriteLine($"  {name.PadRight(column)}  {paint.Quiet(note)}".TrimEnd());
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

    private void PrintVerdict()
    {
        var waived = result.Findings.Count(finding => finding.Status is FindingStatus.Waived);
        var open = Outcomes.Open(result).Length;
        writer.WriteLine(
            $"{paint.Bold(Verdict.Of(result))}   {Say.Count(open, "open finding")}"
                + (waived > 0 ? $"   {paint.Quiet($"waived {waived.ToString(CultureInfo.InvariantCulture)}")}" : "")
        );
        writer.WriteLine($"  {Verdict.Coverage(result)}");
        new ComparisonText(result, paint, writer, width).Print();
        new ReviewText(result, paint, writer).Print();
        writer.WriteLine();
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

    private void Head(string text)
    {
        writer.WriteLine();
        writer.WriteLine(paint.Bold(text));
    }

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : string.Concat(text.AsSpan(0, Math.Max(1, length - 1)), "…");
}
