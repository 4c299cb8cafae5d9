namespace PimAudit.Docs;

/// <summary>A family of the catalogue: rules that share the first digit of their ids, and a folder.</summary>
/// <param name="Digit">The digit after <c>PIM</c>.</param>
/// <param name="Folder">Below the project of the rules and below that of their tests.</param>
public sealed record Family(char Digit, string Folder, string Title)
{
    /// <summary>By digit.</summary>
    public static IReadOnlyList<Family> All { get; } =
    [
        new('1', "StandingAccess", "Standing access"),
        new('2', "RoleSettings", "Role settings"),
        new('3', "Groups", "Groups"),
        new('4', "EmergencyAccess", "Emergency access (break-glass)"),
        new('5', "Reviews", "Reviews"),
        new('6', "People", "People and workloads"),
        new('7', "Notifications", "Notifications and alerts"),
        new('8', "Use", "Use"),
        new('9', "Coverage", "Coverage"),
    ];

    /// <exception cref="ArgumentException">No family has this digit.</exception>
    public static Family Of(string ruleId) =>
        All.FirstOrDefault(family => ruleId.StartsWith($"PIM{family.Digit}", StringComparison.Ordinal))
        ?? throw new ArgumentException($"No family of the catalogue begins like {ruleId}.", nameof(ruleId));
}
