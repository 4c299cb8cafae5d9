using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using PimAudit.Model;
using PimAudit.Query;

namespace PimAudit.Cli;

/// <summary>Describes the views of <c>query</c>.</summary>
internal static class SchemaPrinter
{
    private const string Rule =
        "Ids are lower-case text, moments UTC text such as 2026-10-01T06:00:00Z, booleans 1 and 0. NULL means what its column says. "
        + "'now' is the moment of the snapshot, and datetime() writes moments as the views do.";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static ExitCode Print(ParseResult parsed, Surroundings surroundings)
    {
        var format = SpotVerb.Format(
            parsed.GetValue<bool>("--json"),
            parsed.GetValue<bool>("--markdown"),
            parsed.GetValue<bool>("--csv")
        );
        surroundings.Out.WriteLine(
            format switch
            {
                "--json" => Json(),
                "--markdown" => string.Join('\n', Markdown()),
                "" => string.Join('\n', Text(Math.Min(surroundings.Width, 120))),
                _ => throw new Failure(
                    ExitCode.Usage,
                    "The description of the views is no table.",
                    format,
                    "Nothing was printed.",
                    "Give --json, --markdown or neither."
                ),
            }
        );
        return ExitCode.Clean;
    }

    private static IEnumerable<string> Text(int width)
    {
        foreach (var line in FailurePrinter.Wrap(Rule, width))
            yield return line;
        foreach (var view in ViewCatalogue.All)
        {
            yield return "";
            foreach (var line in Wrap(view.Name, $"{view.Meaning} From: {Source(view.Parts)}.", width))
                yield return line;
            foreach (var column in view.Columns)
            foreach (var line in Wrap($"  {column.Name} ({TypeOf(column)})", Said(column), width))
                yield return line;
        }

        yield return "";
        yield return "Examples";
        foreach (var example in QueryExample.All)
        {
            yield return "";
            yield return $"  -- {example.Question}";
            foreach (var line in example.Sql.Split('\n'))
                yield return $"  {line.TrimEnd('\r')}";
        }
    }

    private static IEnumerable<string> Wrap(string head, string text, int width) =>
        FailurePrinter.Wrap(text, Math.Max(20, width - 6)).Select(line => $"      {line}").Prepend(head);

    private static IEnumerable<string> Markdown()
    {
        yield return Rule;
        foreach (var view in ViewCatalogue.All)
        {
            yield return $"\n## `{view.Name}`\n\n{view.Meaning} From: {Source(view.Parts)}.\n";
            yield return "| Column | Type | Meaning | NULL means | Source |\n|---|---|---|---|---|";
            foreach (var column in view.Columns)
                yield return $"| `{column.Name}` | {TypeOf(column)} | {Sinks.Markdown(column.Meaning)} | {Sinks.Markdown(column.Null ?? "never NULL")} | {Source(Of(view, column))} |";
        }

        yield return "\n## Examples";
        foreach (var example in QueryExample.All)
            yield return $"\n{example.Question}\n\n```sql\n{example.Sql.ReplaceLineEndings("\n")}\n```";
    }

    private static string Json() =>
        new JsonObject
        {
            ["views"] = new JsonArray([
                .. ViewCatalogue.All.Select(view => new JsonObject
                {
                    ["name"] = view.Name,
                    ["meaning"] = view.Meaning,
                    ["parts"] = Parts(view.Parts),
                    ["columns"] = new JsonArray([
                        .. view.Columns.Select(column => new JsonObject
                        {
                            ["name"] = column.Name,
                            ["type"] = TypeOf(column),
                            ["meaning"] = column.Meaning,
                            ["null"] = column.Null,
                            ["parts"] = Parts(Of(view, column)),
                        }),
                    ]),
                }),
            ]),
            ["examples"] = new JsonArray([
                .. QueryExample.All.Select(example => new JsonObject
                {
                    ["question"] = example.Question,
                    ["sql"] = example.Sql,
                }),
            ]),
        }.ToJsonString(Indented);

    private static string Said(ViewColumn column) =>
        $"{column.Meaning}{(column.Null is null ? "" : $" NULL: {column.Null}.")}{(column.Parts is SnapshotParts.None ? "" : $" Also from: {Source(column.Parts)}.")}";

    private static SnapshotParts Of(View view, ViewColumn column) =>
        column.Parts is SnapshotParts.None ? view.Parts : column.Parts;

    private static string TypeOf(ViewColumn column) => Say.Word(column.Type).ToLowerInvariant();

    private static string Source(SnapshotParts parts) => string.Join(", ", Each(parts).Select(PartNames.InSentence));

    private static JsonArray Parts(SnapshotParts parts) =>
        new([.. Each(parts).Select(part => (JsonNode)part.ToString())]);

    private static IEnumerable<SnapshotParts> Each(SnapshotParts parts) =>
        Enum.GetValues<SnapshotParts>().Where(part => part is not SnapshotParts.None && (parts & part) == part);
}
