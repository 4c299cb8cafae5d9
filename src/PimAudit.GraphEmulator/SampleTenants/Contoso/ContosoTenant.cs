namespace PimAudit.GraphEmulator;

/// <summary>Contoso, put together from its themes. What an audit must find is written down in <c>Contoso.md</c>.</summary>
internal static class ContosoTenant
{
    private static readonly Guid TenantId = new("3b9e4c18-6f0d-4a52-8d7e-91c2a5e07f34");

    public static string Configuration
    {
        get
        {
            var tenant = Build();
            return $"""
                # Contoso: the demonstration tenant.
                tenant: {tenant.Id}
                emergencyAccounts:
                  - {tenant.IdOf(ContosoPeople.BreakGlassOne)} # {ContosoPeople.BreakGlassOne}
                  - {tenant.IdOf(ContosoPeople.BreakGlassTwo)} # {ContosoPeople.BreakGlassTwo}
                  - breakglass03@contoso.onmicrosoft.example # planned, never created
                waivers:
                  - rule: PIM608
                    targets:
                      - {tenant.IdOf(ContosoPeople.HrSync)} # {ContosoPeople.HrSync}
                      - {tenant.IdOf("User Administrator")} # User Administrator
                    reason: The HR system creates accounts at night; to be replaced by API-driven provisioning.
                    approvedBy: Samuel Adeyemi
                    expires: 2026-12-31

                """;
        }
    }

    public static EmulatedTenant Build() =>
        TenantBuilder
            .Create("Contoso", SampleTenants.ContosoNow, "contoso.example", TenantId)
            .With(ContosoPeople.Add)
            .With(ContosoGroups.Add)
            .With(ContosoAssignments.Add)
            .With(ContosoSettings.Add)
            .With(ContosoReviews.Add)
            .With(ContosoUse.Add)
            .With(ContosoPeople.Leave)
            .Build();
}
