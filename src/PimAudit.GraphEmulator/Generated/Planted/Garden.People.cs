using System.Collections.Immutable;

namespace PimAudit.GraphEmulator;

internal sealed partial class Garden
{
    /// <summary>Entry of the configuration that nothing in the tenant answers to.</summary>
    private const string Nobody = "aaaaaaaa-0000-4000-8000-000000000405";

    private void PlantPeople()
    {
        var leaver = MakeBed("PIM603");
        builder.Disable(leaver.Person);
        State("PIM603", leaver.Person, $"disabled and still eligible for {leaver.Role}");

        var unlicensed = MakeBed("PIM606");
        builder.Unlicense(unlicensed.Person);
        State("PIM606", unlicensed.Person, $"eligible for {unlicensed.Role} without a licence");

        const string Service = "PIM608 Service";
        builder.ServicePrincipal(Service).Assign(Service, RolesInUse.Readers);
        State("PIM608", Service, $"active on {RolesInUse.Readers} without end");

        builder.Subscription("AAD_PREMIUM_P2", seats: 5);
        planted.Add(new("PIM613", builder.TenantId, "five seats for everybody"));
    }

    private void PlantReviews()
    {
        var forgotten = MakeBed("PIM501");
        builder.RemoveAccessReview(forgotten.Review);
        State("PIM501", forgotten.Role, "no review");

        var yearly = MakeBed("PIM502");
        builder.AccessReview(yearly.Review, Review(ReviewScope.Role, yearly.Role) with { EveryMonths = 12 });
        planted.Add(new("PIM502", builder.ReviewId(yearly.Review), $"{yearly.Role} is reviewed once a year"));
    }

    /// <summary>Nobody may read who is in the group. It leads nowhere, so no other rule has less to say.</summary>
    private void PlantCoverage()
    {
        var hidden = Inside("RAG - PIM901 Hidden");
        builder.HideMembership(hidden);
        planted.Add(new("PIM901", "GroupMembers", $"the members of {hidden} are hidden"));
    }

    /// <returns>What is declared: one account that works, one that does not, and one that is not there.</returns>
    private ImmutableArray<string> PlantEmergencyAccounts()
    {
        builder.Disable(TenantPlan.EmergencyTwo);
        planted.Add(new("PIM401", builder.TenantId, $"{TenantPlan.EmergencyTwo} is disabled"));

        const string Role = "PIM403 Role";
        builder
            .CustomRole(Role, "microsoft.directory/users/standard/read")
            .RoleSettings(Role, Good)
            .MakeEligible(TenantPlan.EmergencyOne, Role, start: Begin, end: End);
        State("PIM403", TenantPlan.EmergencyOne, $"eligible for {Role}");

        planted.Add(new("PIM405", Nobody, "declared and not in the tenant"));
        return [Id(TenantPlan.EmergencyOne), Id(TenantPlan.EmergencyTwo), Nobody];
    }
}
