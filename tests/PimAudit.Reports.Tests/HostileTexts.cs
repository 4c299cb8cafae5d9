using System.Collections.Immutable;
using NUnit.Framework;
using PimAudit.TestKit;

namespace PimAudit.Reports.Tests;

/// <summary>The corpus, for tests that try one text after the other.</summary>
internal static class HostileTexts
{
    /// <summary>Named by number: a test runner is no place for such names.</summary>
    public static IEnumerable<TestCaseData> Cases =>
        All.Index().Select(pair => new TestCaseData(pair.Item).SetArgDisplayNames($"text {pair.Index}"));

    public static ImmutableArray<string> All => Corpus.Strings;
}
