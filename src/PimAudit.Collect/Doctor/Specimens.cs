using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Objects of the tenant that a part can be tried on. A null: none was found.</summary>
internal sealed class Specimens
{
    private const int MostApplications = 5;

    public Guid? Group { get; private set; }
    public Guid? User { get; private set; }

    /// <summary>As many as one request takes: not each has an application in this tenant.</summary>
    public IReadOnlyList<Guid> ServicePrincipals { get; private set; } = [];

    /// <summary>An id that an assignment names and the directory does not know.</summary>
    public Guid? Absent { get; private set; }

    /// <summary>Client ids of a few applications that seem to be registered in this tenant.</summary>
    public IReadOnlyList<Guid> ClientIds { get; private set; } = [];

    public string? Review { get; set; }

    /// <summary>A role-assignable group comes first, because only such a one is asked for all that groups are asked for.</summary>
    public void Take(IEnumerable<Guid> roleAssignable) => Group ??= First(roleAssignable);

    public void Take(IEnumerable<(Guid Id, ObjectKind Kind)> told)
    {
        var kinds = told.ToLookup(one => one.Kind, one => one.Id);
        User ??= First(kinds[ObjectKind.User]);
        Group ??= First(kinds[ObjectKind.Group]);
        ServicePrincipals = [.. kinds[ObjectKind.ServicePrincipal].Take(PrincipalReads.MostDetails)];
    }

    public void TakeAbsent(IEnumerable<Guid> absent) => Absent ??= First(absent);

    public void Take(IEnumerable<ServicePrincipal> known, Guid tenant) =>
        ClientIds = [
            .. known
                .Where(one =>
                    !Spelling.Same(one.Type, "ManagedIdentity") && (one.OwnerOrganizationId ?? tenant) == tenant
                )
                .Select(one => one.AppId)
                .OfType<Guid>()
                .Take(MostApplications),
        ];

    private static Guid? First(IEnumerable<Guid> ids) => ids.Select(id => (Guid?)id).FirstOrDefault();
}
