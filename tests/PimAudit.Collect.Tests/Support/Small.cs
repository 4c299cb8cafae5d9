using PimAudit.GraphEmulator;

namespace PimAudit.Collect.Tests;

/// <summary>A small tenant in which no part is empty.</summary>
internal static class Small
{
    public const string Operators = "RAG - Operators";
    public const string Emergency = "Emergency One";
    public const string EmergencyName = "emergency.one@contoso.example";

    public static DateTimeOffset Now { get; } = new(2026, 10, 1, 6, 0, 0, TimeSpan.Zero);

    public static EmulatedTenant Tenant { get; } = Builder().Build();

    public static TenantBuilder Builder() =>
        TenantBuilder
            .Create("Contoso", Now)
            .Users("Ana Silva", "Ben Okoye", "Carla Rossi", "Left Already")
            .User(Emergency, userPrincipalName: EmergencyName)
            .ServicePrincipal("Backup")
            .Application("Backup")
            .AddPasswordCredential("Backup", end: Now.AddDays(90))
            .AddOwner("Carla Rossi", "Backup")
            .AddApplicationOwner("Ben Okoye", "Backup")
            .AdministrativeUnit("Lisbon")
            .Group(Operators, roleAssignable: true)
            .Group("Everybody")
            .AddMember(Operators, "Everybody")
            .AddMember("Ana Silva", Operators)
            .AddOwner("Carla Rossi", Operators)
            .GroupEligible("Ben Okoye", Operators)
            .Assign(Operators, "User Administrator")
            .Assign(Emergency, "Global Administrator")
            .Assign("Backup", "Directory Readers")
            .MakeEligible("Ana Silva", "Security Reader")
            .MakeEligible("Left Already", "Security Reader")
            .Delete("Left Already")
            .AuthenticationContext("c1", "Strong")
            .ConditionalAccess("Strong", new ConditionalAccessSettings { Contexts = ["c1"], IncludeUsers = ["All"] })
            .AccessReview("Operators", new AccessReviewSettings { Scope = ReviewScope.Group, Targets = [Operators] });

    public static CollectionOptions Options { get; } = Emulated.Options with { EmergencyAccounts = [EmergencyName] };

    public static Task<Collected> CollectAsync(params EmulatorFault[] faults) => CollectAsync(Tenant, faults);

    public static Task<Collected> CollectAsync(EmulatedTenant tenant, params EmulatorFault[] faults) =>
        Emulated.CollectAsync(tenant, new EmulatorOptions { Faults = faults }, Options);
}
