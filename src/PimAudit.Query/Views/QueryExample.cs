using System.Collections.Immutable;

namespace PimAudit.Query;

/// <summary>A question that administrators ask, and how SQL asks it.</summary>
public sealed record QueryExample(string Question, string Sql)
{
    public static ImmutableArray<QueryExample> All { get; } =
    [
        new(
            "Who holds Global Administrator without an activation, and by which way?",
            """
            SELECT principal_name, through, ends_at FROM access_paths
            WHERE role_name = 'Global Administrator' AND scope = '/' AND band = 'certain' AND state = 'standing'
            ORDER BY principal_name
            """
        ),
        new(
            "Which guests reach any role?",
            """
            SELECT DISTINCT p.display_name, p.user_principal_name, a.role_name, a.state
            FROM people p JOIN access_paths a ON a.principal_id = p.id
            WHERE p.is_guest = 1 AND a.band = 'certain' ORDER BY 1, 3, 4
            """
        ),
        new(
            "What ends within 14 days?",
            """
            SELECT 'eligible' AS kind, principal_name, role_name, ends_at FROM eligible_assignments
            WHERE ends_at < datetime('now', '+14 days')
            UNION ALL
            SELECT state, principal_name, role_name, ends_at FROM active_assignments
            WHERE state <> 'activated' AND ends_at < datetime('now', '+14 days')
            ORDER BY ends_at
            """
        ),
        new(
            "Which roles can be activated without approval, and for how long?",
            """
            SELECT owner_name, longest_activation_minutes / 60 AS hours, asks_mfa FROM role_settings
            WHERE owner_kind = 'role' AND asks_approval = 0 ORDER BY hours DESC, owner_name
            """
        ),
        new(
            "How many ways does each person have to each role?",
            """
            SELECT principal_name, role_name, count(*) AS ways, min(activations) AS least_activations
            FROM access_paths WHERE band = 'certain'
            GROUP BY principal_id, role_id HAVING ways > 1 ORDER BY ways DESC, principal_name, role_name
            """
        ),
        new(
            "Which groups hold a role and have nobody in them?",
            """
            SELECT g.display_name, a.role_name FROM groups g JOIN active_assignments a ON a.principal_id = g.id
            WHERE g.people_count = 0 ORDER BY 1, 2
            """
        ),
        new(
            "Which memberships were not made through PIM?",
            "SELECT group_name, principal_name, access FROM memberships WHERE is_in_pim = 0 ORDER BY 1, 2"
        ),
        new(
            "Which roles with people behind them does no access review look at?",
            """
            SELECT role_name, count(DISTINCT principal_id) AS people FROM access_paths
            WHERE band = 'certain' AND role_id NOT IN (SELECT target_id FROM reviews WHERE target_kind = 'role')
            GROUP BY role_id ORDER BY people DESC, role_name
            """
        ),
        new(
            "Who activated what, how often? (needs the audit log)",
            """
            SELECT principal_name, coalesce(role_name, group_name) AS what, count(*) AS activations, max(at) AS last_at
            FROM activations WHERE is_activation = 1 AND activity LIKE '%completed%'
            GROUP BY principal_id, what ORDER BY activations DESC, principal_name, what
            """
        ),
        new(
            "By which hops does somebody get there?",
            """
            SELECT a.principal_name, a.role_name, h.value ->> '$.to_name' AS hop, h.value ->> '$.state' AS state
            FROM access_paths a, json_each(a.hops) h WHERE a.activations > 0 ORDER BY a.id, h.key
            """
        ),
    ];
}
