using System.Collections.Immutable;
using PimAudit.Access.Use;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Who activates the same role all day has a duration that does not fit his work.</summary>
public sealed class ActivatedTooOften : IRule
{
    private static readonly RuleParameter Times = RuleParameter.Number(
        "times",
        4,
        "activations in a row that are too many"
    );

    private static readonly RuleParameter Hours = RuleParameter.Number("hours", 24, "hours within which they come");

    public RuleInfo Info { get; } =
        new(
            Id: "PIM803",
            Title: "A role is activated again and again",
            Severity: Severity.Info,
            Practice: "DO-4",
            Why: "Who has to activate the same role several times a day gets used to confirming without reading, and the duration "
                + "evidently does not fit the work. Sometimes it is a script that does it.",
            Needs: SnapshotParts.AuditEvents | SnapshotParts.Principals
        )
        {
            Parameters = [Times, Hours],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var times = Math.Max(1, context.Parameters.Number(Times.Name));
        var within = TimeSpan.FromHours(context.Parameters.Number(Hours.Name));
        return UseParts
            .OfPeople(context)
            .Select(series => Judge(context, series, times, within))
            .Concat(UseParts.OfUnread(context));
    }

    private static Judgement Judge(RuleContext context, ActivationSeries series, int times, TimeSpan within)
    {
        var person = context.Reference(series.Key.PersonId);
        var target = UseParts.Target(context, series.Key);
        var row = Densest(series, within);
        if (row.Length < times)
            return new Judgement.Meets(person) { Identity = [target] };

        return new Judgement.Breaks(
            new FindingDraft
            {
                Subject = person,
                Identity = [target],
                Title = $"{person.Label} activates {target.Label} again and again",
                Observed =
                    $"{Say.Count(row.Length, "activation")} within {Say.Duration(within)}, from {Say.Moment(row[0].At)}",
                Expected = $"fewer than {Say.Number(times)} within {Say.Duration(within)}",
                Role = target.Kind is ObjectKind.Role ? target : null,
                Evidence = UseParts.EvidenceOf(row),
                Fix = new([
                    UseParts.AuditLog,
                    "Ask for what the role is needed so often; look whether a script activates it.",
                    "Where the work takes longer, allow a longer activation in the role settings, within what the profile allows.",
                ]),
            }
        );
    }

    /// <summary>The most activations from the first to the last of which no more than this time passes; the earliest such.</summary>
    private static ImmutableArray<Activation> Densest(ActivationSeries series, TimeSpan within)
    {
        var (first, length) = (0, 0);
        for (int from = 0, to = 0; to < series.Count; to++)
        {
            while (series[to].At - series[from].At > within)
                from++;
            if (to - from + 1 > length)
                (first, length) = (from, to - from + 1);
        }

        return [.. Enumerable.Range(first, length).Select(at => series[at])];
    }
}
