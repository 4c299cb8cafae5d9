namespace PimAudit.GraphEmulator;

/// <summary>Fabrikam, put together from its themes.</summary>
internal static class FabrikamTenant
{
    public const string EmergencyOne = "Emergency Access One";
    public const string EmergencyTwo = "Emergency Access Two";
    public const string Approvers = "RAG - Privileged Access Approvers";

    private static readonly Guid TenantId = new("7d1f6a52-3c1e-4b7e-9a43-5f0b8c2d6e10");

    public static string Configuration
    {
        get
        {
            var tenant = Build();
            return $"""
                # Fabrikam: the tenant that keeps to the document.
                tenant: {tenant.Id}
                emergencyAccounts:
                  - {tenant.IdOf(EmergencyOne)} # {EmergencyOne}
                  - {tenant.IdOf(EmergencyTwo)} # {EmergencyTwo}

                """;
        }
    }

    public static EmulatedTenant Build() =>
        TenantBuilder
            .Create("Fabrikam", SampleTenants.FabrikamNow, "fabrikam.example", TenantId)
            .With(FabrikamPeople.Add)
            .With(FabrikamGroups.Add)
            .With(FabrikamAssignments.Add)
            .With(FabrikamSettings.Add)
            .With(FabrikamReviews.Add)
            .Build();
}
