using System.Collections.Immutable;
using System.Globalization;

namespace PimAudit.GraphEmulator;

internal sealed partial class Garden
{
    private const string Pair = "PIM112 Role";
    private const string Ticketed = "PIM212 Role";

    /// <summary>The settings of a role that nobody has cannot be read, so no other rule has less to say.</summary>
    private void PlantCoverage()
    {
        const string Role = "PIM901 Role";
        builder.CustomRole(Role, "microsoft.directory/users/standard/read").BreakRolePolicy(Role);
        planted.Add(new("PIM901", "RoleSettings", $"the settings of {Role} answer with an error"));
    }

    /// <summary>What only the configuration makes a fault.</summary>
    private void PlantConfigured()
    {
        var both = MakeBed("PIM112");
        const string Other = "PIM112 Other Role";
        builder
            .CustomRole(Other, "microsoft.directory/users/standard/read")
            .RoleSettings(Other, Good)
            .MakeEligible(both.Team, Other, start: Begin, end: End)
            .AccessReview($"Quarterly: {Other}", Review(ReviewScope.Role, Other));
        State("PIM112", both.Person, $"eligible for {both.Role} and for {Other}");

        PlantRole("PIM212", Good, "the configuration asks for a ticket");
        planted.Add(new("PIM316", builder.TenantId, "as many groups as the configuration allows"));
        planted.Add(new("PIM902", Key("PIM101", "PIM101 Person"), "its last day was yesterday"));
        planted.Add(new("PIM903", Key("PIM102", "PIM101 Person"), "nothing that it could cover"));
    }

    private string Configuration() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            rules:
              PIM110: { maxPercent: 0 }
              PIM112: { pairs: ["{{Id(Pair)}}+{{Id("PIM112 Other Role")}}"] }
              PIM212: { roles: [{{Id(Ticketed)}}] }
              PIM316: { limit: {{builder.RoleAssignableGroups}} }
            waivers:
              - rule: PIM101
                targets: [{{Id("PIM101 Person")}}]
                reason: Moves to a group when the contract ends.
                approvedBy: {{plan.Approvers[0]}}
                expires: {{builder.Now.AddDays(-1):yyyy-MM-dd}}
              - rule: PIM102
                targets: [{{Id("PIM101 Person")}}]
                reason: Moves to a group when the contract ends.
                approvedBy: {{plan.Approvers[0]}}
                expires: {{builder.Now.AddDays(60):yyyy-MM-dd}}

            """
        );

    /// <summary>Of a waiver.</summary>
    private string Key(string rule, string target) => $"{rule}/{Id(target)}";

    /// <returns>All that an audit wants, and one permission to write.</returns>
    private ImmutableArray<string> PlantAuditor()
    {
        planted.Add(new("PIM904", builder.CallerId, "may write groups"));
        return
        [
            .. EmulatorToken.Recommended,
            "PrivilegedAccess.Read.AzureADGroup",
            "RoleManagementAlert.Read.Directory",
            "Group.ReadWrite.All",
        ];
    }
}
