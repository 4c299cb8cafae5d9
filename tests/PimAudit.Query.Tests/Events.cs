using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Query.Tests;

/// <summary>Entries of PIM's audit log.</summary>
internal static class Events
{
    public static PimEvent Activated(string id, string who, string role = "Global Administrator") =>
        new(
            id,
            A.TakenAt.AddHours(-1),
            "Add member to role completed (PIM activation)",
            "RoleManagement",
            "success",
            "Ticket 7",
            A.Id(who),
            who,
            [
                new(A.Role(role).ToString("D").ToUpperInvariant(), "Role", role, []),
                new(A.Id(who).ToString("D"), "User", who, []),
            ],
            [new("StartTime", "2026-10-01T05:00:00Z")]
        );
}
