using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Query;

namespace PimAudit.Cli;

/// <summary>A rule with its examples, or the reason why they cannot be run.</summary>
/// <param name="Fault">Null where they can.</param>
internal sealed record RuleTrial(IRule Rule, ImmutableArray<Example> Examples, string? Fault)
{
    private const string None = "no example";

    public static RuleTrial Of(IRule shipped)
    {
        try
        {
            return new(shipped, PageExamples.Of(shipped), Fault: null);
        }
        catch (FormatException odd)
        {
            return new(shipped, [], odd.Message);
        }
    }

    public static RuleTrial Of(RuleFile file) =>
        new(file.Rule, file.Examples, file.Rule is BrokenRule broken ? $"{broken.Origin}: {broken.Fault}" : null);

    public IEnumerable<ExampleResult> Run(Profile profile) =>
        Fault is not null ? [Said("", "a rule that can be used", Fault, isAsExpected: false)]
        : Examples.IsEmpty ? [Said(None, "reports and ignores", None, isAsExpected: false)]
        : Lacking().Concat(Examples.Select(example => ExampleRunner.Run(Rule, example, profile)));

    /// <summary>Seen to report and seen to keep silent: else a rule that always does one of them would do.</summary>
    private IEnumerable<ExampleResult> Lacking() =>
        new[] { ExampleKind.Reports, ExampleKind.Ignores }
            .Where(kind => Examples.All(example => example.Kind != kind))
            .Select(kind => Said(None, ExampleList.Word(kind), None, isAsExpected: false));

    private ExampleResult Said(string example, string expected, string got, bool isAsExpected) =>
        new(Rule.Info.Id, Rule.Name, example, expected, got, isAsExpected);
}
