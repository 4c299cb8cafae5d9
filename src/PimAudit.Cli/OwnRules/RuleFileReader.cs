using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.Query;

namespace PimAudit.Cli;

/// <summary>Reads the keys of a rule of one's own. What cannot be meant becomes an issue of the map.</summary>
internal sealed class RuleFileReader(YamlMap root, string file, string hash)
{
    private const int MostSteps = 4;
    private const int MostTitle = 150;
    private const int MostWords = 600;

    public (OwnRuleDefinition Definition, ImmutableArray<Example> Examples) Read()
    {
        var id = Id();
        var title = Needed("title", MostTitle);
        var parameters = Parameters(root.Map("parameters"));
        var draft = new OwnRuleDefinition(
            id,
            NameOf(title),
            title,
            Severity(),
            Practice(),
            Optional("why") ?? "A rule of this organisation.",
            Fix(),
            Optional("source"),
            parameters,
            root.Text("query") ?? Missing("query"),
            new(file, root.LineOf("query")),
            hash,
            Page: ""
        );
        var examples = ExampleList.Read(root, parameters);
        Demand(examples);
        root.RefuseOtherKeys();
        return (draft with { Page = RulePage.Of(draft, examples) }, examples);
    }

    private string Id()
    {
        var id = Needed("id", MostTitle);
        if (id.Length > 0 && RuleIds.Problem(id) is { } problem)
            root.Issue("id", $"is '{id}' but {problem}");
        return id;
    }

    private string NameOf(string title)
    {
        var name = root.Text("name") ?? RuleIds.NameOf(title);
        if (title.Length > 0 && RuleIds.NameProblem(name) is { } problem)
            root.Issue("name", $"is '{name}' but {problem}");
        return name;
    }

    private Severity Severity()
    {
        var word = root.Text("severity") ?? Missing("severity");
        if (word.Length > 0 && SeverityWord.Parse(word) is null)
            root.OneOf("severity", ["info", "low", "medium", "high", "critical"]);
        return SeverityWord.Parse(word) ?? Model.Severity.Info;
    }

    private string Practice()
    {
        var practice = root.Text("practice") ?? Missing("practice");
        var ids = PracticeLines.All.Select(line => line.Id).ToList();
        var odd = practice is "" or RuleInfo.BeyondThePractice
            ? null
            : practice
                .Split(',', StringSplitOptions.TrimEntries)
                .FirstOrDefault(id => !ids.Contains(id, StringComparer.Ordinal));
        if (odd is null)
            return practice;

        root.Issue(
            "practice",
            $"names '{odd}' but must be ext, or lines of the document such as DO-4, DONT-5",
            Nearest.Of(odd, ids)
        );
        return RuleInfo.BeyondThePractice;
    }

    private ImmutableArray<string> Fix()
    {
        var steps = root.Texts("fix") ?? [];
        if (steps.Length > MostSteps)
            root.Issue("fix", $"has {steps.Length} steps; at most {MostSteps} are shown");
        if (steps.Any(step => step.Length > MostWords))
            root.Issue("fix", $"has a step of more than {MostWords} letters");
        return steps.IsEmpty ? ["Mend what the finding shows, or ask the author of the rule."] : steps;
    }

    private static ImmutableArray<RuleParameter> Parameters(YamlMap? map) =>
        [.. (map?.Keys ?? []).ToList().Select(name => Parameter(map!, name)).OfType<RuleParameter>()];

    private static RuleParameter? Parameter(YamlMap map, string name)
    {
        if (!RuleIds.IsParameter(name) || IsTaken(name))
            map.Issue(name, "cannot be the name of a parameter: give a word such as maxDays");
        if (map.Map(name) is not { } given)
        {
            map.Issue(name, "must say its kind, default and meaning");
            return null;
        }

        var kind = given.OneOf("kind", ["number", "flag", "ids"]) switch
        {
            "flag" => ParameterKind.Flag,
            "ids" => ParameterKind.Ids,
            _ => ParameterKind.Number,
        };
        var values = given.Texts("default") ?? [];
        var parameter = new RuleParameter(name, kind, string.Join(',', values), given.Text("meaning") ?? name);
        if (ParameterValues.Problem(parameter, values) is { } problem)
            given.Issue("default", problem);
        given.RefuseOtherKeys();
        return parameter;
    }

    private static bool IsTaken(string name) =>
        RuleValues.Given.Contains(name, StringComparer.Ordinal) || name is "enabled" or "severity" or "source";

    /// <summary>A rule that nobody has seen report, and nobody has seen keep silent, proves nothing.</summary>
    private void Demand(ImmutableArray<Example> examples)
    {
        foreach (var kind in new[] { ExampleKind.Reports, ExampleKind.Ignores })
            if (!examples.Any(example => example.Kind == kind))
                root.Issue(
                    ExampleList.Word(kind),
                    "is missing: a rule needs an example that it reports and one that it ignores"
                );
    }

    private string Needed(string key, int most)
    {
        var text = root.Text(key)?.Trim() ?? Missing(key);
        if (text.Length > most)
            root.Issue(key, $"has {text.Length} letters; at most {most} are shown");
        return text;
    }

    private string? Optional(string key)
    {
        var text = root.Text(key)?.Trim();
        if (text?.Length > MostWords)
            root.Issue(key, $"has {text.Length} letters; at most {MostWords} are shown");
        return text;
    }

    private string Missing(string key)
    {
        if (!root.Keys.Contains(key, StringComparer.Ordinal))
            root.Issue(key, "is missing");
        else
            root.Issue(key, "is empty");
        return "";
    }
}
