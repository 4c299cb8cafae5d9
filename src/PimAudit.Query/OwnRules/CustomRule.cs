using System.Globalization;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Query;

/// <summary>A rule of one's own: each row of its query is a finding.</summary>
/// <remarks>
/// SQL cannot say whom it looked at and found in order, so a rule that finds nothing says so of the tenant as a whole, and
/// nothing where the views that it reads are empty.
/// </remarks>
public sealed class CustomRule : IOwnRule
{
    /// <summary>Findings of one rule; a rule with more is not evaluated, because a cut list would hide some.</summary>
    public const int MostFindings = 10_000;

    private readonly OwnRuleDefinition definition;

    private CustomRule(OwnRuleDefinition definition, SnapshotParts parts)
    {
        this.definition = definition;
        Info = new(
            definition.Id,
            definition.Title,
            definition.Severity,
            definition.Practice,
            definition.Why,
            SnapshotParts.None
        )
        {
            Source = SourceOf(definition),
            Parameters = definition.Parameters,
            LeansOn = parts,
            JudgesWithoutPim = RuleParts.AreKnownWithoutPim(parts),
            Definition = definition.Hash,
        };
    }

    public RuleInfo Info { get; }

    public string Name => definition.Name;

    public string Page => definition.Page;

    public RuleOrigin Origin => definition.Origin;

    /// <summary>10 s, and a row more than a rule may find.</summary>
    internal static QueryLimits Limits { get; } =
        new(TimeSpan.FromSeconds(10), MostFindings)
        {
            MoreTime = "split the rule: a rule of your own has 10 s",
            FewerRows = "Give fewer columns, or texts that are shorter.",
        };

    /// <param name="check">A database without rows, to understand the query before any run.</param>
    /// <exception cref="RuleFaultException">The query cannot be used.</exception>
    public static CustomRule Of(OwnRuleDefinition definition, SnapshotQuery check)
    {
        try
        {
            var values = RuleValues.Of(definition.Parameters);
            var shape = check.Describe(definition.Query, values);
            return AnswerColumns.Problem(shape.Columns) is { } problem
                ? throw Fault(definition.Origin, problem)
                : new(definition, shape.Parts);
        }
        catch (QueryRefusedException refused)
        {
            throw Fault(definition.Origin, Words(refused));
        }
    }

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var desk = context.Shared(map => new OwnRuleDesk(map));
        try
        {
            var answer = desk.Query.Ask(definition.Query, RuleValues.Of(context, definition.Parameters), Limits);
            if (answer.IsCut)
                throw Fault(
                    Origin,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The query finds more than {MostFindings} rows. Narrow it, or split the rule."
                    )
                );
            return
            [
                .. new AnswerJudge(this, definition, context, answer).Judge(new AnswerReader(answer, desk.Ids).Read()),
            ];
        }
        catch (QueryRefusedException refused)
        {
            throw Fault(Origin, Words(refused));
        }
        catch (FormatException odd)
        {
            throw Fault(Origin, odd.Message);
        }
    }

    private static string SourceOf(OwnRuleDefinition definition) =>
        definition.Source
        ?? (
            string.Equals(definition.Practice, RuleInfo.BeyondThePractice, StringComparison.Ordinal)
                ? $"own rule {definition.Origin.File}"
                : PracticeLines.Cite(definition.Practice)
        );

    private static string Words(QueryRefusedException refused) =>
        $"{refused.Message} {refused.Seen.TrimEnd('.')}. {refused.Remedy.ReplaceLineEndings(" ")}";

    private static RuleFaultException Fault(RuleOrigin origin, string what) =>
        new(MissingReason.Configuration, $"{origin}: {what}");
}
