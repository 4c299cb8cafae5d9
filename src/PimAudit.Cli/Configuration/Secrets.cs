namespace PimAudit.Cli;

/// <summary>Reads secrets from where they are kept.</summary>
internal static class Secrets
{
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
}
