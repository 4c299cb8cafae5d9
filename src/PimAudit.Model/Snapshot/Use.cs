using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>When somebody last signed in.</summary>
/// <param name="UserId">Object id.</param>
/// <param name="LastSignInAt">UTC, interactive, failed attempts included; null when never.</param>
/// <param name="LastNonInteractiveAt">UTC, by a client on the person's behalf; null when never.</param>
/// <param name="LastSuccessAt">UTC; null when never since December 2023, when Graph began to keep it.</param>
/// <remarks>Source: Graph v1.0 <c>users/{id}?$select=signInActivity</c>.</remarks>
public sealed record SignInActivity(
    Guid UserId,
    DateTimeOffset? LastSignInAt,
    DateTimeOffset? LastNonInteractiveAt,
    DateTimeOffset? LastSuccessAt
);

/// <summary>Which methods somebody has registered to prove who he is.</summary>
/// <param name="UserId">Object id.</param>
/// <param name="IsMfaRegistered">A strong method is registered.</param>
/// <param name="IsMfaCapable">A registered strong method is allowed by policy too.</param>
/// <param name="IsAdmin">The report's own view; null when not told.</param>
/// <param name="Methods">In Graph's words, ordinal, such as <c>fido2SecurityKey</c>.</param>
/// <param name="UpdatedAt">UTC; the report is up to a day old. Null when not told.</param>
/// <remarks>Source: Graph v1.0 <c>reports/authenticationMethods/userRegistrationDetails</c>, which leaves out disabled users.</remarks>
public sealed record RegistrationDetails(
    Guid UserId,
    bool IsMfaRegistered,
    bool IsMfaCapable,
    bool? IsAdmin,
    ImmutableArray<string> Methods,
    DateTimeOffset? UpdatedAt
);

/// <summary>What PIM wrote into the audit log.</summary>
/// <param name="Id">Of the entry.</param>
/// <param name="At">UTC.</param>
/// <param name="Activity">Graph's words, such as <c>Add member to role completed (PIM activation)</c>.</param>
/// <param name="Category"><c>RoleManagement</c> for roles, <c>GroupManagement</c> for PIM for Groups.</param>
/// <param name="Result"><c>success</c>, <c>failure</c>, ...; null when not told.</param>
/// <param name="Reason"><c>resultReason</c>: the justification of an activation, or why something failed; null when none.</param>
/// <param name="InitiatorId">Object id of the user or service principal; null when PIM itself did it.</param>
/// <param name="InitiatorName">As the log wrote it; null when none.</param>
/// <param name="Details">Ticket and timing among them.</param>
/// <remarks>Source: Graph v1.0 <c>auditLogs/directoryAudits?$filter=loggedByService eq 'PIM'</c>.</remarks>
public sealed record PimEvent(
    string Id,
    DateTimeOffset At,
    string Activity,
    string Category,
    string? Result,
    string? Reason,
    Guid? InitiatorId,
    string? InitiatorName,
    ImmutableArray<PimEventTarget> Targets,
    ImmutableArray<PimEventDetail> Details
);

/// <summary>Something that an audit entry speaks of.</summary>
/// <param name="Id">Object or role id as the log wrote it; null when none.</param>
/// <param name="Type">Graph's word: User, Role, Group, Request, ...; null when none.</param>
public sealed record PimEventTarget(string? Id, string? Type, string? Name, ImmutableArray<PimEventChange> Changes);

/// <summary>A property that an audit entry says was changed, as the log wrote it.</summary>
public sealed record PimEventChange(string? Name, string? Before, string? After);

/// <summary>A further detail of an audit entry, as the log wrote it.</summary>
public sealed record PimEventDetail(string? Key, string? Value);
