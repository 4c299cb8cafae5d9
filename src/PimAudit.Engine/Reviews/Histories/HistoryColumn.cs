using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>A column of a review's history.</summary>
/// <param name="Value">What stands there for a row; null for nothing.</param>
/// <param name="Entry">The column of a workbook whose answer it holds (see <see cref="ReviewColumns"/>); null where nobody writes.</param>
public sealed record HistoryColumn(string Head, Func<ReviewRecord, IssuedRow, string?> Value, string? Entry = null);
