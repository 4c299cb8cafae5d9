using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli;

/// <summary>What <c>emulate</c> is asked to serve, and how.</summary>
/// <param name="Port">Loopback port; 0 takes a free one.</param>
/// <param name="Size">Of the generated tenant; null: the sample tenant.</param>
/// <param name="Planted">Violations of every rule are in the generated tenant.</param>
/// <param name="Latency">Wait before each answer.</param>
/// <param name="PageSize">Rows of a page; null: as the emulator does.</param>
/// <param name="Expectations">File for the list of what was planted; null for none.</param>
internal sealed record EmulateRequest(
    int Port,
    TenantSize? Size,
    int Seed,
    bool Planted,
    TimeSpan Latency,
    int? PageSize,
    string? Expectations
);

/// <summary>The options of <c>emulate</c>.</summary>
internal sealed class EmulateOptions
{
    private const int DefaultPort = 8877;
    private const int LongestPage = 999;
    private const int LongestLatency = 60_000;

    private readonly Option<int> port = new("--port", "-p")
    {
        Description = "Loopback port; 0 takes a free one.",
        DefaultValueFactory = _ => DefaultPort,
        HelpName = "PORT",
    };

    private readonly Option<string?> size = new("--size")
    {
        Description = "Generate a tenant of this size instead: small, typical, large or extreme.",
        HelpName = "SIZE",
    };

    private readonly Option<int> seed = new("--seed")
    {
        Description = "With --size: another number gives another tenant, the same number the same.",
        DefaultValueFactory = _ => 1,
        HelpName = "N",
    };

    private readonly Option<bool> planted = new("--planted")
    {
        Description = "With --size: plant violations of every rule; without it there are none.",
    };

    private readonly Option<string?> expectations = new("--expectations")
    {
        Description = "With --planted: write what was planted, as JSON.",
        HelpName = "FILE",
    };

    private readonly Option<string?> latency = new("--latency")
    {
        Description = "Wait before each answer, such as 50ms.",
        HelpName = "TIME",
    };

    private readonly Option<int?> pageSize = new("--page-size")
    {
        Description = "Rows of a page where the request does not say.",
        HelpName = "N",
    };

    public EmulateOptions()
    {
        port.Validators.Add(result => Check(result, 0, 65535, "a port"));
        seed.Validators.Add(result => Check(result, 0, int.MaxValue, "a seed"));
        pageSize.Validators.Add(result => Check(result, 1, LongestPage, "a page size"));
        size.AcceptOnlyFromAmong([.. Enum.GetNames<TenantSize>().Select(name => name.ToLowerInvariant())]);
        latency.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && Milliseconds(result.Tokens[0].Value) is null)
                result.AddError(
                    $"'{result.Tokens[0].Value}' is not a time from 0ms to {LongestLatency}ms, such as 50ms."
                );
        });
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { port, size, seed, planted, expectations, latency, pageSize })
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (!IsGiven(result, size) && new Option[] { seed, planted }.FirstOrDefault(Given) is { } alone)
                result.AddError($"{alone.Name} needs --size.");
            if (!IsGiven(result, planted) && Given(expectations))
                result.AddError($"{expectations.Name} needs --planted.");

            bool Given(Option option) => IsGiven(result, option);
        });
    }

    public EmulateRequest Of(ParseResult parsed) =>
        new(
            parsed.GetValue(port),
            parsed.GetValue(size) is { } word ? Enum.Parse<TenantSize>(word, ignoreCase: true) : null,
            parsed.GetValue(seed),
            parsed.GetValue(planted),
            TimeSpan.FromMilliseconds(parsed.GetValue(latency) is { } time ? Milliseconds(time)!.Value : 0),
            parsed.GetValue(pageSize),
            parsed.GetValue(expectations)
        );

    private static bool IsGiven(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };

    /// <summary>Null when the text is no time, or too long a one. The unit may be left out.</summary>
    private static int? Milliseconds(string text)
    {
        var number = text.EndsWith("ms", StringComparison.OrdinalIgnoreCase) ? text[..^2] : text;
        return Number(number) is { } value and <= LongestLatency ? value : null;
    }

    private static void Check(OptionResult result, int least, int most, string what)
    {
        if (
            result.Tokens.Count == 1
            && !(Number(result.Tokens[0].Value) is { } value && value >= least && value <= most)
        )
            result.AddError($"'{result.Tokens[0].Value}' is not {what} from {least} to {most}.");
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
