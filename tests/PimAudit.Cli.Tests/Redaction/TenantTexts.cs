using System.IO.Compression;
using System.Text.Json;
using PimAudit.Archive;
using PimAudit.Model;
using PimAudit.Reports.Wording;
using UglyToad.PdfPig;

namespace PimAudit.Cli.Tests.Redaction;

/// <summary>What only the tenant can have written, from its snapshot, and where that is looked for.</summary>
internal static class TenantTexts
{
    /// <summary>Names, sign-in names, domains and ids; not the ids and names of Microsoft's roles.</summary>
    public static async Task<HashSet<string>> OfAsync(string snapshotPath, string resultPath)
    {
        var snapshot = (await SnapshotFile.ReadAsync(snapshotPath, CancellationToken.None)).Snapshot;
        using var result = JsonDocument.Parse(await File.ReadAllBytesAsync(resultPath));
        var texts = new HashSet<string?>(StringComparer.Ordinal)
        {
            snapshot.Tenant.Id.ToString("D"),
            snapshot.Tenant.DisplayName,
            snapshot.Tenant.DefaultDomain,
        };
        foreach (var user in snapshot.Users)
            texts.UnionWith([user.Id.ToString("D"), user.DisplayName, user.UserPrincipalName]);
        foreach (var group in snapshot.Groups)
            texts.UnionWith([group.Id.ToString("D"), group.DisplayName]);
        foreach (var workload in snapshot.ServicePrincipals)
            texts.UnionWith([workload.Id.ToString("D"), workload.DisplayName]);
        foreach (var one in Objects(result.RootElement))
            texts.UnionWith([one.Id, one.DisplayName]);
        foreach (var waiver in result.RootElement.GetProperty("waivers").EnumerateArray())
            texts.UnionWith([waiver.GetProperty("reason").GetString(), waiver.GetProperty("approvedBy").GetString()]);
        texts.RemoveWhere(text => string.IsNullOrEmpty(text) || IsMicrosofts(text));
        return texts!;
    }

    /// <summary>Every string value of a JSON text.</summary>
    public static IEnumerable<string> Strings(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => [element.GetString()!],
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
            JsonValueKind.Object => element.EnumerateObject().SelectMany(one => Strings(one.Value).Append(one.Name)),
            _ => [],
        };

    /// <summary>All text of a report, as its reader finds it.</summary>
    public static string TextOf(string path) =>
        Path.GetExtension(path) switch
        {
            ".json" or ".sarif" => string.Join('\n', Strings(JsonElement.Parse(File.ReadAllBytes(path)))),
            ".ndjson" => string.Join('\n', File.ReadLines(path).SelectMany(line => Strings(JsonElement.Parse(line)))),
            ".xlsx" => Unzipped(path),
            ".pdf" => Printed(path),
            _ => File.ReadAllText(path),
        };

    private static IEnumerable<(string? Id, string? DisplayName)> Objects(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(one => Objects(one.Value))
                .Concat(
                    element.TryGetProperty("displayName", out var name)
                    && element.TryGetProperty("kind", out var kind)
                    && kind.GetString() is not ("role" or "scope" or "part" or "access")
                        ? [(element.GetProperty("id").GetString(), name.GetString())]
                        : []
                ),
            _ => [],
        };

    /// <summary>Names of roles, and those of the document's example, which reports print for every tenant.</summary>
    private static bool IsMicrosofts(string text) =>
        (Guid.TryParse(text, out var id) && BuiltInRoles.ByTemplateId.ContainsKey(id))
        || BuiltInRoles.ByTemplateId.Values.Any(role => role.DisplayName == text)
        || ExampleArchitecture.Groups.Any(group => group.Name == text)
        || text.Length < 4;

    private static string Unzipped(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        return string.Join(
            '\n',
            zip.Entries.Select(entry =>
            {
                using var reader = new StreamReader(entry.Open());
                return System.Net.WebUtility.HtmlDecode(reader.ReadToEnd());
            })
        );
    }

    private static string Printed(string path)
    {
        using var document = PdfDocument.Open(path);
        return string.Join('\n', document.GetPages().Select(page => page.Text));
    }
}
