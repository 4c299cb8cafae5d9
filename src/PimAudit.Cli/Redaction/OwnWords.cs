using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using PimAudit.Access;
using PimAudit.Collect;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.Reports.Redaction;
using PimAudit.Rules;

namespace PimAudit.Cli;

/// <summary>
/// The words that a redaction leaves: those of the code that collects and judges, read from that code itself, so that a new rule
/// needs no list. The sample tenants and the examples are not among them.
/// </summary>
internal static class OwnWords
{
    private static readonly Type[] Rooms =
    [
        typeof(AuditResult),
        typeof(PathKey),
        typeof(Evaluator),
        typeof(Catalogue),
        typeof(TenantCollector),
    ];

    /// <summary>Words that the code puts together, so that they stand nowhere in it as a whole.</summary>
    private static readonly string[] PutTogether =
    [
        "Remove-MgGroupMemberByRef Remove-MgGroupOwnerByRef",
        "Remove-MgApplicationPassword -ApplicationId Remove-MgServicePrincipalPassword -ServicePrincipalId",
    ];

    /// <summary>Of which a classification is made that names nobody.</summary>
    private const string Handling = Settings.DefaultClassification + " strictly highly internal restricted secret only";

    public static Vocabulary All { get; } =
        new(
            Rooms
                .SelectMany(room => TextsOf(room.Assembly))
                .Concat(Catalogue.All.Select(rule => rule.Name))
                .Concat(ControlMappings.All.Select(mapping => mapping.Control.Url))
                .Concat(PutTogether)
                .Append(OpenTenant.SampleOrigin)
                .Append(Handling)
                .Concat(ProfileFile.Shipped)
                .Concat(ProfileFile.Shipped.Select(ProfileFile.ShippedText))
        );

    /// <summary>Every text that stands in the code of an assembly; none where the program was made without it.</summary>
    private static unsafe List<string> TextsOf(Assembly assembly)
    {
        var texts = new List<string>();
        if (!assembly.TryGetRawMetadata(out var start, out var length))
            return texts;

        var reader = new MetadataReader(start, length);
        for (var at = reader.GetNextHandle(default(UserStringHandle)); !at.IsNil; at = reader.GetNextHandle(at))
            texts.Add(reader.GetUserString(at));
        return texts;
    }
}
