using System.Text.RegularExpressions;

namespace PimAudit.Build.Tests;

/// <summary>The script <c>.ci/run</c>.</summary>
internal static partial class ContinuousIntegration
{
    public const string Path = ".ci/run";

    /// <summary>What it calls the .NET command with, in its order.</summary>
    public static IEnumerable<string> Steps =>
        Step().Matches(Repository.Text(Path)).Select(step => step.Groups["call"].Value);

    [GeneratedRegex(
        @"^step dotnet (?<call>.*?)( \|\| code=\$\?)?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Step();
}
