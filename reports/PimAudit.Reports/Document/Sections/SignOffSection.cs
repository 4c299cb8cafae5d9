using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Document.Facts;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document.Sections;

/// <summary>The last page: what is signed, its limits, room for three signatures, and the hashes of the evidence.</summary>
internal static class SignOffSection
{
    private static readonly ImmutableArray<Signature> Signatures =
    [
        new("Reviewer", "I have examined each row assigned to me and recorded my decision."),
        new("Control owner", "I accept the decisions. Revocations will be carried out and shown by the next run."),
        new("Auditor", "I have verified the files below against the manifest and re-performed a sample of rows."),
    ];

    private static readonly ImmutableArray<TableColumn> Columns =
    [
        new("File", 90),
        new("What it holds", 80),
        new("SHA-256", 320, IsFigure: true),
    ];

    public static Section Of(ReportSource source) =>
        new(
            Anchors.SignOff,
            "Sign-off",
            "Nobody signs for their own access: rows about a reviewer are decided by somebody else.",
            [
                new FactList([
                    new("Scope", Scope(source.Result)),
                    new("Limits", Limits(source.Result)),
                    new("Decisions", source.Result.Reviews.IsEmpty ? NoReview : OfReviews(source.Result)),
                ]),
                Decisions(source.Result),
                new SignatureBlock(Signatures),
                Files(source),
            ]
        );

    private const string Check =
        "SHA-256 of each. manifest.json beside this report names that of every file: 'pimaudit verify' compares them, as do "
        + "sha256sum and Get-FileHash.";

    private const string NoReview =
        "No review was imported into this result. Each path is a way for a person or an application to reach a role, and "
        + "stands in the workbook, sheet Access Review.";

    private static string OfReviews(AuditResult result) =>
        "Decided in "
        + string.Join(
            ", ",
            result.Reviews.Select(row => row.Review).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        )
        + ", as far as the workbooks came back.";

    private static string Scope(AuditResult result) =>
        "All active and eligible assignments of Microsoft Entra roles in the tenant "
        + $"{result.Tenant.DefaultDomain ?? result.Tenant.Id.ToString("D")}, direct and through groups, as of "
        + $"{Say.Moment(result.Snapshot.TakenAt)}. Azure resource roles and roles inside applications are outside this review.";

    private static KeyFigures Decisions(AuditResult result)
    {
        var rows = result.Reviews;
        if (rows.IsEmpty)
        {
            var paths = Digits.Of(result.Access.Count(row => row.Band is PathBand.Certain));
            return new([
                new(paths, "", "paths issued,", "none decided"),
                new("0", "", "decisions returned,", "no review imported"),
                new(paths, "", "undecided,", "all of them"),
            ]);
        }

        var decided = rows.Count(row => row.Decision is not ReviewDecision.None);
        var still = rows.Count(row => row.State is ReviewState.StillThere);
        return new([
            new(Digits.Of(rows.Length), "", "rows issued,", "in all reviews given"),
            new(Digits.Of(decided), "", "decisions returned,", $"of {Digits.Of(rows.Length)}"),
            new(Digits.Of(rows.Length - decided), "", "undecided,", $"of {Digits.Of(rows.Length)}"),
            new(Digits.Of(still), "", "revoked or to change,", "still there"),
        ]);
    }

    private static Rich Limits(AuditResult result)
    {
        var missing = Outcomes.On(result) - Outcomes.Evaluated(result);
        var blind = result.Rules.Count(rule => rule.Counts.Blind > 0);
        var use =
            (result.Run.AllowIncomplete ? "Missing evidence was accepted for this run. " : "") + Use.Sentence(result);
        if (missing + blind == 0)
            return Rich.Line(
                new OutcomeRun(RuleOutcome.Pass, IsNamed: false),
                new TextRun($"Every rule of the profile could be evaluated. {use}")
            );
        return Rich.Line(
            new OutcomeRun(RuleOutcome.NotEvaluated, IsNamed: false),
            new TextRun(
                $"{Digits.Of(missing)} of {Say.Count(Outcomes.On(result), "rule")} not evaluated"
                    + (blind == 0 ? "" : $", {Digits.Of(blind)} blind on single objects")
                    + " (see "
            ),
            new LinkRun("Coverage", Anchors.Coverage),
            new TextRun($"). Signing does not extend to these. {use}")
        );
    }

    private static DataTable Files(ReportSource source)
    {
        var result = source.Result;
        var profile = result.Profiles.FirstOrDefault();
        return new(
            "Files this signature covers",
            Columns,
            [
                File("result.json", "the judgement", source.Facts.ResultSha256),
                File("snapshot manifest", "the evidence", result.Snapshot.Hash),
                File("profile", profile?.Name ?? "none", profile?.Hash ?? ""),
                File("configuration", "as it took effect", result.Run.ConfigurationHash) with
                {
                    Note = Rich.Of(Check, Tone.Quiet),
                },
            ],
            "None."
        )
        {
            AtFoot = true,
            IsDense = true,
        };
    }

    private static TableRow File(string name, string what, string hash) =>
        new([Rich.Of(name, Tone.Strong), Rich.Of(what, Tone.Quiet), Rich.Line(new IdRun(hash, Tone.Quiet))]);
}
