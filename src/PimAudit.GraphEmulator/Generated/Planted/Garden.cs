using System.Collections.Immutable;

namespace PimAudit.GraphEmulator;

/// <summary>
/// Plants violations in a tenant that has none: each on objects of its own, so that one plant gives the findings that it
/// states and no other. Objects are called after the rule.
/// </summary>
internal sealed partial class Garden(TenantBuilder builder, TenantPlan plan)
{
    private readonly ImmutableArray<PlantedViolation>.Builder planted =
        ImmutableArray.CreateBuilder<PlantedViolation>();

    public Harvest Plant()
    {
        PlantStandingAccess();
        PlantHolders();
        PlantSettings();
        PlantContexts();
        PlantAssigning();
        PlantWeakSettings();
        PlantGroups();
        PlantApproaches();
        PlantGroupHygiene();
        PlantPeople();
        PlantHolderShapes();
        PlantWorkloads();
        PlantReviews();
        PlantLifetimes();
        PlantNotifications();
        PlantUse();
        PlantNests();
        PlantCoverage();
        PlantConfigured();
        var (accounts, permissions) = (PlantEmergencyAccounts(), PlantAuditor());
        return new(accounts, planted.ToImmutable(), Configuration(), permissions);
    }

    private static PolicySettings Good => PolicySettings.Good;

    private DateTimeOffset Begin => builder.Now.AddDays(-20);

    private DateTimeOffset End => builder.Now.AddDays(180);

    private void State(string rule, string subject, string note) => planted.Add(new(rule, Id(subject), note));

    private string Id(string name) => builder.Id(name).ToString();

    private string Person(string name, bool enabled = true)
    {
        builder
            .User(name, $"{name.ToLowerInvariant().Replace(' ', '.')}@{builder.DefaultDomain}", enabled: enabled)
            .Body(name, body => body["mail"] = null);
        return name;
    }

    /// <summary>A sound grant of Approach 1: a custom role, a team that is eligible for it, one person, a review.</summary>
    /// <param name="rule">Its id begins all names.</param>
    /// <param name="team">Null: a name by the convention.</param>
    /// <param name="start">Of the eligibility; null: younger than the audit log.</param>
    private Bed MakeBed(
        string rule,
        PolicySettings? settings = null,
        string? team = null,
        bool isOrdinary = false,
        string action = "microsoft.directory/users/standard/read",
        DateTimeOffset? start = null,
        DateTimeOffset? end = null
    )
    {
        var bed = new Bed($"{rule} Role", team ?? $"RAG - {rule} Team", Person($"{rule} Person"));
        builder
            .CustomRole(bed.Role, action)
            .RoleSettings(bed.Role, settings ?? Good)
            .Group(bed.Team, roleAssignable: !isOrdinary)
            .AddMember(bed.Person, bed.Team)
            .MakeEligible(bed.Team, bed.Role, start: start ?? Begin, end: end ?? End)
            .AccessReview(bed.Review, Review(ReviewScope.Role, bed.Role));
        return bed;
    }

    /// <summary>A sound grant of Approach 2: a group that is active on two roles, one eligible person, a review.</summary>
    private string MakeBundle(string name)
    {
        builder
            .Group(name, roleAssignable: true)
            .GroupSettings(name, GroupSide.Member, Good)
            .GroupEligible(Person($"{name} Eligible"), name, start: Begin, end: End)
            .Assign(name, plan.Roles.Bundle[0])
            .Assign(name, plan.Roles.Bundle[1])
            .AccessReview($"Quarterly: {name}", Review(ReviewScope.Group, name));
        return name;
    }

    /// <summary>A sound grant of Approach 1 on a role of the plan, which the plan's settings guard and its reviews cover.</summary>
    private Bed MakeTeam(string rule, string role, params IEnumerable<string> people)
    {
        var bed = new Bed(role, $"RAG - {rule} Team", Person($"{rule} Person"));
        builder
            .Group(bed.Team, roleAssignable: true)
            .AddMembers(bed.Team, people.Prepend(bed.Person))
            .MakeEligible(bed.Team, role, start: Begin, end: End);
        return bed;
    }

    private AccessReviewSettings Review(ReviewScope scope, string target) =>
        new()
        {
            Targets = [target],
            Scope = scope,
            Reviewers = plan.Approvers,
        };

    private sealed record Bed(string Role, string Team, string Person)
    {
        public string Review => $"Quarterly: {Role}";
    }
}
