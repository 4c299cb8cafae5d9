namespace PimAudit.Model;

/// <summary>What the name of a Graph permission says.</summary>
public static class GraphPermission
{
    /// <summary>Scopes of every sign-in: they give access to nothing of the tenant.</summary>
    private static readonly string[] OfSignIn = ["openid", "profile", "email", "offline_access"];

    /// <summary>
    /// True for a permission that does more than read, such as <c>RoleManagement.ReadWrite.Directory</c> or <c>Mail.Send</c>:
    /// whatever is not plainly named a read counts as more.
    /// </summary>
    public static bool IsMoreThanRead(string permission) =>
        !OfSignIn.Contains(permission, StringComparer.OrdinalIgnoreCase)
        && !permission
            .Split('.')
            .Any(word =>
                word.Equals("Read", StringComparison.OrdinalIgnoreCase)
                || word.Equals("ReadBasic", StringComparison.OrdinalIgnoreCase)
            );
}
