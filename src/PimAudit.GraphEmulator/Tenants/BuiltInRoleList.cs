using System.Text.Json;

namespace PimAudit.GraphEmulator;

/// <summary>A role that every tenant has.</summary>
internal sealed record BuiltInRoleRow(Guid TemplateId, string DisplayName, bool Assignable, bool Privileged = false);

/// <summary>The built-in roles that an emulated tenant begins with.</summary>
internal static class BuiltInRoleList
{
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<BuiltInRoleRow> Rows { get; } = Read();

    private static IReadOnlyList<BuiltInRoleRow> Read()
    {
        using var stream =
            typeof(BuiltInRoleList).Assembly.GetManifestResourceStream("built-in-roles.json")
            ?? throw new InvalidOperationException("The list of built-in roles is not in the assembly.");
        return JsonSerializer.Deserialize<List<BuiltInRoleRow>>(stream, Camel)!;
    }
}
