using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What was read, what that costs and what cures it.</summary>
internal static class CoverageTable
{
    public static ImmutableArray<CoverageRow> Of(CollectionRecord collection, ImmutableArray<RuleVerdict> verdicts) =>
        [
            .. collection
                .Parts.OrderBy(record => record.Part)
                .Select(record => new CoverageRow(
                    record.Part,
                    record.Status,
                    record.Reason,
                    record.Detail,
                    record.Request,
                    record.Permission,
                    record.Rows,
                    record.Pages,
                    record.Retries,
                    record.Gaps,
                    [
                        .. verdicts
                            .Where(verdict => verdict.IsBlindFor(record.Part))
                            .Select(verdict => verdict.Planned.Id),
                    ],
                    Cure.Of(record)
                )),
        ];
}
