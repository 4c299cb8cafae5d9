namespace PimAudit.Cli;

/// <summary>Reads a key that says where a secret is kept: <c>{ variable: NAME }</c> or <c>{ file: PATH }</c>.</summary>
internal static class SecretSection
{
    /// <summary>A secret written down is refused, and never repeated in the message.</summary>
    public static SecretReference? Read(YamlMap above, string key)
    {
        if (!above.Keys.Contains(key, StringComparer.Ordinal))
            return null;
        if (!above.IsMap(key))
        {
            above.Issue(
                key,
                "holds a secret; write { variable: NAME } or { file: PATH } instead, and change that secret"
            );
            return null;
        }

        var map = above.Map(key)!;
        var reference = new SecretReference(map.Text("variable"), map.Text("file"));
        if (reference is { Variable: null } == reference is { File: null })
            above.Issue(key, "must name either a variable or a file");
        map.RefuseOtherKeys();
        return reference;
    }
}
