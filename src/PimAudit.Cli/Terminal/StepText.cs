using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Cli;

/// <summary>The three steps of a run with their totals.</summary>
internal sealed class StepText(AuditResult result, Paint paint, TextWriter writer)
{
    public void Print()
    {
        var record = result.Snapshot.Collection;
        var parts = record.Parts.CountBy(part => part.Status).OrderBy(pair => pair.Key);
        Step(
            "Collect",
            Say.Count(record.Parts.Length, "part"),
            string.Join(", ", parts.Select(pair => Figures.Of(pair.Value, Say.Word(pair.Key)))),
            Say.Count(record.Requests, "request")
        );
        Step("Resolve", Say.Count(result.Access.Length, "path"), Population(), "");
        var outcomes = result.Rules.CountBy(rule => rule.Outcome).OrderBy(pair => pair.Key);
        Step(
            "Judge",
            Say.Count(Outcomes.On(result), "rule"),
            string.Join(", ", outcomes.Select(pair => Figures.Of(pair.Value, Say.Word(pair.Key)))),
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
}
