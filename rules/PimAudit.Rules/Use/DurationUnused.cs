using System.Collections.Immutable;
using PimAudit.Access.Use;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Time that nobody uses is time in which a stolen session still has the role.</summary>
public sealed class DurationUnused : IRule
{
    /// <summary>Fewer say little about a habit.</summary>
    private const int FewestActivations = 10;
    private const double Share = 0.9;

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Shortest = TimeSpan.FromHours(1);

    public RuleInfo Info { get; } =
        new(
            Id: "PIM805",
            Title: "Activations may last much longer than they are used",
            Severity: Severity.Info,
            Practice: "DONT-5",
            Why: "Nearly everybody gives the role back, or asks for it, within less than half of the time that is allowed. The rest is "
                + "time in which a forgotten or stolen session keeps the role for nothing.",
            Needs: SettingsJudge.Needs | SnapshotParts.AuditEvents
        );

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var used = UseParts.OfPeople(context).ToLookup(series => (series.Key.TargetId, series.Key.IsRole));
        var unread = UseParts.Unread(context).ToLookup(one => (one.Series.Key.TargetId, one.Series.Key.IsRole));
        return context
            .HeldSettings()
            .Where(held => held.Owner.Access is not GroupAccess.Owner)
            .SelectMany(held =>
                Judge(
                    held,
                    Used(used[(held.Owner.Id, held.Owner.IsRole)]),
                    unread[(held.Owner.Id, held.Owner.IsRole)].Select(one => one.Gap).FirstOrDefault()
                )
            )
            .Concat(SettingsJudge.HiddenOwners(context));
    }

    /// <param name="unread">Why activations of somebody do not count; null where all do.</param>
    private static IEnumerable<Judgement> Judge(HeldSetting held, ImmutableArray<TimeSpan> used, Gap? unread)
    {
        if (Judge(held, used) is { } judged)
            yield return judged;
        if (unread is not null)
            yield return held.Blind(unread);
    }

    /// <summary>How long each was used, shortest first.</summary>
    private static ImmutableArray<TimeSpan> Used(IEnumerable<ActivationSeries> all) =>
        [.. all.SelectMany(series => series.All).Select(one => one.Used).OfType<TimeSpan>().Order()];

    private static Judgement? Judge(HeldSetting held, ImmutableArray<TimeSpan> used)
    {
        if (used.Length < FewestActivations)
            return null;
        if (held.Settings.Gap is { } gap)
            return held.Blind(gap);
        if (held.Settings.Value.LongestActivation is not { } longest)
            return held.BlindWithout("how long an activation may last");

        var most = used[(int)Math.Ceiling(used.Length * Share) - 1];
        var proposed = Proposed(most);
        return most < longest / 2 && proposed < longest
            ? Finding(held, used.Length, most, longest, proposed)
            : held.Meets();
    }

    /// <summary>The next half hour, and never less than an hour.</summary>
    private static TimeSpan Proposed(TimeSpan used)
    {
        var rounded = TimeSpan.FromTicks((used.Ticks + Step.Ticks - 1) / Step.Ticks * Step.Ticks);
        return rounded < Shortest ? Shortest : rounded;
    }

    private static Judgement.Breaks Finding(
        HeldSetting held,
        int count,
        TimeSpan most,
        TimeSpan longest,
        TimeSpan proposed
    ) =>
        new(
            new FindingDraft
            {
                Subject = held.Subject,
                Identity = held.Identity,
                Title = $"{held.Label} may be active much longer than it is used",
                Observed =
                    $"nine in ten of {Say.Count(count, "activation")} ended within {Say.Duration(most)}; {Say.Duration(longest)} are allowed",
                Expected = $"a maximum near what is used, such as {Say.Duration(proposed)}",
                Role = held.Owner.IsRole ? held.Subject : null,
                Evidence = [held.Evidence],
                Fix = SettingsFixes.Of(
                    held,
                    $"On the Activation tab, set Activation maximum duration to {Say.Duration(proposed)}",
                    SettingsFixes.LimitActivation(held.Owner, proposed)
                ),
            }
        );
}
