using PimAudit.Access.Use;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>An attempt in words, and its cure.</summary>
internal sealed class AttemptWords(Case asked, Way? way, Attempt attempt)
{
    /// <summary>An approver has a day; PIM lets nobody change that.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    private readonly string target = attempt.Target.Label;
    private readonly DateTimeOffset at = attempt.Event.At;

    public string Text =>
        attempt.Step switch
        {
            _ when IsPending && asked.Now < Deadline =>
                $"a request for {target} of {Say.Moment(at)} waits for an approver until {Say.Moment(Deadline)}",
            _ when IsPending && Deadline <= asked.Snapshot.TakenAt =>
                $"a request for {target} of {Say.Moment(at)} found no answer within 24 h",
            _ when IsPending => $"a request for {target} of {Say.Moment(at)} waited for an approver at the snapshot",
            AttemptStep.Requested => $"{target} was requested on {Say.Moment(at)}",
            AttemptStep.Approved => $"a request for {target} was approved on {Say.Moment(at)}",
            AttemptStep.Completed => $"{target} was activated on {Say.Moment(at)}",
            AttemptStep.Failed => $"the activation of {target} failed on {Say.Moment(at)}{Reason}",
            AttemptStep.Denied => $"a request for {target} was denied on {Say.Moment(at)}{By}{Reason}",
            AttemptStep.Unanswered => $"a request for {target} expired unanswered on {Say.Moment(at)}",
            AttemptStep.Withdrawn => $"a request for {target} was withdrawn on {Say.Moment(at)}",
            _ => $"the activation of {target} ended on {Say.Moment(at)}",
        };

    /// <summary>Null where the log does not tell the outcome.</summary>
    public Advice? Cure =>
        attempt.Step switch
        {
            _ when IsPending && asked.Now < Deadline => Do(
                $"Let {Approvers} approve the request for {target} of {Say.Moment(at)}, before {Say.Moment(Deadline)}."
            ),
            _ when IsPending && Deadline <= asked.Snapshot.TakenAt => AskAgain,
            AttemptStep.Unanswered => AskAgain,
            AttemptStep.Denied => Do(
                $"Settle with {Denier} why the request for {target} was denied{Reason}, then request it again."
            ),
            AttemptStep.Failed => Do(
                attempt.Event.Reason is null
                    ? $"Activate {target} again and read the error: the audit log tells no reason."
                    : $"Remove what made the activation of {target} fail{Reason}, then activate it again."
            ),
            _ => null,
        };

    /// <summary>No answer yet. A request that needs no approver waits for nobody.</summary>
    private bool IsPending =>
        attempt.Step is AttemptStep.Waiting || (attempt.Step is AttemptStep.Requested && Approval is not null);

    /// <summary>UTC.</summary>
    private DateTimeOffset Deadline => at + Patience;

    private Advice AskAgain =>
        Do($"Request {target} again and tell {Approvers}: a request expires after 24 h, and the last one did.");

    private string Approvers =>
        Approval is { State: ApproverState.Living } approval ? ApproverWords.Who(approval) : "an approver";

    private Approval? Approval =>
        way?.Approvals.FirstOrDefault(one => string.Equals(one.Owner.Id, attempt.Target.Id, StringComparison.Ordinal));

    private string Denier => attempt.Event.InitiatorName ?? "the approver";

    private string By => attempt.Event.InitiatorName is { } name ? $" by {name}" : "";

    private string Reason => attempt.Event.Reason is { } reason ? $" (\"{reason}\")" : "";

    private Advice Do(string text) => new(text, attempt.Target);
}
