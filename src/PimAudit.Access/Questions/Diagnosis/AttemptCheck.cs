using PimAudit.Access.Use;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>What became of the last attempt to activate, as the audit log tells it.</summary>
internal static class AttemptCheck
{
    private static readonly Check Check = new("Last attempt", "TRB-2");

    /// <param name="way">Null when the person has none.</param>
    /// <param name="attempt">The last one in the audit log; null when it shows none.</param>
    public static CheckLine Of(Case asked, Way? way, Attempt? attempt)
    {
        if (asked.Snapshot.Collection.GapOf(SnapshotParts.AuditEvents) is { } gap)
            return way?.IsActive() is true
                ? Check.NotApplicable("the role is active, so no attempt is in the way")
                : NotRead.Line(Check, asked, "the audit log was not read", new UnreadFact(Subject: null, gap));
        if (attempt is null)
            return Check.NotApplicable($"none seen in {Window(asked)}");

        var words = new AttemptWords(asked, way, attempt);
        var row = new Evidence(SnapshotParts.AuditEvents, attempt.Event.Id);
        if (way?.IsActive() is true || attempt.Step is AttemptStep.Withdrawn)
            return Check.NotApplicable(words.Text, row);
        if (attempt.Step is AttemptStep.Completed or AttemptStep.Over)
            return Check.Ok(words.Text, row);

        return words.Cure is { } cure
            ? Check.Fault(words.Text, cure, row)
            : NotRead.Line(
                Check,
                asked,
                words.Text,
                new UnreadFact(
                    attempt.Target,
                    new(SnapshotParts.AuditEvents, MissingReason.NotCollected, "The log ends before the outcome.")
                )
            );
    }

    /// <summary>The log keeps a month at most, so nobody can say "never".</summary>
    private static string Window(Case asked) =>
        asked.Snapshot.EventsSince is { } since
            ? $"{Say.Duration(asked.Snapshot.TakenAt - since)} of the audit log, since {Say.Moment(since)}"
            : "the audit log, however far it goes back";
}
