using PimAudit.Model;

namespace PimAudit.TestKit;

/// <summary>What people of a test tenant registered, and when they signed in.</summary>
public static class SignInsOf
{
    /// <summary>A row of the registration report, half a day old; one who registered anything is capable of MFA.</summary>
    public static TenantSnapshot WithMethods(this TenantSnapshot tenant, string user, params string[] methods) =>
        tenant with
        {
            RegistrationDetails =
            [
                .. tenant.RegistrationDetails,
                new(
                    A.Id(user),
                    IsMfaRegistered: methods.Length > 0,
                    IsMfaCapable: methods.Length > 0,
                    IsAdmin: true,
                    [.. methods],
                    tenant.TakenAt.AddHours(-12)
                ),
            ],
        };

    /// <summary>Sign-ins so long before TakenAt; null for none.</summary>
    public static TenantSnapshot WithSignIns(
        this TenantSnapshot tenant,
        string user,
        TimeSpan? last,
        TimeSpan? success = null,
        TimeSpan? nonInteractive = null
    ) =>
        tenant with
        {
            SignInActivities =
            [
                .. tenant.SignInActivities,
                new(A.Id(user), tenant.TakenAt - last, tenant.TakenAt - nonInteractive, tenant.TakenAt - success),
            ],
        };
}
