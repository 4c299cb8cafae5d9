namespace PimAudit.GraphEmulator;

internal sealed partial class Garden
{
    private const string SecondHighest = "Privileged Role Administrator";

    private PolicySettings Approved => Good with { Approval = true, Approvers = plan.Approvers };

    private void PlantSettings()
    {
        PlantRole("PIM201", Good with { Mfa = false }, "activation asks for no MFA");
        PlantRole("PIM202", Good with { Justification = false }, "activation asks for no reason");
        PlantRole("PIM204", Good with { Activation = new TimeSpan(8, 1, 0) }, "active for 8 hours and a minute");
        PlantRole("PIM206", Good with { Approval = true }, "approval is on and nobody is named");

        var bundle = MakeBundle("RAG - PIM203 Bundle");
        builder.Assign(bundle, SecondHighest);
        State("PIM203", bundle, $"gives {SecondHighest} for a membership that nobody approves");
        State("PIM218", bundle, $"asks for less than {SecondHighest} itself");
        State("PIM305", SecondHighest, $"through {bundle} beside the team of Approach 1");
        State("PIM307", bundle, $"carries {SecondHighest}");
        State("PIM313", bundle, $"whoever resets its eligible person has {SecondHighest}, which nobody approves");

        PlantApprovers();
    }

    private void PlantApprovers()
    {
        var leaver = Person("PIM208 Leaver", enabled: false);
        PlantRole("PIM208", Approved with { Approvers = [.. plan.Approvers, leaver] }, "one approver is disabled");

        var lonely = MakeBed("PIM209");
        builder.RoleSettings(lonely.Role, Approved with { Approvers = [lonely.Person] });
        State("PIM209", lonely.Role, $"{lonely.Person} is eligible and the only approver");
    }

    private void PlantRole(string rule, PolicySettings settings, string note) =>
        State(rule, MakeBed(rule, settings).Role, note);

    /// <summary>A policy that is off, and one for a role that nobody has before the activation.</summary>
    private void PlantContexts()
    {
        PlantContext("PIM210", "c2", policy => policy with { State = "disabled", IncludeUsers = ["All"] });
        PlantContext("PIM211", "c3", policy => policy with { IncludeRoles = ["PIM211 Role"] });
    }

    private void PlantContext(
        string rule,
        string claim,
        Func<ConditionalAccessSettings, ConditionalAccessSettings> policy
    )
    {
        var bed = MakeBed(rule, Good with { Mfa = false, Context = claim });
        var settings = new ConditionalAccessSettings
        {
            Contexts = [claim],
            ExcludeUsers = [TenantPlan.EmergencyOne, TenantPlan.EmergencyTwo],
        };
        builder.AuthenticationContext(claim, $"{rule} context").ConditionalAccess($"{rule} policy", policy(settings));
        State(rule, bed.Role, $"no policy enforces {claim}");
    }
}
