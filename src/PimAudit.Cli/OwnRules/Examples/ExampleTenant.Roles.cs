namespace PimAudit.Cli;

/// <summary>Roles beside those that ship, and what Graph beta says of them.</summary>
internal sealed partial class ExampleTenant
{
    private void Roles()
    {
        foreach (var (name, given) in Named("roles"))
        {
            names.AddRole(name);
            var isBuiltIn = given?.Flag("builtIn") is true;
            var id = ExampleNames.Id(name);
            tenant = tenant with
            {
                Roles =
                [
                    .. tenant.Roles,
                    new(id, name, isBuiltIn, IsEnabled: true, isBuiltIn ? id : null, given?.Texts("actions") ?? []),
                ],
            };
            if (given?.Flag("privileged") is { } isPrivileged)
                tenant = tenant with { PrivilegedRoles = [.. tenant.PrivilegedRoles, new(id, isPrivileged)] };
            given?.RefuseOtherKeys();
        }
    }
}
