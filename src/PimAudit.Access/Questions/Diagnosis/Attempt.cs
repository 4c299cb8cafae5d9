using PimAudit.Access.Use;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

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
}
