namespace PimAudit.GraphEmulator;

internal sealed partial class Garden
{
    private void PlantLifetimes()
    {
        var overdue = MakeBed("PIM503");
        builder.AccessReview(overdue.Review, Review(ReviewScope.Role, overdue.Role) with { LastFinishedDaysAgo = 107 });
        planted.Add(new("PIM503", builder.ReviewId(overdue.Review), "its last round ended 107 days ago"));

        var idle = MakeBed("PIM504");
        builder.AccessReview(idle.Review, Review(ReviewScope.Role, idle.Role) with { AppliesDecisions = false });
        planted.Add(new("PIM504", builder.ReviewId(idle.Review), "nobody applies its decisions"));

        const string Endless = "RAG - PIM505 Team";
        builder
            .Group(Endless, roleAssignable: true)
            .AddMember(Person("PIM505 Person"), Endless)
            .MakeEligible(Endless, SecondHighest, start: Begin);
        State("PIM505", Endless, $"eligible for {SecondHighest} without end");
        State("PIM221", Endless, $"the settings of {SecondHighest} ask for an end");

        var ending = MakeBed("PIM506", end: builder.Now.AddDays(30));
        State("PIM506", ending.Team, $"its eligibility for {ending.Role} ends in thirty days");
    }
}
