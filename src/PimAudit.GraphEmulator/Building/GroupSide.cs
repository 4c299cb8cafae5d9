namespace PimAudit.GraphEmulator;

/// <summary>Which relationship to a group: PIM for Groups keeps the two apart, with settings of their own.</summary>
public enum GroupSide
{
    Member,
    Owner,
}

internal static class GroupSides
{
    /// <summary>Graph's <c>accessId</c>.</summary>
    public static string AccessId(this GroupSide side) => side is GroupSide.Member ? "member" : "owner";
}
