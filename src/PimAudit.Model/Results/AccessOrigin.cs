namespace PimAudit.Model;

/// <summary>What the audit log tells of the assignment with which a path begins.</summary>
/// <param name="At">UTC.</param>
/// <param name="Because">The justification as typed; null when none was typed.</param>
/// <param name="Ticket">As typed; null when none was typed.</param>
/// <param name="EntryId">Id of the audit entry.</param>
public sealed record AccessOrigin(DateTimeOffset At, string? Because, string? Ticket, string EntryId);
