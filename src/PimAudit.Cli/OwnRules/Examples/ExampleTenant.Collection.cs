namespace PimAudit.Cli;

/// <summary>Who collected the evidence, and with which permissions.</summary>
internal sealed partial class ExampleTenant
{
    private void Collector()
    {
        if (map.Map("collection") is not { } given)
            return;

        var identity = given.Text("identity");
        tenant = tenant with
        {
            Collection = tenant.Collection with
            {
                Identity =
                    identity is null ? tenant.Collection.Identity
                    : names.Has(identity) ? ExampleNames.Id(identity).ToString("D")
                    : identity,
                Permissions = given.Texts("permissions") is { } permissions
                    ? [.. permissions.Order(StringComparer.Ordinal)]
                    : tenant.Collection.Permissions,
            },
        };
        given.RefuseOtherKeys();
    }
}
