namespace PimAudit.GraphEmulator;

/// <summary>A finding that an audit must bring, once.</summary>
/// <param name="RuleId">Of the rule that finds it, such as <c>PIM101</c>.</param>
/// <param name="Subject">Id of the finding's subject: an object id, an entry of the configuration, or the name of a part.</param>
/// <param name="Note">What was done, in words.</param>
public sealed record PlantedViolation(string RuleId, string Subject, string Note);
