namespace PimAudit.Reports.Wording;

/// <summary>What no report of this program speaks about, said on the first page of each.</summary>
public static class Outside
{
    public const string Sentence =
        "Azure resource roles; role groups inside Exchange, Purview and Defender; Intune custom roles; Graph application "
        + "permissions.";
}
