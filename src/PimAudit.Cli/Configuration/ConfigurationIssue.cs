using PimAudit.Engine;

namespace PimAudit.Cli;

/// <summary>Something in a YAML file that cannot be meant.</summary>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Where">Path of the key, such as <c>rules.PIM204.maxHours</c>.</param>
/// <param name="What">The end of the sentence that starts with the key.</param>
/// <param name="Nearest">The known word nearest to what was written; null when none is near.</param>
internal sealed record ConfigurationIssue(long Line, string Where, string What, string? Nearest = null)
{
    public override string ToString()
    {
        var hint = Nearest is null ? "" : $"; did you mean '{Nearest}'?";
        return Line > 0 ? $"line {Line}: {Where} {What}{hint}" : $"{Where} {What}{hint}";
    }

    /// <summary>What a profile says has no line in the configuration.</summary>
    public static ConfigurationIssue From(ConfigurationProblem problem, YamlMap? root) =>
        new(
            problem.Where.StartsWith("profile ", StringComparison.Ordinal) ? 0 : root?.LineOf(problem.Where) ?? 0,
            problem.Where,
            problem.What,
            problem.Nearest
        );
}
