using System.CommandLine;
using PimAudit.Reports.Redaction;

namespace PimAudit.Cli;

/// <summary>Where the key of a redaction comes from.</summary>
internal static class RedactionKeys
{
    private const string Variable = "PIMAUDIT_REDACT_KEY";
    private const string HowTo =
        "Make one with 'openssl rand -hex 32 > redact.key', keep it secret, and give --redact-key-file redact.key; "
        + $"or put it into the variable {Variable}. The same key gives the same pseudonyms.";

    /// <summary>A key of chance would give pseudonyms that no second run has, so there is none.</summary>
    /// <returns>Null when nobody asked for redaction.</returns>
    /// <exception cref="Failure">There is no key, or none that can be used.</exception>
    public static RedactionKey? Read(CommonOptions options, ParseResult parsed, Surroundings surroundings)
    {
        var file = parsed.GetValue(options.RedactKeyFile);
        if (!parsed.GetValue(options.Redact))
            return file is null
                ? null
                : throw Bad("--redact-key-file has no meaning without --redact.", file, "Give --redact too.");

        var secret = file is null
            ? surroundings.Variable(Variable)?.Trim()
            : TextOf(Path.GetFullPath(file, surroundings.Folder));
        if (string.IsNullOrEmpty(secret))
            throw Bad("Redaction needs a key.", file is null ? "None is given." : $"{file} is empty.", HowTo);
        return secret.Length >= RedactionKey.LeastLength
            ? new(secret)
            : throw Bad(
                $"The key of the redaction has fewer than {RedactionKey.LeastLength} characters.",
                $"It has {secret.Length}.",
                HowTo
            );
    }

    private static string TextOf(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Bad("The key of the redaction cannot be read.", error.Message, HowTo);
        }
    }

    private static Failure Bad(string failed, string seen, string remedy) =>
        new(ExitCode.Usage, failed, seen, "Nothing was read from a tenant and nothing was written.", remedy);
}
