using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>The command that would waive a finding: its full identity, and nothing that the tenant wrote.</summary>
public static class WaiverCommand
{
    private const string WithoutQuotes = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:/";

    /// <summary>What is said where no command can be printed.</summary>
    public const string ByHand = "written into pimaudit.yaml by hand: an id of it is not safe on every shell";

    /// <summary>The identity as targets: ids, with their kind where the id alone says little. The whole tenant is implied.</summary>
    public static ImmutableArray<string> TargetsOf(Finding finding) =>
        [.. finding.Identity.Where(part => part is not { Kind: ObjectKind.Scope, Id: "/" }).Select(Target)];

    /// <summary>Safe to paste into PowerShell and into POSIX shells; reason, approver and day are left to fill in.</summary>
    /// <returns>Null where an id holds what those shells do not quote alike: such a waiver is written by hand.</returns>
    public static string? Of(Finding finding)
    {
        var targets = TargetsOf(finding).Select(Quoted).ToList();
        return targets.Contains(null) || Quoted(finding.RuleId) is not { } rule
            ? null
            : $"pimaudit waivers add {rule} {string.Join(' ', targets)} --reason 'REASON' --approved-by 'APPROVER' --expires YYYY-MM-DD";
    }

    private static string Target(ObjectRef part) => Guid.TryParseExact(part.Id, "D", out _) ? part.Id : part.Key;

    private static string? Quoted(string text) =>
        text.Length == 0 || text.Any(letter => letter is < ' ' or > '~' or '\'') ? null
        : char.IsAsciiLetterOrDigit(text[0])
        && text.All(letter => WithoutQuotes.Contains(letter, StringComparison.Ordinal))
            ? text
        : $"'{text}'";
}
