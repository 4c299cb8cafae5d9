namespace PimAudit.Cli;

/// <summary>The tenant itself, another one, and what was not told about an object.</summary>
internal sealed partial class ExampleTenant
{
    private const string Unknown = "unknown";

    private static readonly Guid OtherTenantId = ExampleNames.Id("Another tenant");

    private void Domains()
    {
        if (map.Map("tenant") is not { } given)
            return;

        tenant = tenant with
        {
            Tenant = tenant.Tenant with
            {
                InitialDomain = IsUnknown(given, "initialDomain")
                    ? null
                    : given.Text("initialDomain") ?? tenant.Tenant.InitialDomain,
                Domains = ToldTexts(given, "domains", tenant.Tenant.Domains!.Value),
            },
        };
        given.RefuseOtherKeys();
    }

    /// <summary>The tenant that a role assignment says its principal belongs to.</summary>
    private static Guid Home(YamlMap given) => given.Flag("foreign") is true ? OtherTenantId : TenantId;

    /// <summary>The name that is shown, which may be another than the one by which an example calls the object.</summary>
    private static string? Shown(string name, YamlMap? given) =>
        IsUnknown(given, "displayName") ? null : given?.Text("displayName") ?? name;

    private static bool? Told(YamlMap? given, string key, bool standard) =>
        given is null ? standard : Flag(given, key, standard);

    private static bool IsUnknown(YamlMap? given, string key) => given?.Text(key) is Unknown;
}
