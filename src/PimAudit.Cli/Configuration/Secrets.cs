namespace PimAudit.Cli;

/// <summary>Reads secrets from where the configuration says that they are kept.</summary>
internal static class Secrets
{
    /// <param name="key">Of the configuration, such as <c>auth.clientSecret</c>.</param>
    /// <returns>Null without a reference.</returns>
    /// <exception cref="Failure">It is not there.</exception>
    public static string? Read(SecretReference? reference, string key, Settings settings, Surroundings surroundings)
    {
        if (reference is null)
            return null;

        var (secret, problem) = Read(reference, BaseOf(settings, surroundings), surroundings.Variable);
        return secret ?? throw Missing(key, problem!);
    }

    /// <param name="folder">Where relative paths begin.</param>
    /// <returns>The secret, or what kept it from being read.</returns>
    public static (string? Secret, string? Problem) Read(
        SecretReference reference,
        string folder,
        Func<string, string?> variable
    )
    {
        if (reference.Variable is { } name)
            return variable(name) is { Length: > 0 } set ? (set, null) : (null, $"The variable {name} is not set.");

        try
        {
            return (File.ReadAllText(Path.GetFullPath(reference.File!, folder)).TrimEnd('\r', '\n'), null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, error.Message);
        }
    }

    /// <summary>Paths in a configuration are relative to its file.</summary>
    public static string BaseOf(Settings settings, Surroundings surroundings) =>
        Path.GetDirectoryName(settings.File) ?? surroundings.Folder;

    public static Failure Missing(string key, string seen) =>
        new(
            ExitCode.Usage,
            $"The secret {key} cannot be read.",
            seen,
            "Nothing was read from a tenant and nothing was written.",
            "Set the variable, or correct the path of the file."
        );
}
