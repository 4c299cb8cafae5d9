using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;

namespace PimAudit.Reports.Document.Sections;

/// <summary>A checklist of the configured emergency access accounts, side by side, and what is exempt because of them.</summary>
internal static class EmergencySection
{
    /// <summary>Accounts side by side: an object id never wraps.</summary>
    private const int Abreast = 2;

    public static Section Of(ReportSource source)
    {
        var accounts = source.Result.EmergencyAccounts;
        return new(
            Anchors.Emergency,
            "Emergency access (break-glass)",
            "Accounts that the configuration names. What only they hold is exempt from the rules on standing access and is "
                + "listed in the workbook.",
            [
                .. accounts.IsEmpty ? [new Paragraph(None)] : Checklists(accounts),
                new Paragraph(Exempt(source.Result), Tone.Quiet),
            ]
        )
        {
            Place = SectionPlace.RunsOn,
        };
    }

    private const string None =
        "The configuration names no emergency access account, so nothing is exempt and nothing was checked.";

    /// <summary>Accounts of which the same was checked stand side by side; an entry without an account has fewer checks.</summary>
    private static IEnumerable<Block> Checklists(ImmutableArray<EmergencyAccountRow> accounts) =>
        accounts
            .GroupBy(account => string.Join('\n', account.Checks.Select(check => check.Check)), StringComparer.Ordinal)
            .SelectMany(alike => alike.Chunk(Abreast))
            .Select(Checklist);

    private static DataTable Checklist(EmergencyAccountRow[] accounts) =>
        new(
            Title: null,
            [
                new("Check", 112),
                .. accounts.Select(account => new TableColumn(account.Account?.Label ?? account.Entry, 180)),
            ],
            [
                Row(Rich.Of("Object id", Tone.Quiet), accounts.Select(Id)),
                .. accounts[0]
                    .Checks.Select(
                        (check, at) =>
                            Row(Rich.Of(check.Check, Tone.Strong), accounts.Select(account => Seen(account.Checks[at])))
                    ),
            ],
            "Nothing was checked."
        )
        {
            IsDense = true,
        };

    private static TableRow Row(Rich name, IEnumerable<Rich> cells) =>
        new([name, .. cells.Select(cell => (TableCell)cell)]);

    private static Rich Id(EmergencyAccountRow account) =>
        account.Account is { } known
            ? Rich.Line(new IdRun(known.Id, Tone.Quiet))
            : Rich.Of("not resolved, so it exempts nobody", Tone.Quiet);

    private static Rich Seen(EmergencyCheck check) =>
        Rich.Line(new OutcomeRun(check.Outcome), new TextRun($"  {check.Value}", Tone.Quiet));

    private static string Exempt(AuditResult result)
    {
        var count = result.Access.Count(row => row.Exempt);
        return count == 0 ? "No path is exempt." : $"{Say.Count(count, "path")} {(count == 1 ? "is" : "are")} exempt.";
    }
}
