using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Excel.Sheets;

/// <summary>A fact about the run.</summary>
internal sealed record Fact(string Key, CellValue Value);

/// <summary>Where the workbook comes from: hashes, versions, who read and when.</summary>
internal static class ProvenanceSheet
{
    public static TableSheet<Fact> Of(AuditResult result, ReportFacts facts)
    {
        return new(
            "Provenance",
            Cell.Text(
                "What this workbook was made from. Hashes are SHA-256. The manifest.json beside it names that of every "
                    + "file: 'pimaudit verify' compares them, as do sha256sum and Get-FileHash."
            ),
            [new("Key", 26, fact => Cell.Text(fact.Key)), new("Value", 90, fact => fact.Value, ColumnKind.Fact)],
            Facts(result, facts)
        );
    }

    private static ImmutableArray<Fact> Facts(AuditResult result, ReportFacts facts)
    {
        var collection = result.Snapshot.Collection;
        return
        [
            new("Tenant", result.Tenant.DisplayName is { } name ? Cell.Text(name) : Cell.Unknown),
            new("Tenant id", Cell.Text(result.Tenant.Id.ToString("D"))),
            new("Domain", result.Tenant.DefaultDomain is { } domain ? Cell.Text(domain) : Cell.Unknown),
            new("Classification", Cell.Text(facts.Classification)),
            new("Snapshot (UTC)", Cell.Moment(result.Snapshot.TakenAt)),
            new("Run", Cell.Text(result.Run.Id)),
            new("Tool version", Cell.Text(result.Run.ToolVersion)),
            new("Result schema version", Cell.Figure(result.SchemaVersion)),
            new("Hash of result.json", Cell.Text(facts.ResultSha256)),
            new("Hash of the snapshot", Cell.Text(result.Snapshot.Hash)),
            new("Hash of the configuration", Cell.Text(result.Run.ConfigurationHash)),
            .. result.Profiles.SelectMany(
                (profile, at) =>
                    new Fact[]
                    {
                        new(
                            at == 0 ? "Profile" : FormattableString.Invariant($"Profile {at + 1}"),
                            Cell.Text($"{profile.Name}: {profile.Title}")
                        ),
                        new($"Hash of {profile.Name}", Cell.Text(profile.Hash)),
                    }
            ),
            new(
                "Missing evidence",
                Cell.Text(result.Run.AllowIncomplete ? "accepted on the command line" : "not accepted")
            ),
            new("Read as", Cell.Text(Words.Reader(collection) ?? "a token that does not name its holder")),
            new(
                "Permissions seen",
                collection.Permissions.IsEmpty
                    ? Cell.Text("the token does not say")
                    : Cell.Prose(string.Join(", ", collection.Permissions))
            ),
            new("Read from", Cell.Text(collection.Endpoint)),
            new("Read with version", Cell.Text(collection.ToolVersion)),
            new("Reading began (UTC)", Cell.Moment(collection.StartedAt)),
            new("Reading ended (UTC)", Cell.Moment(collection.EndedAt)),
            new("Graph requests", Cell.Figure(collection.Requests)),
            .. collection.Notes.Select(note => new Fact("Note", Cell.Prose(note))),
            new("Outside of this report", Cell.Prose(Outside.Sentence)),
        ];
    }
}
