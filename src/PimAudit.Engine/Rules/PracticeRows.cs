using System.Collections.Immutable;

namespace PimAudit.Engine;

/// <summary>One line of the document as the practice matrix lists it.</summary>
/// <param name="Id">Id that rules and findings cite, such as <c>CFG-1</c>; several rows may share it.</param>
/// <param name="Line">Its line number in the document.</param>
/// <param name="Text">Its words; the cells of a table row are joined by a colon.</param>
/// <param name="Rules">Ids of the rules that enforce it; empty where nothing in a tenant can break it.</param>
/// <param name="Verbs">Commands of the product that serve it.</param>
public sealed record PracticeRow(
    string Id,
    int Line,
    string Text,
    ImmutableArray<string> Rules,
    ImmutableArray<string> Verbs
);

/// <summary>The document line by line: which rules enforce it and which commands serve it.</summary>
/// <remarks>Source: the document <c>Microsoft Entra PIM Best Practices</c> (pim-best-practices.txt).</remarks>
public static class PracticeRows
{
    /// <summary>The id of rows from the document's overview, which no rule cites.</summary>
    public const string Overview = "OVR";

    /// <summary>By line number.</summary>
    public static ImmutableArray<PracticeRow> All { get; } =
    [
        Row(Overview, 15, "Least Privilege: No standing admin rights", "PIM101 PIM102 PIM104 PIM608", "who-can"),
        Row(Overview, 16, "Audit Trail: All activations logged with justification", "PIM202 PIM802", "query"),
        Row(Overview, 17, "Approval Workflow: Optional approval for sensitive roles", "PIM203", "who-can"),
        Row(Overview, 18, "Time-Bound: Access automatically expires", "PIM102 PIM204 PIM505 PIM506", "expiring"),
        Row(Overview, 19, "MFA Enforcement: Require MFA at activation", "PIM201 PIM210 PIM211", "who-can"),
        Row(
            Overview,
            23,
            "Eligible: User must activate to gain access: All regular admin roles",
            "PIM101 PIM104",
            "what-can"
        ),
        Row(
            Overview,
            24,
            "Active: User has standing access: Break-glass accounts only",
            "PIM101 PIM102 PIM104",
            "active-now"
        ),
        Row(
            Overview,
            25,
            "Aim for zero permanent active assignments for sensitive roles, except for break-glass emergency accounts.",
            "PIM101 PIM104 PIM215",
            "scan"
        ),
        Row("APP-1", 29, "Create a role-assignable group", "PIM301", "plan"),
        Row("APP-1", 30, "Assign the group as Eligible to the role", "PIM304 PIM305", "plan"),
        Row("APP-1", 31, "Add users as permanent members of the group", "", "plan"),
        Row("APP-1", 32, "Users individually activate the role via PIM", "PIM104", "diagnose"),
        Row("APP-1", 34, "Immediate role enforcement (critical for M365 services)", "PIM306", "plan diagnose"),
        Row(
            "APP-1",
            37,
            "Use for: Exchange Admin, SharePoint Admin, Purview roles, and any role requiring immediate access",
            "PIM306",
            "plan"
        ),
        Row("APP-2", 40, "Create a role-assignable group", "PIM301", "plan"),
        Row("APP-2", 41, "Assign the group as Active to multiple roles", "PIM304 PIM314", "plan"),
        Row("APP-2", 42, "Enable the group in PIM for Groups", "PIM104", "plan"),
        Row("APP-2", 43, "Users activate group membership to gain all roles", "PIM103 PIM104", "diagnose"),
        Row("APP-2", 45, "Single activation grants multiple roles", "PIM314 PIM804", "plan"),
        Row("APP-2", 46, "Reduces \"elevation fatigue\" for common role bundles", "PIM804", "plan"),
        Row("APP-2", 47, "Additional approval layer for the group", "PIM217 PIM218", "who-can"),
        Row("APP-2", 48, "Use for: Helpdesk bundle (User Admin + Password Admin + Helpdesk Admin)", "PIM804", "plan"),
        Row(
            "APP-2",
            49,
            "Group membership changes may take time to propagate to external services. Use Approach 1 for roles that require immediate enforcement.",
            "PIM306",
            "diagnose"
        ),
        Row("CFG-0", 54, "License: Entra ID P2 or Entra ID Governance", "PIM613", "doctor"),
        Row("CFG-0", 55, "Role: Privileged Role Administrator or Global Administrator", "", "doctor who-can"),
        Row("CFG-0", 56, "Users: All eligible users must be licensed", "PIM606 PIM613", "diagnose"),
        Row("CFG-1", 59, "Set Group type: Security", "PIM315", "plan"),
        Row("CFG-1", 60, "Enable: Microsoft Entra roles can be assigned to the group: Yes", "PIM301 PIM310", "plan"),
        Row("CFG-1", 61, "Set Membership type: Assigned (not Dynamic)", "PIM308", "plan"),
        Row("CFG-1", 63, "Name following convention: RAG - [Purpose]", "PIM309 PIM310", "plan"),
        Row(
            "CFG-1",
            64,
            "The role-assignable setting is permanent and must be set at creation. You cannot convert existing groups.",
            "PIM310",
            "plan"
        ),
        Row("CFG-2", 70, "Select your role-assignable group", "PIM301", "plan"),
        Row("CFG-2", 71, "Set Assignment type: Eligible", "PIM304", "plan"),
        Row("CFG-2", 72, "Configure duration and expiration", "PIM216 PIM505 PIM506", "expiring"),
        Row("CFG-2", 75, "Click Discover groups and select your group", "", "plan diagnose"),
        Row("CFG-2", 76, "Configure eligible member settings", "PIM217 PIM218", "plan"),
        Row("CFG-3", 79, "Select the role to configure", "PIM213", "plan"),
        Row("CFG-3", 83, "Activation maximum duration: 4-8 hours for most roles", "PIM204 PIM205", "plan"),
        Row("CFG-3", 84, "Require MFA: Yes", "PIM201 PIM210 PIM211", "plan"),
        Row("CFG-3", 85, "Require justification: Yes", "PIM202", "plan"),
        Row("CFG-3", 86, "Require approval: Yes for highly privileged roles", "PIM203", "plan"),
        Row("CFG-3", 87, "Approvers: Security team or role owners", "PIM206 PIM207 PIM208 PIM209", "who-can"),
        Row("CFG-4", 90, "Add users as Members", "PIM312", "plan"),
        Row("CFG-4", 91, "Users will now see the role as Eligible in PIM", "PIM312", "what-can diagnose"),
        Row("ACT", 95, "Find the eligible role and click Activate", "", "what-can"),
        Row("ACT", 96, "Specify duration (up to maximum allowed)", "PIM204 PIM805", "what-can"),
        Row("ACT", 97, "Enter justification", "PIM202 PIM212 PIM802", "diagnose"),
        Row("ACT", 98, "Complete MFA if prompted", "PIM201 PIM607", "diagnose"),
        Row("ACT", 99, "If approval required, wait for approver response", "PIM208 PIM209", "diagnose"),
        Row("ACT", 102, "View currently active roles and expiration times", "", "active-now expiring"),
        Row("ACT", 103, "Deactivate early if no longer needed", "PIM805", "active-now"),
        Row("DO-1", 106, "Use role-assignable groups for all role assignments", "PIM105 PIM301", "plan"),
        Row("DO-2", 107, "Require MFA and justification for all activations", "PIM201 PIM202 PIM210 PIM211", "who-can"),
        Row("DO-3", 108, "Require approval for Global Admin, Privileged Role Admin", "PIM203", "who-can"),
        Row("DO-4", 109, "Set appropriate activation durations (4-8 hours typical)", "PIM204 PIM205 PIM803", "who-can"),
        Row(
            "DO-5",
            110,
            "Maintain two break-glass accounts outside PIM",
            "PIM401 PIM402 PIM403 PIM404 PIM405",
            "init scan"
        ),
        Row("DO-6", 111, "Review eligible assignments quarterly", "PIM501 PIM502 PIM503 PIM504 PIM801", "scan report"),
        Row(
            "DONT-1",
            113,
            "Assign roles permanently (except break-glass)",
            "PIM101 PIM102 PIM103 PIM104 PIM106 PIM215 PIM608",
            "who-can"
        ),
        Row("DONT-2", 114, "Use non-role-assignable groups for role assignment", "PIM301", "graph"),
        Row("DONT-3", 115, "Mix Approach 1 and 2 for the same role/group", "PIM304 PIM305", "graph plan"),
        Row("DONT-4", 116, "Nest role-assignable groups", "PIM302 PIM303", "graph"),
        Row("DONT-5", 117, "Set activation durations longer than necessary", "PIM204 PIM805", "who-can"),
        Row(
            "ARCH",
            121,
            "RAG - Helpdesk Admins: Helpdesk Admin, Password Admin, User Admin: Approach 2",
            "PIM307",
            "plan"
        ),
        Row("ARCH", 122, "RAG - Exchange Admins: Exchange Administrator: Approach 1", "PIM306", "plan"),
        Row("ARCH", 123, "RAG - SharePoint Admins: SharePoint Administrator: Approach 1", "PIM306", "plan"),
        Row(
            "ARCH",
            124,
            "RAG - Global Admins: Global Administrator: Approach 1: Requires approval",
            "PIM203 PIM307",
            "plan"
        ),
        Row(
            "TRB-1",
            128,
            "Role not appearing in My Roles: Verify group membership; check license assignment",
            "PIM312 PIM606",
            "diagnose"
        ),
        Row(
            "TRB-2",
            129,
            "Activation fails: Check MFA status; verify approver availability",
            "PIM208 PIM209 PIM607",
            "diagnose"
        ),
        Row(
            "TRB-3",
            130,
            "Access not working after activation: Wait 5-10 minutes for propagation; sign out and back in",
            "",
            "diagnose"
        ),
        Row(
            "TRB-4",
            131,
            "Cannot see Discover Groups option: Verify Privileged Role Administrator role",
            "",
            "diagnose"
        ),
    ];

    private static PracticeRow Row(string id, int line, string text, string rules, string verbs) =>
        new(id, line, text, Words(rules), Words(verbs));

    private static ImmutableArray<string> Words(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
