using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Archive;

/// <summary>What no baseline that PimAudit wrote goes beyond.</summary>
internal static class BaselineBounds
{
    private const int MostFindings = 100_000;
    private const int MostIdentity = 1_000;
    private const int LongestText = 1_000;
    private const int LongestId = 20_000;
    private const int LongestWord = 100;
    private const int FingerprintDigits = 64;
    private const int ShortestRule = 4;

    /// <returns>What is wrong; null when nothing is.</returns>
    public static string? Problem(Baseline baseline) =>
        baseline.Findings.IsDefault ? "It has no findings, not even none."
        : baseline.Findings.Length > MostFindings
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"It holds {baseline.Findings.Length} findings; a baseline has at most {MostFindings}."
            )
        : !IsWord(baseline.Profile) ? "Its profile is no name."
        : !IsWord(baseline.RunId) ? "Its runId is no run id."
        : Repeated(baseline.Findings) is { } twice ? $"The fingerprint {twice[..8]} stands in it twice."
        : baseline
            .Findings.Index()
            .Select(one => ProblemOf(one.Item) is { } problem ? At(one.Index, problem) : null)
            .FirstOrDefault(problem => problem is not null);

    private static string At(int index, string problem) =>
        string.Create(CultureInfo.InvariantCulture, $"findings[{index}]: {problem}");

    private static string? Repeated(ImmutableArray<BaselinedFinding> findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return findings
            .Select(one => one.Fingerprint)
            .FirstOrDefault(fingerprint => fingerprint is { Length: FingerprintDigits } && !seen.Add(fingerprint));
    }

    private static string? ProblemOf(BaselinedFinding? one) =>
        one is null ? "is null."
        : one.Fingerprint.Length != FingerprintDigits || !one.Fingerprint.All(IsHexDigit)
            ? "the fingerprint is not 64 lower-case hex digits."
        : !IsRule(one.RuleId) ? "the ruleId is no id of a rule."
        : !IsWord(one.RuleName) ? "the ruleName is no name of a rule."
        : one.Identity.IsDefaultOrEmpty || one.Identity.Length > MostIdentity
            ? "the identity is empty or has more than 1000 objects."
        : one.Identity.Append(one.Subject).Append(one.Role).OfType<ObjectRef>().Any(IsTooLong)
        || one.Identity.Any(part => part is null)
            ? "an object has no id, or an id or a name that is too long."
        : one.Scope is { Length: > LongestId }
        || one.Title.Length > LongestText
        || one.Observed.Length > LongestText
        || one.Expected.Length > LongestText
            ? "a text is longer than any that PimAudit writes."
        : null;

    private static bool IsTooLong(ObjectRef one) =>
        one.Id.Length is 0 or > LongestId || one.DisplayName is { Length: > LongestText };

    private static bool IsRule(string text) => text.Length >= ShortestRule && IsWord(text) && text.All(IsPlain);

    private static bool IsWord(string text) => text.Length is > 0 and <= LongestWord;

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.';

    private static bool IsHexDigit(char letter) => letter is (>= '0' and <= '9') or (>= 'a' and <= 'f');
}
