using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>Why a row gives nothing.</summary>
internal enum Lapse
{
    Ended,
    ToCome,

    /// <summary>It began between the snapshot and the question.</summary>
    BegunSince,
}

/// <summary>A row that lies outside its validity.</summary>
/// <param name="At">UTC; when it ended, will begin, or began.</param>
internal sealed record DormantRow(Evidence Evidence, Lapse Lapse, DateTimeOffset At);
