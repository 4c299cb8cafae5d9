using PimAudit.Service;

namespace PimAudit.Cli;

/// <summary>Secrets of channels: where they are kept is read with the configuration, they themselves when they are needed.</summary>
internal static class ChannelSecrets
{
    /// <summary>A missing one is an issue; so is one that is written down.</summary>
    public static SecretReader Required(YamlMap map, string key, string folder)
    {
        if (!map.Keys.Contains(key, StringComparer.Ordinal))
            map.Issue(key, "is missing: write { variable: NAME } or { file: PATH }");
        return Optional(map, key, folder) ?? (_ => throw new ChannelException($"The {key} is missing."));
    }

    /// <summary>Null when the key is not there.</summary>
    public static SecretReader? Optional(YamlMap map, string key, string folder) =>
        SecretSection.Read(map, key) is { } reference ? Reader(reference, key, folder) : null;

    /// <summary>Written down in the configuration, where that is allowed.</summary>
    public static SecretReader Written(string text) => _ => text;

    private static SecretReader Reader(SecretReference reference, string key, string folder) =>
        variable =>
            Secrets.Read(reference, folder, variable) switch
            {
                ({ Length: > 0 } secret, _) => secret,
                _ when reference.Variable is { } name => throw new ChannelException(
                    $"The {key} cannot be read: the variable {name} is not set."
                ),
                _ => throw new ChannelException($"The {key} cannot be read: its file is missing, empty or locked."),
            };
}
