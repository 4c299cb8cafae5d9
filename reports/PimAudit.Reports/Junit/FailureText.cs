using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Junit;

/// <summary>What stands inside a failure: a line for each thing that somebody needs who mends it.</summary>
internal static class FailureText
{
    public static string Of(Finding finding) => string.Join('\n', Lines(finding).Select(VisibleText.Of));

    private static IEnumerable<string> Lines(Finding finding)
    {
        yield return $"Finding {finding.ShortId}, {Outcomes.Status(finding)}";
        yield return $"Object: {finding.Subject.Label} ({finding.Subject.Key})";
        if (finding.Role is { } role)
            yield return $"Role: {role.Label} ({role.Id})";
        if (finding.Scope is { } scope)
            yield return $"Scope: {Words.Scope(scope)}";
        yield return $"Observed: {finding.Observed}";
        yield return $"Expected: {finding.Expected}";
        if (finding.NotConfirmed is { } doubt)
            yield return $"Not confirmed: {doubt}";
        yield return $"Why: {finding.Why}";
        foreach (var step in finding.Fix.Steps)
            yield return $"Fix: {step}";
        foreach (var line in finding.Fix.Command?.Split('\n') ?? [])
            yield return $"Command: {line}";
        if (finding.Owner is { } owner)
            yield return $"Owner: {owner}";
        yield return $"Source: {finding.Source}";
        yield return $"Fingerprint: {finding.Fingerprint}";
    }
}
