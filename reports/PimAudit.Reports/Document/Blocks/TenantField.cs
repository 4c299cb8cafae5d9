using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Document.Blocks;

/// <param name="Outcome">Not evaluated where the tenant was not scanned; not applicable where nothing was found and evidence is missing.</param>
/// <param name="Worst">Of its open findings; null where there is none.</param>
internal sealed record TenantMark(RuleOutcome Outcome, Severity? Worst);

/// <summary>Every tenant as a mark, those that were not scanned first, then the worst.</summary>
internal sealed record TenantField(ImmutableArray<TenantMark> Marks);
