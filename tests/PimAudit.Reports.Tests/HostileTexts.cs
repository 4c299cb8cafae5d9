using System.Collections.Immutable;
using NUnit.Framework;
using PimAudit.TestKit;

namespace PimAudit.Reports.Tests;

/// <summary>The corpus, for tests that try one text after the other.</summary>
internal static class HostileTexts
{
    private const int MostLetters = 300;

    /// <summary>Named by number: a test runner is no place for such names.</summary>
    public static IEnumerable<TestCaseData> Cases =>
        All.Index().Select(pair => new TestCaseData(pair.Item).SetArgDisplayNames($"text {pair.Index}"));

    /// <summary>Each sixth, for tests that write a whole report for each.</summary>
    public static IEnumerable<TestCaseData> Some => Cases.Where((_, at) => at % 6 == 0);

    /// <summary>The long ones are tried together with all others.</summary>
    public static ImmutableArray<string> All { get; } = [.. Corpus.Strings.Where(text => text.Length <= MostLetters)];
}
