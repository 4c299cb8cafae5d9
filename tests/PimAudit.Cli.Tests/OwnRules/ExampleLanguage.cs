using PimAudit.Model;

namespace PimAudit.Cli.Tests.OwnRules;

/// <summary>Reads a tiny tenant as an example of a rule writes it.</summary>
internal static class ExampleLanguage
{
    public static TenantSnapshot Tenant(string yaml) =>
        Read(yaml) is { Issues: [] } read
            ? read.Tenant
            : throw new InvalidOperationException(string.Join("; ", Read(yaml).Issues));

    public static IEnumerable<string> Issues(string yaml) => Read(yaml).Issues;

    /// <summary>What an example calls by name, by the name's id.</summary>
    public static Guid Id(string name) => ExampleNames.Id(name);

    private static (TenantSnapshot Tenant, List<string> Issues) Read(string yaml)
    {
        var issues = new List<ConfigurationIssue>();
        var map = YamlMap.Read(yaml, issues);
        var tenant = new ExampleTenant(map).Read();
        map.RefuseOtherKeys();
        return (tenant, [.. issues.Select(issue => issue.ToString())]);
    }
}
