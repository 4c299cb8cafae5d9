using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli;

/// <summary>Lays argument over <c>PIMAUDIT_*</c> variable over file over default.</summary>
internal static class SettingsLoader
{
    /// <exception cref="Failure">Something cannot be meant.</exception>
    public static Settings Load(Arguments arguments, Surroundings surroundings)
    {
        var settings = FromFile(arguments, surroundings);
        if (!arguments.Demo)
            settings = FromVariables(settings, surroundings.Variable);

        return settings with
        {
            Profiles = Profiles(arguments, surroundings, settings),
            Formats = Formats(arguments, surroundings) ?? settings.Formats,
            History = VariableOf("PIMAUDIT_HISTORY", arguments, surroundings) is { } connection
                ? new(connection, Reference: null)
                : settings.History,
            Reviews = arguments.Reviews ?? settings.Reviews,
            Baseline =
                arguments.Baseline ?? VariableOf("PIMAUDIT_BASELINE", arguments, surroundings) ?? settings.Baseline,
        };
    }

    /// <summary>Variable over default, for a run that has no file yet.</summary>
    /// <exception cref="Failure">A variable cannot be meant.</exception>
    public static Settings WithoutFile(Surroundings surroundings) =>
        FromVariables(SettingsFile.Read("", SettingsFile.Name) with { File = null }, surroundings.Variable);

    private static Settings FromFile(Arguments arguments, Surroundings surroundings)
    {
        var named = arguments.Config ?? (arguments.Demo ? null : surroundings.Variable("PIMAUDIT_CONFIG"));
        if (named is not null)
            return SettingsFile.Load(Path.GetFullPath(named, surroundings.Folder));
        if (arguments.Demo)
            return SettingsFile.Read(SampleTenants.ContosoConfiguration, "of the sample tenant");
        return SettingsFile.Find(surroundings.Folder) is { } found
            ? SettingsFile.Load(found)
            : SettingsFile.Read("", SettingsFile.Name) with
            {
                File = null,
            };
    }

    private static Settings FromVariables(Settings settings, Func<string, string?> variable) =>
        settings with
        {
            Tenant = IdOf("PIMAUDIT_TENANT", variable) ?? settings.Tenant,
            Cloud = WordOf("PIMAUDIT_CLOUD", Settings.Clouds, variable) ?? settings.Cloud,
            OutputFolder = variable("PIMAUDIT_OUTPUT") ?? settings.OutputFolder,
            Auth = settings.Auth with
            {
                Mode = WordOf("PIMAUDIT_AUTH_MODE", Settings.SignInModes, variable) ?? settings.Auth.Mode,
                ClientId = IdOf("PIMAUDIT_CLIENT_ID", variable) ?? settings.Auth.ClientId,
            },
        };

    /// <summary>A path starts where it was written: at the current folder, or at that of the configuration.</summary>
    private static ImmutableArray<string> Profiles(Arguments arguments, Surroundings surroundings, Settings settings)
    {
        if ((arguments.Profile ?? surroundings.Variable("PIMAUDIT_PROFILE")) is not { } written)
            return ProfileFile.At(settings.Profiles, FolderOf(settings.File) ?? surroundings.Folder);

        ImmutableArray<string> given =
        [
            .. written.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        ];
        if (given.IsEmpty || given.Distinct(StringComparer.Ordinal).Count() < given.Length)
            throw Usage("The profiles must be a list of names, none of them twice.", written, ProfileFile.Shipped);
        return ProfileFile.At(given, surroundings.Folder);
    }

    /// <summary>Null without a file, as for the sample tenant's configuration.</summary>
    private static string? FolderOf(string? file) =>
        Path.GetDirectoryName(file) is { Length: > 0 } folder ? folder : null;

    private static ImmutableArray<string>? Formats(Arguments arguments, Surroundings surroundings)
    {
        var given =
            arguments.Formats
            ?? surroundings
                .Variable("PIMAUDIT_FORMAT")
                ?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .ToImmutableArray();
        if (given?.FirstOrDefault(format => !Cli.Formats.Names.Contains(format, StringComparer.Ordinal)) is { } odd)
            throw Usage($"The format '{odd}' is not known.", odd, Cli.Formats.Names);
        return given;
    }

    /// <summary>Null for the sample tenant: a variable is about the real one.</summary>
    private static string? VariableOf(string name, Arguments arguments, Surroundings surroundings) =>
        arguments.Demo || surroundings.Variable(name) is not { Length: > 0 } text ? null : text;

    private static Guid? IdOf(string name, Func<string, string?> variable) =>
        variable(name) is not { Length: > 0 } text ? null
        : Guid.TryParse(text, out var id) ? id
        : throw Usage($"The variable {name} is not an id (GUID).", text, []);

    private static string? WordOf(string name, ImmutableArray<string> words, Func<string, string?> variable) =>
        variable(name) is not { Length: > 0 } text ? null
        : words.Contains(text, StringComparer.Ordinal) ? text
        : throw Usage($"The variable {name} has a value that is not known.", text, words);

    internal static Failure Usage(string failed, string seen, ImmutableArray<string> words)
    {
        var near = Nearest.Of(seen, words) is { } word ? $" The nearest is '{word}'." : "";
        return new(
            ExitCode.Usage,
            failed,
            $"'{seen}'.{near}",
            "Nothing was read from a tenant and nothing was written.",
            words.IsEmpty ? "Correct it." : $"Use {string.Join(", ", words[..^1])} or {words[^1]}."
        );
    }
}
