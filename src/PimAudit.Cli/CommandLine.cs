using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PimAudit.Cli;

/// <summary>The verbs, and what happens when none of them is meant.</summary>
public static class CommandLine
{
    /// <summary>What a verb may still do after Ctrl-C; a service says itself how long its scans may take.</summary>
    private static readonly TimeSpan UsualTermination = TimeSpan.FromSeconds(2);

    /// <returns>The exit code, see <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        Surroundings surroundings,
        CancellationToken cancellation = default
    )
    {
        var parsed = Root(surroundings).Parse(arguments);
        if (parsed.Errors.Count > 0 || Misread.Mistaken(parsed).Any())
            return Refuse(parsed, surroundings);

        var invocation = new InvocationConfiguration
        {
            Output = surroundings.Out,
            Error = surroundings.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout =
                parsed.CommandResult.Command.Name is ServeCommand.Name ? Timeout.InfiniteTimeSpan : UsualTermination,
        };
        return await parsed.InvokeAsync(invocation, cancellation);
    }

    /// <summary>Every verb.</summary>
    internal static RootCommand Root(Surroundings surroundings)
    {
        var root = new RootCommand(
            "Audits Microsoft Entra Privileged Identity Management: who can reach which role, by which path, and what the best practices say. It only ever reads."
        )
        {
            InitCommand.Make(surroundings),
            DoctorCommand.Make(surroundings),
            ScanCommand.Make(surroundings),
            SnapshotCommand.Make(surroundings),
            EvaluateCommand.Make(surroundings),
            ReportCommand.Make(surroundings),
            DiffCommand.Make(surroundings),
            WhoCanCommand.Make(surroundings),
            WhatCanCommand.Make(surroundings),
            ActiveNowCommand.Make(surroundings),
            ExpiringCommand.Make(surroundings),
            OrphansCommand.Make(surroundings),
            DiagnoseCommand.Make(surroundings),
            PlanCommand.Make(surroundings),
            GraphCommand.Make(surroundings),
            QueryCommand.Make(surroundings),
            RulesCommand.Make(surroundings),
            ExplainCommand.Make(surroundings),
            WaiversCommand.Make(surroundings),
            BaselineCommand.Make(surroundings),
            ReviewCommand.Make(surroundings),
            FleetCommand.Make(surroundings),
            HistoryCommand.Make(surroundings),
            NotifyCommand.Make(surroundings),
            VerifyCommand.Make(surroundings),
            ServeCommand.Make(surroundings),
            SchemaCommand.Make(surroundings),
            EmulateCommand.Make(surroundings),
            VersionCommand.Make(surroundings),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples(
            (SynchronousCommandLineAction)help.Action!,
            surroundings.OutIsTerminal ? surroundings.Width : int.MaxValue
        );
        return root;
    }

    private static int Refuse(ParseResult parsed, Surroundings surroundings)
    {
        new FailurePrinter(surroundings).Print(Misread.Of(parsed));
        return (int)ExitCode.Usage;
    }
}
