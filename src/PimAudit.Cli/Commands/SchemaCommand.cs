using System.CommandLine;

namespace PimAudit.Cli;

/// <summary><c>schema NAME</c>: the JSON Schema of a file that PimAudit reads or writes.</summary>
internal static class SchemaCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var name = new Argument<string>("NAME") { Description = $"One of {string.Join(", ", RuleSchemas.Names)}." };
        var command = new Command("schema", "Print the JSON Schema of a file.") { name };
        command.SetAction(parsed => Guard.Run(surroundings, () => Print(parsed.GetValue(name)!, surroundings)));
        return command;
    }

    private static ExitCode Print(string name, Surroundings surroundings)
    {
        if (!RuleSchemas.Names.Contains(name, StringComparer.Ordinal))
            throw SettingsLoader.Usage("There is no such schema.", name, RuleSchemas.Names);

        surroundings.Out.WriteLine(RuleSchemas.Text(name).TrimEnd());
        return ExitCode.Clean;
    }
}
