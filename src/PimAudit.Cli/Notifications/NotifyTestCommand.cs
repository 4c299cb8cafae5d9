using System.Collections.Immutable;
using System.CommandLine;
using PimAudit.Engine;
using PimAudit.Service;

namespace PimAudit.Cli;

/// <summary><c>notify test</c>: a notice that is marked as a test, once to each channel.</summary>
internal static class NotifyTestCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var channel = new Option<string?>("--channel")
        {
            Description = "This channel alone. Default: every channel of the configuration.",
            HelpName = "NAME",
        };
        var command = new Command("test", "Send a notice marked as a test to each channel, and tell how it answered.")
        {
            options.Config,
            channel,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Guard.RunAsync(
                    surroundings,
                    token =>
                    {
                        var settings = SettingsLoader.Load(options.Arguments(parsed), surroundings);
                        return TestAsync(settings, Names(settings, parsed.GetValue(channel)), surroundings, token);
                    },
                    cancellation
                )
        );
        return command;
    }

    private static async Task<ExitCode> TestAsync(
        Settings settings,
        ImmutableArray<string> names,
        Surroundings surroundings,
        CancellationToken cancellation
    )
    {
        using var channels = NoticeSender.Channels(settings, surroundings, surroundings.Out);
        var now = surroundings.Time.GetUtcNow();
        var answers = await Task.WhenAll(
            names.Select(name => channels.SendAsync(NoticeMessages.Test(name, now), cancellation))
        );
        foreach (var (name, answer) in names.Zip(answers))
            surroundings.Out.WriteLine($"{name}: {Word(answer.Kind)}. {Printable.Of(answer.Why)}");
        return answers.All(answer => answer.Kind is AnswerKind.Delivered) ? ExitCode.Clean : ExitCode.Internal;
    }

    private static ImmutableArray<string> Names(Settings settings, string? wanted)
    {
        ImmutableArray<string> all = [.. settings.Notifications.Channels.Select(channel => channel.Name)];
        if (all.IsEmpty)
            throw new Failure(
                ExitCode.Usage,
                "There is no channel to test.",
                settings.File is { } file ? $"{file} names none." : $"There is no {SettingsFile.Name}.",
                "Nothing was sent.",
                "Write one under notifications: channels: in pimaudit.yaml; docs/notifications.md shows how."
            );
        if (wanted is null)
            return all;
        return all.Contains(wanted, StringComparer.Ordinal)
            ? [wanted]
            : throw new Failure(
                ExitCode.Usage,
                $"There is no channel '{wanted}'.",
                $"The configuration has {string.Join(", ", all)}."
                    + (Nearest.Of(wanted, all) is { } near ? $" The nearest is '{near}'." : ""),
                "Nothing was sent.",
                "Name one of these with --channel."
            );
    }

    private static string Word(AnswerKind kind) =>
        kind switch
        {
            AnswerKind.Delivered => "delivered",
            AnswerKind.TryAgain => "failed, would be tried again",
            _ => "refused",
        };
}
