using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Prints how the examples of rules came out.</summary>
internal sealed class ExampleTable(Surroundings surroundings, Paint paint)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>A cell of a table counts letters, so a mark in it has no colour.</summary>
    private readonly Paint plain = Paint.For(surroundings, isTerminal: false, noColor: true);

    public void Print(ImmutableArray<ExampleResult> results)
    {
        var rows = results
            .Select(one =>
                ImmutableArray.Create(
                    $"{plain.Mark(one.IsAsExpected ? Glyph.Pass : Glyph.Fail)} {one.RuleId}",
                    Printable.Of(one.Example),
                    Printable.Of(one.Expected),
                    Printable.Of(one.Got)
                )
            )
            .ToImmutableArray();
        if (!rows.IsEmpty)
            new SectionTable(paint, surroundings.Out, surroundings.Width).Print(
                ["Rule", "Example", "Expected", "Got"],
                rows,
                withHeads: true
            );
        Wrong(results);
        Total(results);
    }

    public static string Json(ImmutableArray<ExampleResult> results) =>
        new JsonObject
        {
            ["isAsExpected"] = results.All(one => one.IsAsExpected),
            ["examples"] = new JsonArray([
                .. results.Select(one => new JsonObject
                {
                    ["rule"] = one.RuleId,
                    ["name"] = one.RuleName,
                    ["example"] = one.Example,
                    ["expected"] = one.Expected,
                    ["got"] = one.Got,
                    ["isAsExpected"] = one.IsAsExpected,
                }),
            ]),
        }.ToJsonString(Indented);

    /// <summary>A table cuts; what went wrong is said in full.</summary>
    private void Wrong(ImmutableArray<ExampleResult> results)
    {
        foreach (var one in results.Where(one => !one.IsAsExpected))
        {
            surroundings.Out.WriteLine();
            surroundings.Out.WriteLine(
                $"{paint.Mark(Glyph.Fail)} {one.RuleId} {one.RuleName}: {Printable.Of(one.Example)}"
            );
            foreach (
                var line in Prose.Lines(Printable.Of($"Expected {one.Expected}; got {one.Got}"), surroundings.Width - 3)
            )
                surroundings.Out.WriteLine($"  {line}");
        }
    }

    private void Total(ImmutableArray<ExampleResult> results)
    {
        var wrong = results.Count(one => !one.IsAsExpected);
        var rules = results.DistinctBy(one => one.RuleId, StringComparer.Ordinal).Count();
        surroundings.Out.WriteLine();
        surroundings.Out.WriteLine(
            $"{Say.Count(rules, "rule")}, {Say.Count(results.Length, "example")}: "
                + (wrong == 0 ? "all as expected." : $"{Say.Number(wrong)} not as expected.")
        );
    }
}
