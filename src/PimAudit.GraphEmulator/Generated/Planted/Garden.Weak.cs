namespace PimAudit.GraphEmulator;

/// <remarks>Settings that ask for too little or too much, beside other settings.</remarks>
internal sealed partial class Garden
{
    private void PlantWeakSettings()
    {
        PlantRole("PIM205", Good with { Activation = TimeSpan.FromMinutes(59) }, "active for 59 minutes at most");
        PlantRole("PIM207", Approved with { Approvers = [plan.Approvers[0]] }, "one approver");

        var owned = MakeBundle("RAG - PIM217 Bundle");
        builder
            .GroupSettings(owned, GroupSide.Owner, Good with { Justification = false })
            .GroupEligible(Person("PIM217 Owner"), owned, GroupSide.Owner, start: Begin, end: End);
        State("PIM217", owned, "an owner activates without a reason, a member does not");

        var twice = MakeBed("PIM219", Approved);
        builder
            .GroupSettings(twice.Team, GroupSide.Member, Approved)
            .GroupEligible(Person("PIM219 Eligible"), twice.Team, start: Begin, end: End)
            .AccessReview($"Quarterly: {twice.Team}", Review(ReviewScope.Group, twice.Team));
        State("PIM219", twice.Team, $"two approvals on the way to {twice.Role}");
        State("PIM304", twice.Team, $"eligible for {twice.Role}, with an eligible member");

        PlantCommittee();
    }

    /// <summary>The bundle asks for all that the role does; whom it asks is a group that anybody may edit.</summary>
    private void PlantCommittee()
    {
        const string Committee = "PIM220 Committee";
        var bundle = MakeBundle("RAG - PIM220 Bundle");
        builder
            .Group(Committee)
            .AddMembers(Committee, plan.Approvers)
            .Assign(bundle, SecondHighest)
            .GroupSettings(
                bundle,
                GroupSide.Member,
                builder.SettingsOf(SecondHighest) with
                {
                    Approvers = [Committee],
                }
            );
        State("PIM220", Committee, $"an ordinary group that approves {SecondHighest}");
        State("PIM307", bundle, $"carries {SecondHighest}");
    }
}
