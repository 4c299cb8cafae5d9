using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document.Facts;

/// <summary>What a card says beside its finding.</summary>
internal sealed class Cards(ReportSource source)
{
    private const int MostNodes = 4;

    private readonly FindingApproach approaches = new(source.Result);

    private readonly Dictionary<string, FindingCard> known = new(StringComparer.Ordinal);

    /// <summary>Made once: paper is set in several passes.</summary>
    public FindingCard Of(Finding finding)
    {
        if (known.TryGetValue(finding.Fingerprint, out var card) && ReferenceEquals(card.Finding, finding))
            return card;
        return known[finding.Fingerprint] = Make(finding);
    }

    private FindingCard Make(Finding finding)
    {
        var rule = source.Rule(finding.RuleId);
        var (ways, more) = source.Ways.Of(finding);
        return new(
            finding,
            source.Principals.Login(finding.Subject),
            Practice.Of(rule),
            finding.Owner ?? "no owner named",
            rule?.Controls ?? [],
            ways,
            more,
            [.. EvidenceRows.Of(finding), .. Unfolded(finding), .. Standing(finding)]
        )
        {
            Approach = approaches.Of(finding),
            Requests = EvidenceRows.Requests(source, finding),
        };
    }

    /// <summary>The whole path in words, where a picture folds it.</summary>
    private static IEnumerable<Fact> Unfolded(Finding finding)
    {
        if (finding.Path.Length >= MostNodes)
            yield return new(
                "Path",
                string.Join(" → ", finding.Path.Select(hop => hop.From.Label).Append(finding.Path[^1].To.Label))
            );
    }

    private static IEnumerable<Fact> Standing(Finding finding)
    {
        if (finding.NotConfirmed is { } why)
            yield return new("Not confirmed", $"accepted in the baseline; not looked at again: {why}");
        if (finding.WaivedUntil is not null)
            yield return new("Exception", Outcomes.Status(finding));
        yield return new("Source", finding.Source);
    }
}
