using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Benchmarks;

/// <summary>How many HTTP calls a tenant should cost, further pages and reports aside.</summary>
/// <param name="Groups">Role-assignable groups.</param>
/// <param name="Candidates">Groups that PIM is asked about.</param>
/// <param name="Principals">Distinct principals on a path.</param>
/// <param name="Users">People among them, each with a sign-in.</param>
/// <param name="Watched">People for whom Conditional Access may matter by group.</param>
/// <param name="Workloads">Service principals on a path.</param>
/// <param name="Reviews">Access reviews of roles or groups.</param>
internal sealed record Budget(
    int Groups,
    int Candidates,
    int Principals,
    int Users,
    int Watched,
    int Workloads,
    int Reviews
)
{
    private const double Batch = 20;

    /// <summary>20 + 3G/20 + 3P/20 + K/1000 + K/300 + U/20 + C/20 + 3A/20 + D/20.</summary>
    public double Calls =>
        20
        + 3 * Groups / Batch
        + 3 * Candidates / Batch
        + Principals / 1000.0
        + Principals / 300.0
        + Users / Batch
        + Watched / Batch
        + 3 * Workloads / Batch
        + Reviews / Batch;

    public static Budget Of(TenantSnapshot snapshot) =>
        new(
            snapshot.Groups.Count(group => group.IsRoleAssignable is true),
            snapshot.Groups.Length,
            snapshot.Users.Length + snapshot.Groups.Length + snapshot.ServicePrincipals.Length,
            snapshot.Users.Length,
            snapshot.GroupsOfUsers.Length,
            snapshot.ServicePrincipals.Length,
            snapshot.AccessReviews.Length
        );

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"G {Groups}, P {Candidates}, K {Principals}, U {Users}, C {Watched}, A {Workloads}, D {Reviews}"
        );
}
