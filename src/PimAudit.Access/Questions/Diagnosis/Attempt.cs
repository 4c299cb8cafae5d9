using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>How far an attempt to activate came, in the order of its steps.</summary>
internal enum AttemptStep
{
    Requested,
    Waiting,
    Approved,
    Completed,
    Failed,
    Denied,
    Unanswered,
    Withdrawn,

    /// <summary>It had been activated, and has ended.</summary>
    Over,
}

/// <summary>An attempt by its latest event.</summary>
/// <param name="Target">Role or group.</param>
/// <param name="Event">The event that tells the step.</param>
internal sealed record Attempt(ObjectRef Target, AttemptStep Step, PimEvent Event)
{
    /// <summary>The attempt after another event. What was activated ends by itself; that says nothing of a newer request.</summary>
    public static Attempt? Next(Attempt? before, Attempt next) =>
        before is null ? next
        : next.Step is AttemptStep.Over && before.Step is not (AttemptStep.Completed or AttemptStep.Over) ? before
        : next.Event.At == before.Event.At && next.Step < before.Step ? before
        : next;

    /// <summary>What an activity of PIM says of an attempt; null for another activity.</summary>
    public static AttemptStep? StepOf(PimEvent entry)
    {
        bool Says(string words) => entry.Activity.Contains(words, StringComparison.OrdinalIgnoreCase);

        if (Says("activation request expired"))
            return AttemptStep.Unanswered;
        if (Says("activation expired") || (Says("completed") && Says("PIM deactivate")))
            return AttemptStep.Over;
        if (!Says("PIM activation"))
            return null;
        if (Says("denied"))
            return AttemptStep.Denied;
        if (Says("cancel"))
            return AttemptStep.Withdrawn;

        AttemptStep? step =
            Says("approval requested") ? AttemptStep.Waiting
            : Says("approved") ? AttemptStep.Approved
            : Says("completed") ? AttemptStep.Completed
            : Says("requested") ? AttemptStep.Requested
            : null;
        return step is not null && string.Equals(entry.Result, "failure", StringComparison.OrdinalIgnoreCase)
            ? AttemptStep.Failed
            : step;
    }
}
