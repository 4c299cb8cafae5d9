namespace PimAudit.Build.Tests;

/// <summary>Stands in for the .NET command: remembers how it was called and answers as told.</summary>
/// <param name="failing">Calls that begin like this end with 3; null for none.</param>
/// <param name="results">Passed and total of each test project: what <c>dotnet test</c> leaves behind.</param>
public sealed class FakeDotnet(string? failing = null, params (int Passed, int Total)[] results)
{
    private readonly List<string> calls = [];

    public IReadOnlyList<string> Calls => calls;

    /// <returns>The exit code.</returns>
    public int Run(string line)
    {
        calls.Add(line);
        if (line.StartsWith("test", StringComparison.Ordinal))
            LeaveResults(Environment.GetEnvironmentVariable("PIMAUDIT_TEST_RESULTS")!);
        return failing is not null && line.StartsWith(failing, StringComparison.Ordinal) ? 3 : 0;
    }

    /// <summary>One file of results: beside the tests that ran, one was left out on this platform.</summary>
    public static string Trx(int passed, int total) =>
        $"""
            <TestRun><ResultSummary outcome="Completed">
              <Counters total="{total + 1}" executed="{total}" passed="{passed}" failed="{total
                - passed}" passedButRunAborted="0" />
            </ResultSummary></TestRun>
            """;

    private void LeaveResults(string folder)
    {
        foreach (var (index, (passed, total)) in results.Index())
            File.WriteAllText(Path.Combine(folder, $"{index}.trx"), Trx(passed, total));
    }
}
