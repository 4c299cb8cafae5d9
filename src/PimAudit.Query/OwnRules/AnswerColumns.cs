using System.Collections.Immutable;
using PimAudit.Engine;

namespace PimAudit.Query;

/// <summary>The columns by which the query of a rule tells its findings.</summary>
public static class AnswerColumns
{
    internal const string Subject = "subject";
    internal const string SubjectKind = "subject_kind";
    internal const string Role = "role";
    internal const string Scope = "scope";
    internal const string Identity = "identity";
    internal const string Evidence = "evidence";
    internal const string Title = "title";
    internal const string Severity = "severity";
    internal const string Observed = "observed";
    internal const string Expected = "expected";

    private static readonly ImmutableArray<string> Needed = [Subject, Observed, Expected];

    public static ImmutableArray<string> All { get; } =
    [Subject, SubjectKind, Role, Scope, Identity, Evidence, Title, Severity, Observed, Expected];

    /// <summary>What is wrong with the columns of an answer, as a sentence; null when nothing is.</summary>
    internal static string? Problem(ImmutableArray<string> columns)
    {
        if (Needed.FirstOrDefault(name => !columns.Contains(name, StringComparer.Ordinal)) is { } missing)
            return $"The query has no column '{missing}'. It has {string.Join(", ", columns)}; each row needs {string.Join(", ", Needed)}.";
        if (columns.FirstOrDefault(name => !IsKnown(name)) is not { } odd)
            return null;

        var near = Nearest.Of(odd, All) is { } word ? $" Did you mean '{word}'?" : "";
        return $"The query has a column '{odd}' that means nothing here.{near} A row may have {string.Join(", ", All)}.";
    }

    internal static bool IsIdentity(string name) => Is(name, Identity);

    internal static bool IsEvidence(string name) => Is(name, Evidence);

    private static bool IsKnown(string name) =>
        All.Contains(name, StringComparer.Ordinal) || IsIdentity(name) || IsEvidence(name);

    /// <summary>The word itself, or one of several: <c>identity_2</c>.</summary>
    private static bool Is(string name, string word) =>
        string.Equals(name, word, StringComparison.Ordinal) || name.StartsWith(word + "_", StringComparison.Ordinal);
}
