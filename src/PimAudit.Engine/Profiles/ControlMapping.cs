using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>A control of another framework, and the rules whose outcomes are evidence for it.</summary>
/// <param name="Rules">Ids, ordinal.</param>
public sealed record ControlMapping(ControlReference Control, ImmutableArray<string> Rules);
