using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Makes a tenant, or a changed copy of one. Objects are called by their names; ids follow from the names.</summary>
/// <remarks>
/// Every method returns the builder. A name that is not there, or is there twice, is an <see cref="ArgumentException"/>.
/// After <see cref="Build"/> the builder is used up.
/// </remarks>
public sealed partial class TenantBuilder
{
    /// <summary>Property of an activation's row, never served as such: id of the eligibility that it uses.</summary>
    internal const string UsingMark = "#using";

    private EmulatedTenant? tenant;

    /// <summary>Begins with a copy.</summary>
    public TenantBuilder(EmulatedTenant tenant) => this.tenant = tenant.Clone();

    private TenantBuilder(Guid id, string displayName, string domain, DateTimeOffset now) =>
        tenant = new EmulatedTenant(id, displayName, domain, now);

    /// <summary>The moment to which rows are relative, UTC.</summary>
    public DateTimeOffset Now => Tenant.Now;

    private EmulatedTenant Tenant =>
        tenant ?? throw new InvalidOperationException("The tenant is built: begin a new builder with it.");

    /// <summary>A fresh tenant with P2 for a hundred people, the built-in roles, untouched settings, and nobody in it.</summary>
    public static TenantBuilder Create(
        string displayName,
        DateTimeOffset now,
        string domain = "contoso.example",
        Guid? tenantId = null
    )
    {
        var builder = new TenantBuilder(tenantId ?? Ids.Of("tenant", displayName), displayName, domain, now);
        builder.Tenant.Documents.Organization = builder.OrganizationBody();
        builder.Subscription("AAD_PREMIUM_P2", seats: 100);
        foreach (var role in BuiltInRoleList.Rows)
            builder.AddBuiltInRole(role);
        builder.Tenant.Documents.PimAlerts.AddRange(
            AlertBodies.Names.Select(name =>
                AlertBodies.Alert(builder.Tenant, name, isActive: false, isEnabled: true, [])
            )
        );
        return builder;
    }

    public EmulatedTenant Build()
    {
        var built = Tenant;
        tenant = null;
        return built;
    }

    /// <summary>The id of whatever has the name; for roles also the template id itself.</summary>
    public Guid Id(string name) => Tenant.IdOf(name);

    /// <summary>Changes a user's, group's, service principal's, administrative unit's or role's body directly.</summary>
    public TenantBuilder Body(string name, Action<JsonObject> change)
    {
        var id = Id(name);
        var body =
            Tenant.Directory.Find(id)?.Body
            ?? Tenant.Directory.FindDeleted(id)?.Body
            ?? Tenant.Roles.Definition(id)
            ?? throw new ArgumentException($"'{name}' has no body.", nameof(name));
        change(body);
        return this;
    }

    /// <summary>Changes the organisation's body directly.</summary>
    public TenantBuilder Organization(Action<JsonObject> change)
    {
        change(Tenant.Documents.Organization);
        return this;
    }

    /// <summary>Lets a method that changes many things be written as one step of the chain.</summary>
    public TenantBuilder With(Func<TenantBuilder, TenantBuilder> steps) => steps(this);

    private void AddBuiltInRole(BuiltInRoleRow role)
    {
        DefineRole(role.TemplateId, role.DisplayName, isBuiltIn: true, []);
        if (role.Privileged)
            Privileged(role.DisplayName);
        if (role.Assignable)
            UntouchedSettings(role.TemplateId, role.DisplayName);
    }

    private string NewId(params string[] parts) => Ids.Of([Tenant.Id.ToString(), .. parts]).ToString();

    private string Moment(DateTimeOffset moment) => Rows.Moment(moment)!;
}
