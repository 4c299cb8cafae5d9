using System.Collections.Frozen;

namespace PimAudit.Engine;

/// <summary>A line of the practice that PimAudit enforces.</summary>
/// <param name="Id">Such as <c>DO-4</c>.</param>
/// <param name="Section">Heading under which the line stands.</param>
/// <param name="Text">The line, word for word.</param>
/// <param name="Line">Its line number in the document.</param>
public sealed record PracticeLine(string Id, string Section, string Text, int Line);

/// <summary>The practice, line by line.</summary>
/// <remarks>Source: the document <c>Microsoft Entra PIM Best Practices</c> (pim-best-practices.txt).</remarks>
public static class PracticeLines
{
    public const string DocumentTitle = "Microsoft Entra PIM Best Practices";

    /// <summary>In the order of the document's summary, then its guide.</summary>
    public static IReadOnlyList<PracticeLine> All { get; } =
    [
        new("DO-1", "Do", "Use role-assignable groups for all role assignments", 106),
        new("DO-2", "Do", "Require MFA and justification for all activations", 107),
        new("DO-3", "Do", "Require approval for Global Admin, Privileged Role Admin", 108),
        new("DO-4", "Do", "Set appropriate activation durations (4-8 hours typical)", 109),
        new("DO-5", "Do", "Maintain two break-glass accounts outside PIM", 110),
        new("DO-6", "Do", "Review eligible assignments quarterly", 111),
        new("DONT-1", "Don't", "Assign roles permanently (except break-glass)", 113),
        new("DONT-2", "Don't", "Use non-role-assignable groups for role assignment", 114),
        new("DONT-3", "Don't", "Mix Approach 1 and 2 for the same role/group", 115),
        new("DONT-4", "Don't", "Nest role-assignable groups", 116),
        new("DONT-5", "Don't", "Set activation durations longer than necessary", 117),
        new("CFG-0", "Prerequisites", "All eligible users must be licensed", 56),
        new("CFG-1", "Step 1: Create Role-Assignable Group", "Set Membership type: Assigned (not Dynamic)", 61),
        new("CFG-2", "Step 2: Assign Group to Role", "Configure duration and expiration", 72),
        new("CFG-3", "Step 3: Configure Role Settings", "Approvers: Security team or role owners", 87),
        new("CFG-4", "Step 4: Add Users to Group", "Add users as Members", 90),
        new(
            "APP-1",
            "Approach 1: Group Eligible for Role",
            "Immediate role enforcement (critical for M365 services)",
            34
        ),
        new(
            "APP-2",
            "Approach 2: PIM-Controlled Group Membership",
            "Users activate group membership to gain all roles",
            43
        ),
        new("ACT", "User Activation Process", "Enter justification", 97),
        new("TRB-1", "Troubleshooting", "Verify group membership; check license assignment", 128),
        new("TRB-2", "Troubleshooting", "Check MFA status; verify approver availability", 129),
        new("TRB-3", "Troubleshooting", "Wait 5-10 minutes for propagation; sign out and back in", 130),
        new("TRB-4", "Troubleshooting", "Verify Privileged Role Administrator role", 131),
        new("ARCH", "Example Architecture", "Group, roles, approach", 119),
    ];

    private static readonly FrozenDictionary<string, PracticeLine> ById = All.ToFrozenDictionary(
        line => line.Id,
        StringComparer.Ordinal
    );

    /// <summary>The ids in a rule's practice, such as <c>DO-4, DONT-5</c>; empty for a rule beyond the practice.</summary>
    /// <exception cref="ArgumentException">An id that the document does not have.</exception>
    public static IEnumerable<PracticeLine> Of(string practice) =>
        string.Equals(practice, RuleInfo.BeyondThePractice, StringComparison.Ordinal)
            ? []
            : practice
                .Split(',', StringSplitOptions.TrimEntries)
                .Select(id =>
                    ById.GetValueOrDefault(id)
                    ?? throw new ArgumentException($"The practice has no line '{id}'.", nameof(practice))
                );

    /// <summary>The lines with their words and numbers, as a finding prints its source.</summary>
    public static string Cite(string practice) =>
        string.Join(
            "; ",
            Of(practice).Select(line => $"{DocumentTitle}, {line.Id} (line {line.Line}): \"{line.Text}\"")
        );
}
