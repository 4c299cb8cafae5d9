using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.Query;
using PimAudit.Rules;

namespace PimAudit.Cli;

/// <summary>Finds a rule by id or name, among those that ship and those of the configuration.</summary>
internal static class RuleShelf
{
    /// <summary>The configuration is read only for a rule that does not ship, so that a faulty one does not stand in the way.</summary>
    /// <exception cref="Failure">No such rule.</exception>
    public static IRule Find(string written, Arguments arguments, Surroundings surroundings)
    {
        if (Catalogue.All.FirstOrDefault(rule => Is(rule, written)) is { } shipped)
            return shipped;

        var own = OwnRuleSet.Of(SettingsLoader.Load(arguments, surroundings)).Rules.ToImmutableArray();
        return own.FirstOrDefault(rule => Is(rule, written)) ?? throw Unknown(written, own);
    }

    public static string Page(IRule rule) =>
        rule is IOwnRule own
            ? string.Join('\n', own.Page.ReplaceLineEndings("\n").Split('\n').Select(Printable.Of))
            : RulePages.Text(rule.Name);

    public static bool Is(IRule rule, string written) =>
        string.Equals(rule.Info.Id, written, StringComparison.OrdinalIgnoreCase)
        || string.Equals(rule.Name, written, StringComparison.OrdinalIgnoreCase);

    private static Failure Unknown(string written, ImmutableArray<IRule> own)
    {
        var known = Catalogue.All.Concat(own).SelectMany(one => new[] { one.Info.Id, one.Name });
        var near = Nearest.Of(written, known) is { } word ? $" The nearest is '{word}'." : "";
        var yours = own.IsEmpty ? "" : $", the configuration {Say.Count(own.Length, "rule")} of your own";
        return new(
            ExitCode.Usage,
            $"There is no rule '{written}'.",
            $"This version has {Say.Count(Catalogue.All.Length, "rule")}{yours}.{near}",
            "Nothing was looked up.",
            "'pimaudit rules list' names them all."
        );
    }
}
