using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PimAudit.Engine;

namespace PimAudit.Cli;

/// <summary>Arguments that cannot be parsed, in words that name what was probably meant.</summary>
internal static class Misread
{
    private const string NothingDone = "Nothing was read and nothing was written.";

    /// <summary>
    /// What is written like an option, and was taken for an argument because the verb has no such option. A file of that
    /// name stands behind <c>--</c>.
    /// </summary>
    public static IEnumerable<string> Mistaken(ParseResult parsed) =>
        parsed.Tokens.Any(token => token.Type is TokenType.DoubleDash)
            ? []
            : parsed
                .CommandResult.Children.OfType<ArgumentResult>()
                .SelectMany(argument => argument.Tokens)
                .Select(token => token.Value)
                .Where(word => word.StartsWith("--", StringComparison.Ordinal) && !word.Any(char.IsWhiteSpace));

    /// <param name="parsed">With errors, or with such a word.</param>
    public static Failure Of(ParseResult parsed)
    {
        var verbs = Verbs(parsed.CommandResult).ToList();
        var help = string.Join(' ', [.. verbs.Prepend("pimaudit"), "--help"]);
        if (parsed.CommandResult.Command.Subcommands.Count > 0 && parsed.UnmatchedTokens.Count == 0)
            return NoVerb(parsed.CommandResult.Command, verbs.Count == 0, help);

        return new(
            ExitCode.Usage,
            "The arguments cannot be understood.",
            string.Join('\n', Faults(parsed).Distinct(StringComparer.Ordinal)),
            NothingDone,
            $"'{help}' lists what there is."
        );
    }

    private static Failure NoVerb(Command command, bool isRoot, string help)
    {
        var verbs = command.Subcommands.Select(one => one.Name).ToList();
        return isRoot
            ? new(
                ExitCode.Usage,
                "No verb says what to do.",
                "'pimaudit' stands alone.",
                NothingDone,
                $"Begin with 'pimaudit scan --demo', which needs no tenant; '{help}' lists every verb."
            )
            : new(
                ExitCode.Usage,
                "No verb says what to do.",
                $"'{command.Name}' stands alone.",
                NothingDone,
                $"Add {string.Join(", ", verbs[..^1])} or {verbs[^1]}; '{help}' describes them."
            );
    }

    /// <summary>One word that nobody knows makes the parser complain of the next ones too; so that one is told alone.</summary>
    private static IEnumerable<string> Faults(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var mistaken = Mistaken(parsed).ToList();
        var unknown = mistaken.Count > 0 ? mistaken : parsed.UnmatchedTokens;
        if (unknown.Count == 0)
            return parsed.Errors.Select(Fault);
        if (command.Subcommands.Count > 0)
            return [Verb(unknown[0], command)];

        var options = unknown.Where(IsOption).ToList();
        return options.Count > 0
            ? options.Select(option => Option(option.Split('=', 2)[0], parsed.CommandResult))
            : unknown.Select(word => $"'{word}' is an argument too many. A name with blanks stands in quotes.");
    }

    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-';

    private static string Verb(string word, Command command) =>
        IsOption(word)
            ? $"'{word}' stands where a verb must stand."
            : $"There is no verb '{word}'.{Near(word, command.Subcommands.Select(one => one.Name))}";

    private static string Option(string word, CommandResult command)
    {
        var known = Commands(command)
            .SelectMany(one => one.Options.Where(option => one == command.Command || option.Recursive))
            .SelectMany(option => option.Aliases.Append(option.Name));
        return $"There is no option '{word}'.{Near(word, known)}";
    }

    private static string Near(string word, IEnumerable<string> known) =>
        Nearest.Of(word, known) is { } near ? $" The nearest is '{near}'." : "";

    private static string Fault(ParseError error) =>
        error.SymbolResult is { } symbol
        && NumberOf(symbol) is { } name
        && symbol.Tokens is [var token]
        && !int.TryParse(token.Value, CultureInfo.InvariantCulture, out _)
            ? $"{name} takes a whole number, not '{token.Value}'."
            : error.Message;

    /// <summary>Null for what takes no number.</summary>
    private static string? NumberOf(SymbolResult symbol) =>
        symbol switch
        {
            OptionResult { Option: { } option } when IsNumber(option.ValueType) => option.Name,
            ArgumentResult { Parent: OptionResult parent } => NumberOf(parent),
            _ => null,
        };

    private static bool IsNumber(Type type) => type == typeof(int) || type == typeof(int?);

    private static IEnumerable<Command> Commands(CommandResult command) =>
        command.Parent is CommandResult parent ? Commands(parent).Append(command.Command) : [command.Command];

    /// <summary>Such as <c>waivers list</c>; none where no verb was understood.</summary>
    private static IEnumerable<string> Verbs(CommandResult command) =>
        Commands(command).Skip(1).Select(one => one.Name);
}
