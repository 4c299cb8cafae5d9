using PimAudit.History;

namespace PimAudit.Service;

/// <summary>What came of trying to deliver a message.</summary>
/// <param name="Again">UTC, when it is tried again; null when it was delivered or given up.</param>
public sealed record DeliveryAttempt(OutboxMessage Message, Answer Answer, DateTimeOffset? Again)
{
    public bool IsDelivered => Answer.Kind is AnswerKind.Delivered;

    public bool IsGivenUp => !IsDelivered && Again is null;
}
