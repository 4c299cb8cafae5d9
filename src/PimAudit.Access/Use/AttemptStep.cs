using PimAudit.Model;

namespace PimAudit.Access.Use;

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

/// <summary>Reads the words of the audit log.</summary>
internal static class AttemptSteps
{
    /// <summary>What an entry of PIM says of an attempt; null for an entry about something else.</summary>
    public static AttemptStep? Of(PimEvent entry) => Settled(Of(entry.Activity), entry.Result);

    /// <summary>
    /// The step that the words tell, settled by the result: what failed was not taken. Where an end failed, the activation goes
    /// on, and nothing is told of an attempt.
    /// </summary>
    public static AttemptStep? Settled(AttemptStep? step, string? result) =>
        !string.Equals(result, "failure", StringComparison.OrdinalIgnoreCase) ? step
        : step is AttemptStep.Over ? null
        : step is AttemptStep.Requested or AttemptStep.Waiting or AttemptStep.Approved or AttemptStep.Completed
            ? AttemptStep.Failed
        : step;

    /// <summary>As <see cref="Of(PimEvent)"/>, whatever came of it.</summary>
    public static AttemptStep? Of(string activity)
    {
        bool Says(string words) => activity.Contains(words, StringComparison.OrdinalIgnoreCase);

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

        return Says("approval requested") ? AttemptStep.Waiting
            : Says("approved") ? AttemptStep.Approved
            : Says("completed") ? AttemptStep.Completed
            : Says("requested") ? AttemptStep.Requested
            : null;
    }
}
