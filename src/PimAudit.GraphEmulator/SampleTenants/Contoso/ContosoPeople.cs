namespace PimAudit.GraphEmulator;

/// <summary>Everybody at Contoso, and what is not a person.</summary>
internal static class ContosoPeople
{
    public const string BreakGlassOne = "Break Glass 01";
    public const string BreakGlassTwo = "Break Glass 02";
    public const string SyncAccount = "On-Premises Directory Synchronization Service Account";
    public const string HrSync = "Contoso HR Sync";
    public const string Office = "Amsterdam Office";

    /// <summary>Disabled when he left; nobody told PIM.</summary>
    public const string Disabled = "Robert Hale";

    /// <summary>Deleted a month ago, and still eligible.</summary>
    public const string Deleted = "Yara Mansour";

    private static readonly (string Name, string Title)[] Administrators =
    [
        ("Nadia Haddad", "Head of IT"),
        ("Marcus Webb", "Infrastructure Lead"),
        ("Ji-woo Park", "Identity Engineer"),
        ("Elena Petrov", "Identity Engineer"),
        ("Samuel Adeyemi", "Head of Information Security"),
        ("Chloe Martin", "Security Analyst"),
        ("Rajesh Iyer", "Security Analyst"),
        (Disabled, "Security Analyst"),
        ("Freya Nielsen", "Messaging Lead"),
        ("Oscar Delgado", "Messaging Engineer"),
        ("Hana Suzuki", "Collaboration Engineer"),
        ("Peter Novak", "Collaboration Engineer"),
        ("Laura Schmidt", "Workplace Engineer"),
        ("Kwame Boateng", "Workplace Engineer"),
        ("Lucia Romano", "Service Desk Lead"),
        ("Emily Carter", "Service Desk Agent"),
        ("Bongani Dlamini", "Service Desk Agent"),
        (Deleted, "Service Desk Agent"),
        ("Sofia Alvarez", "Network Engineer"),
        ("Ivan Horvat", "Application Engineer"),
        ("Zanele Khumalo", "HR Systems Specialist"),
        ("Daniel Fischer", "Finance Systems Specialist"),
        ("Miriam Cohen", "Compliance Officer"),
        ("Dmitri Volkov", "Facilities Technician"),
        ("Grace Kim", "Facilities Technician"),
    ];

    private static readonly string[] Staff =
    [
        "Olivia Grant",
        "Hassan Ali",
        "Anna Kowalczyk",
        "Liam O'Connor",
        "Aiko Mori",
        "Carlos Mendes",
        "Fatima Zahra",
        "George Papadopoulos",
        "Ingrid Larsen",
        "Jamal Edwards",
        "Katarina Jovanovic",
        "Leila Hosseini",
        "Mateo Rojas",
        "Nguyen Thi Lan",
        "Owen Price",
        "Pauline Moreau",
        "Quentin Dubois",
        "Rosa Ferreira",
        "Stefan Bauer",
        "Tunde Bakare",
        "Ursula Weber",
        "Vikram Singh",
        "Wanjiru Kamau",
        "Xavier Laurent",
        "Yusuf Kaya",
        "Zofia Nowak",
        "Arjun Patel",
        "Birgit Hansen",
        "Chen Wei",
        "Deborah Stone",
        "Eero Virtanen",
    ];

    public static TenantBuilder Add(TenantBuilder builder)
    {
        foreach (var (name, title) in Administrators)
            builder.User(name, jobTitle: title);
        foreach (var name in Staff)
            builder.User(name, licensed: false);
        return builder.With(AddSpecial).With(AddLicences);
    }

    /// <summary>What happens to people after they were given something.</summary>
    public static TenantBuilder Leave(TenantBuilder builder) =>
        builder.Disable(Disabled).Delete(Deleted, builder.Now.AddDays(-26));

    private static TenantBuilder AddSpecial(TenantBuilder builder) =>
        builder
            .User("Tariq Aziz", jobTitle: "Service Desk Agent", licensed: false)
            .User("Victor Almeida", jobTitle: "SharePoint Consultant", guest: true)
            .User(BreakGlassOne, "breakglass01@contoso.onmicrosoft.example", licensed: false)
            .User(BreakGlassTwo, "breakglass02@contoso.onmicrosoft.example", licensed: false)
            .User(SyncAccount, "sync_con01@contoso.onmicrosoft.example", licensed: false, synchronised: true)
            .ServicePrincipal(HrSync)
            .AdministrativeUnit(Office);

    /// <summary>The large subscription has lapsed; what is left does not go round.</summary>
    private static TenantBuilder AddLicences(TenantBuilder builder) =>
        builder
            .Subscription("AAD_PREMIUM_P2", seats: 15, consumed: 15)
            .Subscription("SPE_E5", seats: 20, status: "Suspended", consumed: 12);
}
