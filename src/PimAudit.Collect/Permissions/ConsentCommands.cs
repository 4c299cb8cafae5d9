using System.Collections.Immutable;

namespace PimAudit.Collect;

/// <summary>Commands that grant permissions, for Graph PowerShell and for az. The ids of the permissions are looked up by name.</summary>
/// <remarks>Nothing in them comes from a tenant but ids that were read as such.</remarks>
public static class ConsentCommands
{
    /// <summary>Application id of Microsoft Graph, the same in every tenant and cloud.</summary>
    public const string GraphApplication = "00000003-0000-0000-c000-000000000000";

    /// <summary>Wants <c>$applicationId</c>, <c>$permissions</c> and a connection of Graph PowerShell.</summary>
    public static ImmutableArray<string> PowerShellBody { get; } =
    [
        $"$graph = Get-MgServicePrincipal -Filter \"appId eq '{GraphApplication}'\"",
        "$target = Get-MgServicePrincipal -Filter \"appId eq '$applicationId'\"",
        "$given = (Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $target.Id -All).AppRoleId",
        "foreach ($name in $permissions) {",
        "    $role = $graph.AppRoles | Where-Object { $_.Value -eq $name -and $_.AllowedMemberTypes -contains 'Application' }",
        "    if (-not $role) { throw \"Graph has no application permission $name.\" }",
        "    if ($role.Id -in $given) { continue }",
        "    $null = New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $target.Id -PrincipalId $target.Id -ResourceId $graph.Id -AppRoleId $role.Id",
        "}",
    ];

    /// <summary>Wants <c>application_id</c>, <c>permissions</c>, <c>graph_url</c> and a sign-in of az.</summary>
    public static ImmutableArray<string> ShellBody { get; } =
    [
        $"graph_id=$(az ad sp show --id {GraphApplication} --query id --output tsv)",
        "target_id=$(az ad sp show --id \"$application_id\" --query id --output tsv)",
        "given=$(az rest --method GET --url \"$graph_url/v1.0/servicePrincipals/$target_id/appRoleAssignments\" --query 'value[].appRoleId' --output tsv)",
        "for name in $permissions; do",
        $"  role_id=$(az ad sp show --id {GraphApplication} --query \"appRoles[?value=='$name' && contains(allowedMemberTypes, 'Application')].id | [0]\" --output tsv)",
        "  if [ -z \"$role_id\" ]; then echo \"Graph has no application permission $name.\" >&2; false; break; fi",
        "  case \"$given\" in *\"$role_id\"*) continue ;; esac",
        "  az rest --method POST --url \"$graph_url/v1.0/servicePrincipals/$target_id/appRoleAssignments\" --headers Content-Type=application/json \\",
        "    --body \"{\\\"principalId\\\": \\\"$target_id\\\", \\\"resourceId\\\": \\\"$graph_id\\\", \\\"appRoleId\\\": \\\"$role_id\\\"}\" --output none",
        "done",
    ];

    /// <param name="application">Client id; null leaves a place to fill in.</param>
    /// <param name="isDelegated">To the people who sign in with the application, instead of to the application itself.</param>
    public static ImmutableArray<string> PowerShell(
        Cloud cloud,
        Guid? tenant,
        Guid? application,
        bool isDelegated,
        IReadOnlyCollection<string> permissions
    ) =>
        [
            $"$applicationId = '{Id(application)}'",
            $"$permissions = {string.Join(", ", permissions.Select(name => $"'{name}'"))}",
            Connect(cloud, tenant, isDelegated),
            .. isDelegated ? DelegatedPowerShell : PowerShellBody,
        ];

    /// <inheritdoc cref="PowerShell"/>
    public static ImmutableArray<string> Shell(
        Cloud cloud,
        Guid? tenant,
        Guid? application,
        bool isDelegated,
        IReadOnlyCollection<string> permissions
    )
    {
        string[] signIn =
        [
            .. AzName(cloud) is { } name ? [$"az cloud set --name {name}"] : (string[])[],
            tenant is { } id ? $"az login --tenant {id:D}" : "az login",
        ];
        return isDelegated
            ?
            [
                .. signIn,
                $"az ad app permission grant --id {Id(application)} --api {GraphApplication} --scope \"{string.Join(' ', permissions)}\"",
            ]
            :
            [
                .. signIn,
                $"application_id={Id(application)}",
                $"permissions=\"{string.Join(' ', permissions)}\"",
                $"graph_url={cloud.Graph.GetLeftPart(UriPartial.Authority)}",
                .. ShellBody,
            ];
    }

    /// <summary>What Graph PowerShell calls a cloud.</summary>
    public static string PowerShellName(Cloud cloud) =>
        cloud.Name switch
        {
            "usgov" => "USGov",
            "usgovdod" => "USGovDoD",
            "china" => "China",
            _ => "Global",
        };

    /// <summary>What az calls a cloud; null for the one that it begins with.</summary>
    private static string? AzName(Cloud cloud) =>
        cloud.Name switch
        {
            "usgov" or "usgovdod" => "AzureUSGovernment",
            "china" => "AzureChinaCloud",
            _ => null,
        };

    private static readonly ImmutableArray<string> DelegatedPowerShell =
    [
        $"$graph = Get-MgServicePrincipal -Filter \"appId eq '{GraphApplication}'\"",
        "$target = Get-MgServicePrincipal -Filter \"appId eq '$applicationId'\"",
        "$grant = Get-MgOauth2PermissionGrant -All -Filter \"clientId eq '$($target.Id)'\" | Where-Object { $_.ResourceId -eq $graph.Id -and $_.ConsentType -eq 'AllPrincipals' }",
        "if ($grant) {",
        "    Update-MgOauth2PermissionGrant -OAuth2PermissionGrantId $grant.Id -Scope (($grant.Scope.Split(' ') + $permissions | Select-Object -Unique) -join ' ').Trim()",
        "} else {",
        "    $null = New-MgOauth2PermissionGrant -ClientId $target.Id -ConsentType AllPrincipals -ResourceId $graph.Id -Scope ($permissions -join ' ')",
        "}",
    ];

    private static string Connect(Cloud cloud, Guid? tenant, bool isDelegated)
    {
        var where = tenant is { } id ? $" -TenantId '{id:D}'" : "";
        var right = isDelegated ? "DelegatedPermissionGrant.ReadWrite.All" : "AppRoleAssignment.ReadWrite.All";
        return $"Connect-MgGraph{where} -Environment {PowerShellName(cloud)} -Scopes Application.Read.All, {right}";
    }

    private static string Id(Guid? application) => application?.ToString("D") ?? "<application id>";
}
