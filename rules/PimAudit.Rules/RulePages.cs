namespace PimAudit.Rules;

/// <summary>The page of each rule, as it ships.</summary>
public static class RulePages
{
    /// <returns>Markdown.</returns>
    /// <exception cref="ArgumentException">No rule of that name has a page.</exception>
    public static string Text(string ruleName)
    {
        var assembly = typeof(RulePages).Assembly;
        var resource =
            assembly
                .GetManifestResourceNames()
                .FirstOrDefault(name => name.EndsWith($".{ruleName}.md", StringComparison.Ordinal))
            ?? throw new ArgumentException($"There is no page of a rule '{ruleName}'.", nameof(ruleName));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
