using System.Collections.Frozen;
using System.Text.Json;

namespace PimAudit.Model;

/// <summary>A role that Microsoft ships.</summary>
/// <param name="TemplateId">The same GUID in every tenant.</param>
/// <param name="IsPrivileged">Microsoft's own mark, which Graph tells in beta only.</param>
/// <param name="Assignable">False for the three roles that the system assigns itself.</param>
public sealed record BuiltInRole(Guid TemplateId, string DisplayName, bool IsPrivileged, bool Assignable);

/// <summary>The built-in roles known to this version.</summary>
/// <remarks>Source: Microsoft's published role lists, as of the date in <c>built-in-roles.json</c>.</remarks>
public static class BuiltInRoles
{
    private static readonly JsonDocument Document = Read();

    /// <summary>The day on which the list was made.</summary>
    public static DateOnly AsOf { get; } =
        DateOnly.Parse(
            Document.RootElement.GetProperty("asOf").GetString()!,
            System.Globalization.CultureInfo.InvariantCulture
        );

    public static FrozenDictionary<Guid, BuiltInRole> ByTemplateId { get; } =
        Document
            .RootElement.GetProperty("roles")
            .EnumerateArray()
            .Select(Parse)
            .ToFrozenDictionary(role => role.TemplateId);

    private static BuiltInRole Parse(JsonElement row) =>
        new(
            row.GetProperty("templateId").GetGuid(),
            row.GetProperty("displayName").GetString()!,
            row.GetProperty("isPrivileged").GetBoolean(),
            row.GetProperty("assignable").GetBoolean()
        );

    private static JsonDocument Read()
    {
        using var stream =
            typeof(BuiltInRoles).Assembly.GetManifestResourceStream("PimAudit.Model.Roles.built-in-roles.json")
            ?? throw new InvalidOperationException("The list of built-in roles is not in the assembly.");
        return JsonDocument.Parse(stream);
    }
}
