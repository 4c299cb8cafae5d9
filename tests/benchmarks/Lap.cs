using System.Diagnostics;
using System.Globalization;

namespace PimAudit.Benchmarks;

/// <summary>Time that passes, and time that this process works, since a moment.</summary>
internal sealed class Lap
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly TimeSpan before = Environment.CpuUsage.TotalTime;

    public static Lap Begin() => new();

    public TimeSpan Passed => clock.Elapsed;

    /// <summary>On all processors, the collection of garbage included.</summary>
    public TimeSpan Worked => Environment.CpuUsage.TotalTime - before;

    public override string ToString() => Words(Passed, Worked);

    public static string Words(TimeSpan passed, TimeSpan worked) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{passed.TotalSeconds:0.000} s ({worked.TotalSeconds:0.000} s of processor)"
        );
}
