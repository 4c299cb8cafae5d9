using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Reads the <c>rules:</c> mapping that profiles and configurations share.</summary>
internal static class RuleChanges
{
    public static ImmutableSortedDictionary<string, RuleChange> Read(YamlMap? rules)
    {
        var changes = ImmutableSortedDictionary.CreateBuilder<string, RuleChange>(StringComparer.Ordinal);
        foreach (var id in rules?.Keys ?? [])
            if (rules!.Map(id) is { } rule)
                changes[id] = Change(rule);
        return changes.ToImmutable();
    }

    /// <summary>Parameters are checked later, by the rule that declares them.</summary>
    private static RuleChange Change(YamlMap rule)
    {
        string[] common = ["enabled", "severity", "source", "differs"];
        var parameters = rule
            .Keys.Where(key => !common.Contains(key, StringComparer.Ordinal))
            .ToImmutableSortedDictionary(key => key, key => rule.Texts(key) ?? [], StringComparer.Ordinal);
        return new(rule.Flag("enabled"), SeverityOf(rule), parameters, rule.Text("source"))
        {
            Differs = rule.Text("differs"),
        };
    }

    private static Severity? SeverityOf(YamlMap rule)
    {
        if (rule.Text("severity") is not { } text)
            return null;
        if (SeverityWord.Parse(text) is { } severity)
            return severity;

        rule.Issue("severity", $"is '{text}' but must be info, low, medium, high or critical");
        return null;
    }
}
