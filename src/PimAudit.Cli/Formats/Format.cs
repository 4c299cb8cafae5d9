using PimAudit.Model;
using PimAudit.Reports;

namespace PimAudit.Cli;

/// <summary>A format in which a result can be written.</summary>
/// <param name="Name">As <c>--format</c> takes it.</param>
/// <param name="FileName">In the folder of a run.</param>
/// <param name="Note">For the summary.</param>
/// <param name="IsText">May go to standard output.</param>
/// <param name="WriteAsync">Writes to a stream that stays open.</param>
internal sealed record Format(
    string Name,
    string FileName,
    string Note,
    bool IsText,
    Func<AuditResult, ReportFacts, Stream, CancellationToken, Task> WriteAsync
)
{
    public static Format Text(
        string name,
        string fileName,
        string note,
        Action<AuditResult, ReportFacts, Stream> write
    ) => new(name, fileName, note, IsText: true, AtOnce(write));

    public static Format Binary(
        string name,
        string fileName,
        string note,
        Action<AuditResult, ReportFacts, Stream> write
    ) => new(name, fileName, note, IsText: false, AtOnce(write));

    private static Func<AuditResult, ReportFacts, Stream, CancellationToken, Task> AtOnce(
        Action<AuditResult, ReportFacts, Stream> write
    ) =>
        (result, facts, stream, cancellation) =>
        {
            cancellation.ThrowIfCancellationRequested();
            write(result, facts, stream);
            return Task.CompletedTask;
        };
}
