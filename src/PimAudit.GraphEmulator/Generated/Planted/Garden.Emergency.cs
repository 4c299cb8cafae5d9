using System.Collections.Immutable;

namespace PimAudit.GraphEmulator;

internal sealed partial class Garden
{
    /// <summary>Entry of the configuration that nothing in the tenant answers to.</summary>
    private const string Nobody = "aaaaaaaa-0000-4000-8000-000000000405";

    private const string WeakAccount = "Emergency Access PIM407";
    private const string CaughtAccount = "Emergency Access PIM408";
    private const string UsedAccount = "Emergency Access PIM409";

    /// <summary>
    /// One account works. The second is disabled, three are enabled without the role, and one is not there: too few work
    /// and too many are enabled.
    /// </summary>
    /// <returns>What is declared.</returns>
    private ImmutableArray<string> PlantEmergencyAccounts()
    {
        builder.Disable(TenantPlan.EmergencyTwo);
        planted.Add(new("PIM401", builder.TenantId, $"only {TenantPlan.EmergencyOne} works"));
        State("PIM406", TenantPlan.EmergencyTwo, "disabled");
        planted.Add(new("PIM402", builder.TenantId, "four accounts are enabled"));

        PlantDependence();
        PlantAccounts();
        planted.Add(new("PIM405", Nobody, "declared and not in the tenant"));
        return
        [
            Id(TenantPlan.EmergencyOne),
            Id(TenantPlan.EmergencyTwo),
            Id(WeakAccount),
            Id(CaughtAccount),
            Id(UsedAccount),
            Nobody,
        ];
    }

    /// <summary>The working account has an eligibility besides, and its role a second time through a group.</summary>
    private void PlantDependence()
    {
        const string Role = "PIM403 Role";
        const string Group = "RAG - PIM404 Group";
        builder
            .CustomRole(Role, "microsoft.directory/users/standard/read")
            .RoleSettings(Role, Good)
            .MakeEligible(TenantPlan.EmergencyOne, Role, start: Begin, end: End)
            .Group(Group, roleAssignable: true)
            .AddMember(TenantPlan.EmergencyOne, Group)
            .Assign(Group, RolesInUse.GlobalAdministrator);
        State("PIM403", TenantPlan.EmergencyOne, $"eligible for {Role}");
        State("PIM404", TenantPlan.EmergencyOne, $"Global Administrator through {Group} too");
    }

    private void PlantAccounts()
    {
        var tested = builder.Now.AddDays(-60);
        foreach (var account in new[] { WeakAccount, CaughtAccount, UsedAccount })
            builder
                .User(account, $"{account[^6..].ToLowerInvariant()}@{builder.InitialDomain}", licensed: false)
                .Body(account, body => body["mail"] = null)
                .Registers(account, "fido2SecurityKey")
                .SignedIn(account, tested, tested);

        builder.Registers(WeakAccount, "microsoftAuthenticatorPush");
        State("PIM407", WeakAccount, "a push message is all it can answer with");

        builder.ConditionalAccess(
            "PIM408 policy",
            new ConditionalAccessSettings { IncludeUsers = [CaughtAccount], Controls = ["block"] }
        );
        State("PIM408", CaughtAccount, "blocked by a policy");

        var yesterday = builder.Now.AddDays(-1);
        builder.SignedIn(UsedAccount, yesterday, yesterday);
        State("PIM409", UsedAccount, "signed in yesterday");
    }
}
