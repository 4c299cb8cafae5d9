using System.Security.Cryptography;
using System.Text;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>The objects of an example by name; ids follow from the names, so that every run has the same.</summary>
internal sealed class ExampleNames
{
    private static readonly Dictionary<string, Guid> BuiltIn = BuiltInRoles
        .ByTemplateId.Values.DistinctBy(role => role.DisplayName, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(role => role.DisplayName, role => role.TemplateId, StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, ObjectKind> kinds = new(StringComparer.Ordinal);
    private readonly HashSet<string> roles = new(StringComparer.Ordinal);

    public IEnumerable<string> All => kinds.Keys;

    public static Guid Id(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    public void Add(string name, ObjectKind kind) => kinds[name] = kind;

    public void AddRole(string name) => roles.Add(name);

    public bool Has(string name) => kinds.ContainsKey(name);

    public ObjectKind KindOf(string name) => kinds.GetValueOrDefault(name, ObjectKind.User);

    public bool IsGroup(string name) => kinds.GetValueOrDefault(name) is ObjectKind.Group && kinds.ContainsKey(name);

    /// <summary>Null where no role has that name or id.</summary>
    public Guid? Role(string name) =>
        roles.Contains(name) ? Id(name)
        : BuiltIn.TryGetValue(name, out var id) ? id
        : Guid.TryParse(name, out var given) ? given
        : null;

    /// <summary>What is wrong with a name that stands for somebody; null when nothing is.</summary>
    public ConfigurationIssue? Problem(string name, long line, string where) =>
        Has(name) ? null : new(line, where, $"names '{name}', whom this example does not have", Nearest.Of(name, All));

    public static string? NearestRole(string name) => Nearest.Of(name, BuiltIn.Keys);
}
