using System.Text.RegularExpressions;
using NUnit.Framework;

namespace PimAudit.Collect.Tests.Permissions;

public sealed class ConsentCommandsTests
{
    private static readonly Guid Tenant = new("11111111-1111-1111-1111-111111111111");
    private static readonly Guid Application = new("22222222-2222-2222-2222-222222222222");

    [Test]
    public void Graph_powershell_connects_to_the_tenant_and_its_cloud() =>
        Assert.That(
            ConsentCommands.PowerShell(Cloud.UsGov, Tenant, Application, isDelegated: false, ["A.Read", "B.Read"])[..3],
            Is.EqualTo(
                new[]
                {
                    "$applicationId = '22222222-2222-2222-2222-222222222222'",
                    "$permissions = 'A.Read', 'B.Read'",
                    "Connect-MgGraph -TenantId '11111111-1111-1111-1111-111111111111' -Environment USGov -Scopes Application.Read.All, AppRoleAssignment.ReadWrite.All",
                }
            )
        );

    [Test]
    public void Az_asks_the_graph_of_the_cloud() =>
        Assert.That(
            ConsentCommands.Shell(Cloud.China, Tenant, Application, isDelegated: false, ["A.Read", "B.Read"])[..5],
            Is.EqualTo(
                new[]
                {
                    "az cloud set --name AzureChinaCloud",
                    "az login --tenant 11111111-1111-1111-1111-111111111111",
                    "application_id=22222222-2222-2222-2222-222222222222",
                    "permissions=\"A.Read B.Read\"",
                    "graph_url=https://microsoftgraph.chinacloudapi.cn",
                }
            )
        );

    [Test]
    public void For_a_person_who_signs_in_the_application_gets_delegated_permissions()
    {
        Assert.That(
            ConsentCommands.Shell(Cloud.Global, Tenant, Application, isDelegated: true, ["A.Read"])[^1],
            Is.EqualTo(
                "az ad app permission grant --id 22222222-2222-2222-2222-222222222222 --api 00000003-0000-0000-c000-000000000000 --scope \"A.Read\""
            )
        );
        Assert.That(
            string.Join(
                '\n',
                ConsentCommands.PowerShell(Cloud.Global, Tenant, Application, isDelegated: true, ["A.Read"])
            ),
            Does.Contain("Oauth2PermissionGrant").And.Not.Contain("AppRoleAssignment")
        );
    }

    [Test]
    public void What_is_not_known_is_left_to_fill_in() =>
        Assert.That(
            ConsentCommands.Shell(Cloud.Global, tenant: null, application: null, isDelegated: false, ["A.Read"])[..2],
            Is.EqualTo(new[] { "az login", "application_id=<application id>" })
        );

    /// <summary>The ids of permissions are looked up by name; the only id that is written down is Graph's own.</summary>
    [Test]
    public void No_id_of_a_permission_is_written_down() =>
        Assert.That(
            ConsentCommands
                .PowerShellBody.AddRange(ConsentCommands.ShellBody)
                .SelectMany(line =>
                    Regex
                        .Matches(line, "[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.None, TimeSpan.FromSeconds(1))
                        .Select(match => match.Value)
                )
                .Distinct(),
            Is.EqualTo(new[] { ConsentCommands.GraphApplication })
        );
}
