using System.Globalization;
using System.Text;
using PimAudit.Model;
using PimAudit.Service;

namespace PimAudit.Cli;

/// <summary>Says how many tenants are done: one changing line on a terminal, a line each half minute elsewhere.</summary>
internal sealed class FleetProgressLine : IProgress<FleetProgress>, IDisposable
{
    private static readonly TimeSpan PauseElsewhere = TimeSpan.FromSeconds(30);
    private const int MostNamed = 3;

    private readonly Lock one = new();
    private readonly Surroundings surroundings;
    private readonly bool quiet;
    private readonly ITimer? reminder;
    private FleetProgress? last;
    private int written;

    public FleetProgressLine(Surroundings surroundings, bool quiet)
    {
        this.surroundings = surroundings;
        this.quiet = quiet;
        Writer = new Aside(this);
        if (!quiet && !surroundings.ErrorIsTerminal)
            reminder = surroundings.Time.CreateTimer(_ => Remind(), state: null, PauseElsewhere, PauseElsewhere);
    }

    /// <summary>For whole lines of others: the progress makes room for them.</summary>
    public TextWriter Writer { get; }

    public void Report(FleetProgress value)
    {
        lock (one)
        {
            last = value;
            if (!quiet && surroundings.ErrorIsTerminal)
                Show(Words(value));
        }
    }

    public void Dispose()
    {
        reminder?.Dispose();
        lock (one)
            Clear();
        Writer.Dispose();
    }

    private void Remind()
    {
        lock (one)
            if (last is { } progress)
                surroundings.Error.WriteLine(Words(progress));
    }

    private void Show(string text)
    {
        var line = text[..Math.Min(text.Length, Math.Max(0, surroundings.ErrorWidth - 1))];
        surroundings.Error.Write('\r' + line.PadRight(written));
        written = line.Length;
    }

    private void Clear()
    {
        if (written > 0)
            surroundings.Error.Write('\r' + new string(' ', written) + '\r');
        written = 0;
    }

    private void Tell(string line)
    {
        lock (one)
        {
            Clear();
            surroundings.Error.WriteLine(line);
        }
    }

    private static string Words(FleetProgress now)
    {
        var named = string.Join(", ", now.Running.Take(MostNamed));
        var more = now.Running.Length > MostNamed ? $" and {Say.Number(now.Running.Length - MostNamed)} more" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{now.Done} of {now.Total} tenants done, {now.NotScanned} not scanned{(named.Length > 0 ? $"; under way: {named}{more}" : "")}"
        );
    }

    /// <summary>Takes whole lines alone.</summary>
    private sealed class Aside(FleetProgressLine progress) : TextWriter
    {
        public override Encoding Encoding => progress.surroundings.Error.Encoding;

        public override void Write(char value) => progress.surroundings.Error.Write(value);

        public override void WriteLine(string? value) => progress.Tell(value ?? "");
    }
}
