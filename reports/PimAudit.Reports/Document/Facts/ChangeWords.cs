using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document.Facts;

/// <summary>Says a difference between two runs.</summary>
internal static class ChangeWords
{
    public static string Of(ChangeSubject subject) => Say.Word(subject).ToLowerInvariant();

    public static string Of(ChangeKind kind) => Say.Word(kind);

    /// <summary>What opens access stands first, then what nobody could look at, then what is neither, then what closes it.</summary>
    public static int Rank(ChangeRow row) =>
        row.Kind switch
        {
            ChangeKind.MadeStanding => 0,
            ChangeKind.Weakened => 1,
            ChangeKind.Gained => 2,
            ChangeKind.Extended => 3,
            ChangeKind.NotConfirmed => 4,
            ChangeKind.Altered => 5,
            ChangeKind.Renamed => 6,
            ChangeKind.Expired => 7,
            ChangeKind.Lost => 8,
            _ => 9,
        };

    public static string At(ObjectRef role, ObjectRef? scope) =>
        scope is null or { Id: "/" } ? role.Label : $"{role.Label}, {Words.Scope(scope)}";

    /// <summary>One below the other; what was not there, or is gone, is said.</summary>
    public static Rich BeforeAndAfter(ChangeRow row) =>
        Rich.Stack(
            row.Before is { } before ? Rich.Of(before, Tone.Quiet) : Rich.Of("was not there", Tone.Quiet),
            row.After is { } after ? Rich.Of(after) : Rich.Of("is gone")
        );

    /// <summary>As far as the audit log says.</summary>
    public static Rich When(ChangeRow row) =>
        row.ChangedAt is null && row.ChangedBy is null
            ? Rich.Of("not known", Tone.Quiet)
            : Rich.Stack(
                row.ChangedAt is { } moment
                    ? Rich.Line(new IdRun(Say.Moment(moment)))
                    : Rich.Of("time not known", Tone.Quiet),
                Rich.Of(row.ChangedBy?.Label ?? "by whom not known", Tone.Quiet)
            );
}
