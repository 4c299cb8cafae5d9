namespace PimAudit.Model;

/// <summary>What was read of the use of a path. The log tells what was activated, not on which of several paths.</summary>
/// <param name="Covered">From the first moment of the audit log to TakenAt; null when it was not read.</param>
/// <param name="Activations">
/// Of what must be activated on the path, the least where that is more than one thing; null when not known, or when nothing
/// on it is activated.
/// </param>
/// <param name="LastActivation">UTC; the earliest of the last ones where more than one thing must be activated; null when none is seen.</param>
/// <param name="SignInRead">False where the last sign-in was not read, and for whatever is no person.</param>
/// <param name="LastSignIn">UTC; the last that succeeded, or was tried where Graph tells no success; null when none is on record.</param>
public sealed record AccessUse(
    TimeSpan? Covered,
    int? Activations,
    DateTimeOffset? LastActivation,
    bool SignInRead,
    DateTimeOffset? LastSignIn
);
