namespace PimAudit.Access.Questions.Planning;

/// <summary>
/// The lines of the practice that plans rest on, word for word; a bar stands between the cells of a table,
/// and a blank for a break within a line.
/// </summary>
internal static class Document
{
    private const string Do = "Best Practices Summary, Do";
    private const string Dont = "Best Practices Summary, Don't";
    private const string Step1 = "Configuration Guide, Step 1";
    private const string Prerequisites = "Configuration Guide, Prerequisites";

    public static readonly Practice MostScenarios = new(
        "Approach 1: Group Eligible for Role",
        "The recommended approach for most scenarios"
    );
    public static readonly Practice Immediate = new(
        "Approach 1: Group Eligible for Role",
        "Use for: Exchange Admin, SharePoint Admin, Purview roles, and any role requiring immediate access"
    );
    public static readonly Practice Propagation = new(
        "Approach 2: PIM-Controlled Group Membership",
        "Group membership changes may take time to propagate to external services. Use Approach 1 for roles that require immediate enforcement."
    );
    public static readonly Practice Bundle = new(
        "Approach 2: PIM-Controlled Group Membership",
        "For bundling multiple roles under one activation"
    );
    public static readonly Practice EligibleMembers = new(
        "Approach 2: PIM-Controlled Group Membership",
        "Users activate group membership to gain all roles"
    );
    public static readonly Practice Approval = new(Do, "Require approval for Global Admin, Privileged Role Admin");
    public static readonly Practice Example = new(
        "Example Architecture",
        "RAG - Global Admins | Global Administrator | Approach 1 | Requires approval"
    );
    public static readonly Practice NeverMix = new(Dont, "Mix Approach 1 and 2 for the same role/group");
    public static readonly Practice NoStanding = new(Dont, "Assign roles permanently (except break-glass)");
    public static readonly Practice NoNesting = new(Dont, "Nest role-assignable groups");
    public static readonly Practice RoleAssignable = new(
        Step1,
        "The role-assignable setting is permanent and must be set at creation. You cannot convert existing groups."
    );
    public static readonly Practice Assigned = new(Step1, "Set Membership type: Assigned (not Dynamic)");
    public static readonly Practice Security = new(Step1, "Set Group type: Security");
    public static readonly Practice Name = new(Step1, "Name following convention: RAG - [Purpose]");
    public static readonly Practice License = new(Prerequisites, "License | Entra ID P2 or Entra ID Governance");
    public static readonly Practice Licensed = new(Prerequisites, "Users | All eligible users must be licensed");
}
