namespace PimAudit.GraphEmulator;

/// <summary>A tenant as Graph would serve it. Made and changed by <see cref="TenantBuilder"/>; served without being changed.</summary>
public sealed class EmulatedTenant
{
    internal EmulatedTenant(Guid id, string displayName, string domain, DateTimeOffset now)
    {
        Id = id;
        DisplayName = displayName;
        Domain = domain;
        Now = now;
    }

    /// <summary>The tenant id.</summary>
    public Guid Id { get; }

    /// <summary>Name of the organisation.</summary>
    public string DisplayName { get; }

    /// <summary>The default domain, such as <c>contoso.example</c>.</summary>
    public string Domain { get; }

    /// <summary>The moment to which the tenant's rows are relative, UTC. The emulator itself has no clock.</summary>
    public DateTimeOffset Now { get; }

    internal DirectoryStore Directory { get; private init; } = new();
    internal RoleStore Roles { get; private init; } = new();
    internal GroupPimStore GroupPim { get; private init; } = new();
    internal PolicyStore Policies { get; private init; } = new();
    internal DocumentStore Documents { get; private init; } = new();
    internal PeopleStore People { get; private init; } = new();
    internal AuditStore Audits { get; private init; } = new();

    internal TenantCache Cache { get; } = new();

    /// <summary>Asked for only when the tenant is built.</summary>
    internal RegistrationReport Registrations => field ??= new RegistrationReport(this);

    /// <summary>The id of a user, group, service principal, administrative unit or role by its name.</summary>
    /// <exception cref="ArgumentException">The tenant has nothing of that name.</exception>
    public Guid IdOf(string name) =>
        Directory.IdByName(name)
        ?? Roles.IdOf(name)
        ?? throw new ArgumentException($"The tenant has nothing called '{name}'.", nameof(name));

    /// <summary>The object id of the application behind a service principal.</summary>
    /// <exception cref="ArgumentException">The tenant has no such application.</exception>
    public Guid ApplicationIdOf(string servicePrincipal)
    {
        var id = ApplicationId(Id, IdOf(servicePrincipal));
        return Directory.Find(id, EntryKind.Application) is not null
            ? id
            : throw new ArgumentException(
                $"'{servicePrincipal}' has no application in this tenant.",
                nameof(servicePrincipal)
            );
    }

    internal static Guid ApplicationId(Guid tenant, Guid servicePrincipal) =>
        Ids.Of(tenant.ToString(), "applicationObject", servicePrincipal.ToString());

    internal EmulatedTenant Clone() =>
        new(Id, DisplayName, Domain, Now)
        {
            Directory = Directory.Clone(),
            Roles = Roles.Clone(),
            GroupPim = GroupPim.Clone(),
            Policies = Policies.Clone(),
            Documents = Documents.Clone(),
            People = People.Clone(),
            Audits = Audits.Clone(),
        };
}
