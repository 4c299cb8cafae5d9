using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using PimAudit.Archive;
using PimAudit.Rules;

namespace PimAudit.Cli;

/// <summary><c>rules new ID NAME</c>: a file with a rule that works, to be changed.</summary>
internal static class RulesNewCommand
{
    private const string DefaultFolder = "pimaudit-rules";

    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var id = new Argument<string>("ID") { Description = "Such as ORG001; not PIM, which ships." };
        var name = new Argument<string>("NAME") { Description = "The fault in one word, such as ActivatedAtNight." };
        var folder = new Option<string?>("--out")
        {
            Description = "The folder. Default: the first of customRules: in the configuration, else pimaudit-rules.",
            HelpName = "DIR",
        };
        var like = new Option<string?>("--like")
        {
            Description = $"Begin with a sample: {string.Join(", ", SampleRules.Names)}.",
            HelpName = "SAMPLE",
        };
        var command = new Command("new", "Write a rule of your own to begin with.")
        {
            id,
            name,
            folder,
            like,
            options.Config,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Guard.RunAsync(
                    surroundings,
                    token =>
                        WriteAsync(
                            parsed.GetValue(id)!,
                            parsed.GetValue(name)!,
                            parsed.GetValue(folder),
                            parsed.GetValue(like),
                            options.Arguments(parsed),
                            surroundings,
                            token
                        ),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<ExitCode> WriteAsync(
        string id,
        string name,
        string? folder,
        string? like,
        Arguments arguments,
        Surroundings surroundings,
        CancellationToken cancellation
    )
    {
        Refuse(id, name);
        var text = TextOf(id, name, like);
        var settings = SettingsLoader.Load(arguments, surroundings);
        var isListed = folder is null && !settings.CustomRules.IsEmpty && settings.File is not null;
        var target = isListed
            ? Path.GetFullPath(settings.CustomRules[0], Path.GetDirectoryName(Path.GetFullPath(settings.File!))!)
            : Path.GetFullPath(folder ?? DefaultFolder, surroundings.Folder);
        var path = Path.Combine(target, $"{id}-{name}.yaml");
        await CreateAsync(path, text, cancellation);

        var shown = Path.GetRelativePath(surroundings.Folder, path).Replace('\\', '/');
        surroundings.Out.WriteLine($"Written: {shown}");
        surroundings.Out.WriteLine(
            "  1. Change title, severity, why, fix and query; every row of the query is a finding."
        );
        surroundings.Out.WriteLine("     'pimaudit query --schema' describes what a query may read.");
        surroundings.Out.WriteLine("  2. Change the examples: one tenant that the rule reports, one that it ignores.");
        surroundings.Out.WriteLine($"  3. pimaudit rules test {shown}");
        if (!isListed)
            surroundings.Out.WriteLine($"  4. Add to {SettingsFile.Name}:  customRules: [ {folder ?? DefaultFolder} ]");
        return ExitCode.Clean;
    }

    private static void Refuse(string id, string name)
    {
        if (RuleIds.Problem(id) is { } problem)
            throw Usage(
                $"'{id}' cannot be the id of a rule of your own.",
                $"It {problem}.",
                "Give an id such as ORG001."
            );
        if (RuleIds.NameProblem(name) is { } wrong)
            throw Usage(
                $"'{name}' cannot be the name of a rule.",
                $"It {wrong}.",
                "Give a name such as ActivatedAtNight."
            );
        if (Catalogue.All.FirstOrDefault(rule => RuleShelf.Is(rule, name)) is { } taken)
            throw Usage(
                $"'{name}' is the name of a rule that ships.",
                $"It is {taken.Info.Id}.",
                "Choose another name."
            );
    }

    private static string TextOf(string id, string name, string? like)
    {
        if (like is null)
            return SampleRules
                .Template.Replace("{id}", id, StringComparison.Ordinal)
                .Replace("{name}", name, StringComparison.Ordinal);
        if (!SampleRules.Names.Contains(like, StringComparer.Ordinal))
            throw SettingsLoader.Usage("There is no such sample.", like, SampleRules.Names);

        return Changed(Changed(SampleRules.Text(like), "id", id), "name", name);
    }

    private static string Changed(string text, string key, string value) =>
        Regex.Replace(
            text,
            $"^{key}: .*$",
            $"{key}: {value}",
            RegexOptions.Multiline | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );

    /// <exception cref="Failure">There is one already.</exception>
    private static Task CreateAsync(string path, string text, CancellationToken cancellation)
    {
        if (Path.Exists(path))
            throw Usage("The file is there already.", path, "Choose another id or name, or remove the file.");

        return AtomicFile.WriteAsync(
            path,
            (stream, token) => stream.WriteAsync(Encoding.UTF8.GetBytes(text), token).AsTask(),
            cancellation
        );
    }

    private static Failure Usage(string failed, string seen, string remedy) =>
        new(ExitCode.Usage, failed, seen, "Nothing was written.", remedy);
}
