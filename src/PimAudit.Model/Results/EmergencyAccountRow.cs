using System.Collections.Immutable;

namespace PimAudit.Model;

/// <param name="Check">What is looked at.</param>
/// <param name="Outcome">Pass, Fail or NotEvaluated.</param>
/// <param name="Value">What was seen.</param>
public sealed record EmergencyCheck(string Check, RuleOutcome Outcome, string Value);

/// <summary>A configured emergency access (break-glass) account.</summary>
/// <param name="Entry">As the configuration writes it.</param>
/// <param name="Account">Null when the entry could not be resolved.</param>
public sealed record EmergencyAccountRow(string Entry, ObjectRef? Account, ImmutableArray<EmergencyCheck> Checks);
