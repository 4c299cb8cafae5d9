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
        if (reference.Variable is { } name)
            return surroundings.Variable(name) is { Length: > 0 } secret
                ? secret
                : throw Missing(key, $"The variable {name} is not set.");

        var path = Path.GetFullPath(reference.File!, BaseOf(settings, surroundings));
        try
        {
            return File.ReadAllText(path).TrimEnd('\r', '\n');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Missing(key, error.Message);
        }
    }

    /// <summary>Paths in a configuration are relative to its file.</summary>
    public static string BaseOf(Settings settings, Surroundings surroundings) =>
        Path.GetDirectoryName(settings.File) ?? surroundings.Folder;

    private static Failure Missing(string key, string seen) =>
        new(
            ExitCode.Usage,
            $"The secret {key} cannot be read.",
            seen,
            "Nothing was read from a tenant and nothing was written.",
            "Set the variable, or correct the path of the file."
        );
}
