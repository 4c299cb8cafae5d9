using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PimAudit.Engine;
using PimAudit.Query;
using YamlDotNet.Core;

namespace PimAudit.Cli;

/// <summary>A file that holds one rule of one's own, read.</summary>
/// <param name="Rule">Usable, or broken and saying why.</param>
/// <param name="Examples">Empty where the rule is broken.</param>
internal sealed record RuleFile(IOwnRule Rule, ImmutableArray<Example> Examples)
{
    /// <param name="name">The file as results name it.</param>
    /// <param name="text">Its content.</param>
    /// <param name="standIn">Id of the rule where the file does not tell a usable one.</param>
    /// <param name="check">A database without rows.</param>
    public static RuleFile Read(string name, string text, string standIn, SnapshotQuery check)
    {
        var hash = ContentHash.Of(name, text.ReplaceLineEndings("\n"));
        if (BoundedYaml.Problem(text) is { } problem)
            return Broken(name, text, standIn, hash, [problem]);

        var issues = new List<ConfigurationIssue>();
        try
        {
            var reader = new RuleFileReader(YamlMap.Read(text, issues), name, hash);
            var (definition, examples) = reader.Read();
            return issues.Count == 0
                ? new(CustomRule.Of(definition, check), examples)
                : Broken(name, text, standIn, hash, issues);
        }
        catch (YamlException error)
        {
            return Broken(
                name,
                text,
                standIn,
                hash,
                [new(error.Start.Line, "the file", $"is no YAML: {error.Message}")]
            );
        }
        catch (RuleFaultException fault)
        {
            return new(Broken(name, text, standIn, hash, fault), []);
        }
    }

    /// <summary>A file that could not even be read, or must not be.</summary>
    public static RuleFile Unread(string name, string standIn, string why) =>
        new(new BrokenRule(standIn, NameOf(standIn), new(name, 0), why, ContentHash.Of(name, why)), []);

    /// <summary>The same file, whose rule cannot be used for a reason that lies outside it.</summary>
    public RuleFile Refused(string id, string why) =>
        new(new BrokenRule(id, NameOf(id), new(Rule.Origin.File, 1), why, Rule.Info.Definition ?? ""), []);

    private static RuleFile Broken(
        string name,
        string text,
        string standIn,
        string hash,
        IReadOnlyCollection<ConfigurationIssue> issues
    )
    {
        const int Most = 3;
        var ordered = issues.OrderBy(issue => issue.Line).ToList();
        var rest = ordered.Skip(1).Take(Most - 1).Select(issue => $"{issue}.");
        var more = ordered.Count > Most ? [$"There is more of the kind."] : Array.Empty<string>();
        string[] words = [$"{ordered[0] with { Line = 0 }}.", .. rest, .. more];
        var id = IdIn(text) ?? standIn;
        return new(new BrokenRule(id, NameIn(text, id), new(name, ordered[0].Line), string.Join(' ', words), hash), []);
    }

    private static BrokenRule Broken(string name, string text, string standIn, string hash, RuleFaultException fault)
    {
        var id = IdIn(text) ?? standIn;
        var line = LineOf(text, "query");
        return new(
            id,
            NameIn(text, id),
            new(name, line),
            fault.Message[(fault.Message.IndexOf(": ", StringComparison.Ordinal) + 2)..],
            hash
        );
    }

    private static string NameOf(string id) => $"Unusable{id.Replace("-", "", StringComparison.Ordinal)}";

    /// <summary>The id that a file seems to give, so that configuration and waivers that name it still find the rule.</summary>
    private static string? IdIn(string text) =>
        ValueIn(text, "id") is { } id && RuleIds.Problem(id) is null ? id : null;

    /// <summary>The same of the name.</summary>
    private static string NameIn(string text, string id) =>
        ValueIn(text, "name") is { } name && RuleIds.NameProblem(name) is null ? name : NameOf(id);

    private static string? ValueIn(string text, string key)
    {
        var found = Regex.Match(
            text.Length > BoundedYaml.MostLetters ? text[..BoundedYaml.MostLetters] : text,
            $"^{key}: *[\"']?(?<value>[A-Za-z0-9-]{{3,60}})[\"']? *(?:#.*)?\r?$",
            RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );
        return found.Success ? found.Groups["value"].Value : null;
    }

    private static long LineOf(string text, string key) =>
        text.Split('\n').TakeWhile(line => !line.StartsWith(key + ":", StringComparison.Ordinal)).Count() + 1;
}
