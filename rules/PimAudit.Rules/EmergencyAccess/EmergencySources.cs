namespace PimAudit.Rules;

/// <summary>Where the expectations of the rules beyond the practice come from.</summary>
internal static class EmergencySources
{
    public const string Microsoft = "Microsoft Learn, Manage emergency access accounts in Microsoft Entra ID";
}
