namespace PimAudit.GraphEmulator;

internal sealed partial class Garden
{
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
        State("PIM221", Service, $"the settings of {RolesInUse.Readers} ask for an end");

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
}
