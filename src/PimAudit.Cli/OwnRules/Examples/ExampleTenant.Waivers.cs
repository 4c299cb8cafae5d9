using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Rules;

namespace PimAudit.Cli;

/// <summary>Waivers, as a configuration has them.</summary>
internal sealed partial class ExampleTenant
{
    /// <summary>Their rule as an id.</summary>
    public ImmutableArray<Waiver> ConfiguredWaivers { get; private set; } = [];

    /// <summary>An example calls a waiver as a finding does: <c>PIM101 for Ada, Exchange Administrator</c>.</summary>
    private void Waivers()
    {
        foreach (var given in map.Maps("waivers"))
        {
            var (rule, targets) = (RuleOf(given), given.Texts("targets") ?? []);
            if (targets.IsEmpty)
                given.Issue("targets", "must name at least one object of this example");
            var waiver = new Waiver(
                rule,
                [.. targets.Select(target => TargetOf(given, target))],
                given.Text("reason") ?? "An exception of this example",
                given.Text("approvedBy") ?? "First Approver",
                LastDay(given)
            );
            called[$"{rule} for {string.Join(", ", targets)}"] = waiver.Key;
            ConfiguredWaivers = ConfiguredWaivers.Add(waiver);
            given.RefuseOtherKeys();
        }
    }

    private static string RuleOf(YamlMap given)
    {
        var written = given.Text("rule") ?? "";
        if (Catalogue.All.FirstOrDefault(one => IsCalled(one, written)) is { } rule)
            return rule.Info.Id;
        given.Issue(
            "rule",
            $"is '{written}', which is no rule that ships",
            Nearest.Of(written, Catalogue.All.SelectMany(one => new[] { one.Info.Id, one.Name }))
        );
        return written;
    }

    private static bool IsCalled(IRule rule, string written) =>
        string.Equals(rule.Info.Id, written, StringComparison.Ordinal)
        || string.Equals(rule.Name, written, StringComparison.Ordinal);

    private static DateOnly LastDay(YamlMap given)
    {
        if (given.Text("expires") is null)
            given.Issue("expires", "is missing: a waiver must end");
        return given.Day("expires") ?? DateOnly.MaxValue;
    }

    /// <summary>An object of the example by name, or an id that it does not have.</summary>
    private string TargetOf(YamlMap given, string name)
    {
        var id = SubjectId(name);
        if (!Guid.TryParse(id, out _) && !id.StartsWith('/'))
            given.Issue(
                "targets",
                $"names '{name}', which this example does not have",
                Nearest.Of(name, names.All.Concat(called.Keys))
            );
        return id;
    }
}
