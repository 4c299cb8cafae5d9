namespace PimAudit.Model;

/// <summary>What the first digit of a rule's id means.</summary>
public static class RuleFamilies
{
    /// <summary>Such as <c>Role settings</c>; rules of one's own are a family too.</summary>
    public static string TitleOf(string ruleId) =>
        ruleId.StartsWith("PIM", StringComparison.Ordinal) && ruleId.Length > 3
            ? ruleId[3] switch
            {
                '1' => "Standing access",
                '2' => "Role settings",
                '3' => "Groups",
                '4' => "Emergency access (break-glass)",
                '5' => "Reviews and lifetime",
                '6' => "People and workloads",
                '7' => "Notifications and alerts",
                '8' => "Use",
                '9' => "Coverage",
                _ => Own,
            }
            : Own;

    private const string Own = "Your own rules";
}
