using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PimAudit.Model;

namespace PimAudit.Reports.Redaction;

/// <summary>
/// Replaces what a tenant wrote by pseudonyms, throughout a result and before any report is made of it. What is not known to be
/// harmless is replaced: see <see cref="Vocabulary"/> for words and <see cref="Treatments"/> for properties.
/// </summary>
/// <remarks>
/// Fingerprints, keys of access paths and hashes stay, so that redacted results can be compared with each other and with whole
/// ones. They are hashes over random ids: somebody who has an id can find out that it is there, nobody can read one off.
/// </remarks>
public static class Redactor
{
    public static AuditResult Redact(AuditResult result, RedactionKey key, Vocabulary vocabulary)
    {
        var names = new KnownNames(key);
        var sentences = new Sentences(key, vocabulary, names);
        var pseudonyms = new Pseudonyms(key, sentences, names);
        foreach (var role in BuiltInRoles.ByTemplateId.Values)
            names.Add(role.DisplayName, role.DisplayName);
        JsonSerializer.Serialize(Stream.Null, result, Options(type => Notice(type, pseudonyms)));

        var treatments = new Treatments(key, sentences, pseudonyms);
        using var redacted = new MemoryStream();
        JsonSerializer.Serialize(redacted, result, Options(type => RedactedProperties.Treat(type, treatments)));
        redacted.Position = 0;
        return Sorted(JsonSerializer.Deserialize<AuditResult>(redacted, Options(_ => { }))!, key);
    }

    /// <summary>A text that stands beside the result on every page, word by word.</summary>
    public static string Redact(string text, RedactionKey key, Vocabulary vocabulary) =>
        new Sentences(key, vocabulary, new KnownNames(key)).Of(text);

    private static JsonSerializerOptions Options(Action<JsonTypeInfo> modify) =>
        new()
        {
            IgnoreReadOnlyProperties = true,
            Converters = { new JsonStringEnumConverter() },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { modify } },
        };

    private static void Notice(JsonTypeInfo type, Pseudonyms pseudonyms)
    {
        if (type.Kind is JsonTypeInfoKind.Object)
            type.OnSerializing = pseudonyms.Note;
    }

    /// <summary>Other ids have another order.</summary>
    private static AuditResult Sorted(AuditResult result, RedactionKey key) =>
        result with
        {
            Run = result.Run with { RedactionKey = key.Mark },
            Findings =
            [
                .. result
                    .Findings.Select(finding => finding with { Identity = Sorted(finding.Identity) })
                    .OrderBy(finding => finding.RuleId, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Subject.Id, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Fingerprint, StringComparer.Ordinal),
            ],
        };

    private static ImmutableArray<ObjectRef> Sorted(ImmutableArray<ObjectRef> identity) =>
        [.. identity.OrderBy(part => part.Key, StringComparer.Ordinal)];
}
