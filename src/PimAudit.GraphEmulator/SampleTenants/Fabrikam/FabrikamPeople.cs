namespace PimAudit.GraphEmulator;

/// <summary>Everybody at Fabrikam, and what is not a person.</summary>
internal static class FabrikamPeople
{
    public const string SyncAccount = "On-Premises Directory Synchronization Service Account";
    public const string BackupService = "Fabrikam Backup";
    public const string SecurityExport = "Fabrikam Security Export";
    public const string Office = "Lisbon Office";

    /// <summary>Left the company: disabled, and listed as approver where no approval is asked for.</summary>
    public const string Leaver = "Walter Brandt";

    private const string SecurityKey = "fido2SecurityKey";

    private static readonly Guid GovernancePlan = Guid.Parse(Licences.Governance);
    private static readonly Guid PremiumPlan = Guid.Parse(Licences.PremiumP2);

    public static TenantBuilder Add(TenantBuilder builder) =>
        builder
            .Users(
                "Amara Okafor",
                "Jonas Lindqvist",
                "Mei Tanaka",
                "Priya Nair",
                "Tomasz Kowalski",
                "Helena Costa",
                "David Mensah",
                "Diego Fernandez",
                "Sara Lindholm",
                "Yusuf Demir",
                "Grace Holloway",
                "Luca Moretti",
                "Ines Duarte",
                "Kofi Asante",
                "Noor Rahman",
                "Beatriz Pinto"
            )
            .User("Olga Petrova", jobTitle: "Accountant", licensed: false)
            .User(Leaver, enabled: false, licensed: false)
            // Either licence will do, and a subscription in its grace period too.
            .License("Kofi Asante", GovernancePlan)
            .License("Noor Rahman", PremiumPlan, "Warning")
            .User(FabrikamTenant.EmergencyOne, "emergency.one@fabrikam.onmicrosoft.example", licensed: false)
            .User(FabrikamTenant.EmergencyTwo, "emergency.two@fabrikam.onmicrosoft.example", licensed: false)
            // A key in each safe; both were tried in the last half year, and not since.
            .Registers(FabrikamTenant.EmergencyOne, SecurityKey)
            .Registers(FabrikamTenant.EmergencyTwo, SecurityKey, "passKeyDeviceBound")
            .SignedIn(FabrikamTenant.EmergencyOne, builder.Now.AddDays(-40), builder.Now.AddDays(-40))
            .SignedIn(FabrikamTenant.EmergencyTwo, builder.Now.AddDays(-8), builder.Now.AddDays(-180))
            .User(SyncAccount, "sync_fab01@fabrikam.onmicrosoft.example", licensed: false, synchronised: true)
            .ServicePrincipal(BackupService)
            .Application(BackupService)
            .With(AddSecurityExport)
            .AdministrativeUnit(Office)
            .Subscription("AAD_PREMIUM_P2", seats: 25, consumed: 18);

    /// <summary>It signs in with a certificate, its last secret has just ended, and its owner may do more than it.</summary>
    private static TenantBuilder AddSecurityExport(TenantBuilder builder) =>
        builder
            .ServicePrincipal(SecurityExport)
            .Application(SecurityExport)
            .AddKeyCredential(SecurityExport, end: builder.Now.AddDays(200))
            .AddPasswordCredential(SecurityExport, end: builder.Now)
            .AddApplicationOwner("Amara Okafor", SecurityExport);
}
