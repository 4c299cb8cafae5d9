using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Cli;

/// <summary>A finding in full, for people. Commands stand on one line each, so that they can be copied.</summary>
/// <param name="width">Letters of a line of prose.</param>
internal sealed class FindingText(TextWriter writer, int width)
{
    private const int LabelWidth = 12;

    public void Print(Finding finding)
    {
        writer.WriteLine($"{Say.Word(finding.Severity)}  {finding.RuleId} {finding.RuleName}  {finding.ShortId}");
        writer.WriteLine();
        Text(finding.Title, "", "");
        writer.WriteLine();
        Facts(finding);
        writer.WriteLine();
        Text(finding.Why, "", "");
        writer.WriteLine();
        foreach (var (at, step) in finding.Fix.Steps.Index())
            Text(step, $"  {at + 1}. ", "     ");
        if (finding.Fix.Command is { } command)
            Command(command);
        writer.WriteLine();
        Line("Source", finding.Source);
        if (Outcomes.IsOpen(finding))
            Waiver(finding);
    }

    private void Facts(Finding finding)
    {
        Line("Subject", $"{finding.Subject.Label} ({Words.Kind(finding.Subject.Kind)} {finding.Subject.Id})");
        Line("Status", Outcomes.Status(finding));
        if (finding.NotConfirmed is { } why)
            Line("Because", why);
        Line("Observed", finding.Observed);
        Line("Expected", finding.Expected);
        foreach (var hop in finding.Path)
            Line("Path", $"{hop.From.Label} -> {hop.To.Label}, {Words.State(hop.State)}");
        foreach (var evidence in finding.Evidence)
            Line("Evidence", $"{PartNames.Of(evidence.Part)}, row {evidence.Id}");
    }

    private void Waiver(Finding finding)
    {
        writer.WriteLine();
        writer.WriteLine("Accepted by somebody, for a time? This waives it and nothing else:");
        writer.WriteLine($"  {Printable.Of(WaiverCommand.Of(finding) ?? WaiverCommand.ByHand)}");
    }

    private void Command(string command)
    {
        writer.WriteLine();
        foreach (var line in command.Split('\n'))
            writer.WriteLine($"  {Printable.Of(line)}");
    }

    private void Line(string label, string text) =>
        Text(text, $"  {label}".PadRight(LabelWidth), new string(' ', LabelWidth));

    /// <param name="first">Before the first line.</param>
    /// <param name="further">Before every further one.</param>
    private void Text(string text, string first, string further)
    {
        foreach (var (at, line) in Prose.Lines(Printable.Of(text), width - first.Length).Index())
            writer.WriteLine((at == 0 ? first : further) + line);
    }
}
