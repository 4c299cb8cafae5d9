using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>The rules for people: family by family, one line each, and a line for each threshold on which profiles differ.</summary>
internal sealed class RuleListText(AuditPlan plan, Paint paint, TextWriter writer, int width)
{
    private const int SeverityWidth = 8;
    private const int LongestCell = 24;

    /// <summary>A title of which less is seen says nothing; the name, which is the fault, is there anyway.</summary>
    private const int ShortestTitle = 40;

    private readonly ImmutableArray<AuditPlan> plans = [plan, .. plan.Further];

    public void Print()
    {
        var names = plan.Rules.Max(planned => planned.Name.Length);
        if (plans.Length > 1)
            writer.WriteLine($"{new string(' ', names + 8)}  {Columns(one => one.Profile.Name)}".TrimEnd());

        foreach (var family in plan.Rules.GroupBy(planned => RuleFamilies.TitleOf(planned.Id), StringComparer.Ordinal))
        {
            writer.WriteLine(paint.Bold(family.Key));
            foreach (var planned in family)
                Print(planned, names);
        }
    }

    private void Print(PlannedRule planned, int names)
    {
        if (plans.Length == 1)
        {
            var facts =
                $"{planned.Id}  {SeverityOf(planned), -SeverityWidth}  {planned.Name.PadRight(names)}  {planned.Rule.Info.Practice, -14}";
            writer.WriteLine(
                width - facts.Length < ShortestTitle ? Cut(facts.TrimEnd()) : Cut($"{facts}  {planned.Rule.Info.Title}")
            );
            return;
        }

        writer.WriteLine(
            $"{planned.Id}  {planned.Name.PadRight(names)}  {Columns(one => SeverityOf(Of(one, planned.Id)))}".TrimEnd()
        );
        foreach (var parameter in Differing(planned.Id))
            writer.WriteLine(
                paint.Quiet(
                    $"{new string(' ', 8)}{parameter.PadLeft(names)}  {Columns(one => Threshold(Of(one, planned.Id), parameter))}".TrimEnd()
                )
            );
    }

    /// <summary>Parameters of which two profiles that use the rule hold different values.</summary>
    private IEnumerable<string> Differing(string id)
    {
        var used = plans.Select(one => Of(one, id)).Where(planned => planned.IsOn).ToList();
        return used.SelectMany(planned => planned.Parameters.InWords)
            .Distinct()
            .GroupBy(pair => pair.Key, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => same.Key)
            .Order(StringComparer.Ordinal);
    }

    private static PlannedRule Of(AuditPlan one, string id) =>
        one.Rules.First(planned => string.Equals(planned.Id, id, StringComparison.Ordinal));

    private static string SeverityOf(PlannedRule planned) =>
        planned.IsOn ? Say.Word(planned.Severity ?? planned.Rule.Info.Severity) : "Off";

    private static string Threshold(PlannedRule planned, string parameter) =>
        !planned.IsOn ? "-"
        : planned.Parameters.InWords[parameter] is { Length: <= LongestCell } text ? text
        : Say.Count(planned.Parameters.AsWritten[parameter].Length, "value");

    private string Columns(Func<AuditPlan, string> cell) =>
        string.Join("  ", plans.Select(one => cell(one).PadRight(Math.Max(one.Profile.Name.Length, SeverityWidth))));

    private string Cut(string line) => line.Length <= width ? line.TrimEnd() : line[..(width - 1)] + "…";
}
