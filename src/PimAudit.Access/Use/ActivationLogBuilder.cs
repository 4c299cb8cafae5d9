using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Access.Use;

/// <summary>Reads activations out of audit entries that come oldest first.</summary>
/// <param name="now">TakenAt.</param>
internal sealed class ActivationLogBuilder(DateTimeOffset now)
{
    private const string Expiration = "ExpirationTime";
    private const int MostWords = 1000;

    private readonly Dictionary<string, AttemptStep?> words = new(StringComparer.Ordinal);
    private readonly Dictionary<ActivationKey, ActivationSeries> series = [];
    private readonly HashSet<Guid> unplaced = [];
    private readonly TextPool texts = new();
    private bool hasNameless;

    public void Add(PimEvent entry)
    {
        var step = StepOf(entry);
        if (step is not (AttemptStep.Completed or AttemptStep.Over))
            return;

        if (PersonOf(entry) is not { } person)
            hasNameless |= step is AttemptStep.Completed;
        else if (TargetOf(entry) is not { } target)
            Unplaced(step, person);
        else if (step is AttemptStep.Completed)
            SeriesOf(new(person, target.Id, target.IsRole)).Begin(CellOf(entry));
        else if (series.TryGetValue(new(person, target.Id, target.IsRole), out var running))
            running.End(entry.At);
    }

    public ActivationLog Build(TimeSpan? covered)
    {
        foreach (var one in series.Values)
            one.Close(now);
        return new(series, unplaced, hasNameless, covered);
    }

    private void Unplaced(AttemptStep? step, Guid person)
    {
        if (step is AttemptStep.Completed)
            unplaced.Add(person);
    }

    /// <summary>The log uses few words, millions of times.</summary>
    private AttemptStep? StepOf(PimEvent entry)
    {
        if (!words.TryGetValue(entry.Activity, out var step))
        {
            step = AttemptSteps.Of(entry.Activity);
            if (words.Count < MostWords)
                words[entry.Activity] = step;
        }

        return AttemptSteps.Settled(step, entry.Result);
    }

    private ActivationSeries SeriesOf(ActivationKey key)
    {
        if (!series.TryGetValue(key, out var found))
            series[key] = found = new(key, texts);
        return found;
    }

    private ActivationCell CellOf(PimEvent entry)
    {
        var reason = Reason.Of(entry.Reason);
        return new(entry.At, PlannedEnd(entry), Used: null, reason.Length, reason.Mark, texts.Add(entry.Id));
    }

    /// <summary>About whom the entry speaks; where it names nobody, whoever did it.</summary>
    private static Guid? PersonOf(PimEvent entry) => IdOf(entry, "User") ?? entry.InitiatorId;

    private static (Guid Id, bool IsRole)? TargetOf(PimEvent entry) =>
        IdOf(entry, "Role") is { } role ? (role, true)
        : IdOf(entry, "Group") is { } group ? (group, false)
        : null;

    private static Guid? IdOf(PimEvent entry, string type)
    {
        foreach (var target in entry.Targets)
            if (
                string.Equals(target.Type, type, StringComparison.OrdinalIgnoreCase)
                && Guid.TryParse(target.Id, out var id)
            )
                return id;
        return null;
    }

    private static DateTimeOffset? PlannedEnd(PimEvent entry)
    {
        foreach (var detail in entry.Details)
            if (
                string.Equals(detail.Key, Expiration, StringComparison.OrdinalIgnoreCase)
                && DateTimeOffset.TryParse(
                    detail.Value,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                    out var end
                )
            )
                return end;
        return null;
    }
}
