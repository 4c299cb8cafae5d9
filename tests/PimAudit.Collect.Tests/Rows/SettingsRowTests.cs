using System.Text.Json;
using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class SettingsRowTests
{
    private const string Someone = "10a08e2e-3ea2-4ce0-80cb-d5fdd4b05ea6";

    [TestCase("PT30M", 0.5)]
    [TestCase("PT8H", 8)]
    [TestCase("PT1H45M", 1.75)]
    [TestCase("P1D", 24)]
    [TestCase("P180D", 4320)]
    [TestCase("P1Y", 8760)]
    public void Reads_durations_as_Graph_writes_them(string text, double hours) =>
        Assert.That(RoleSettingsReader.Duration(text), Is.EqualTo(TimeSpan.FromHours(hours)));

    [TestCase("")]
    [TestCase(null)]
    public void An_empty_duration_is_unknown(string? text) => Assert.That(RoleSettingsReader.Duration(text), Is.Null);

    [TestCase("8 hours")]
    [TestCase("08:00:00")]
    [TestCase("P99999999999D")]
    public void A_duration_in_another_notation_is_malformed(string text) =>
        Assert.That(() => RoleSettingsReader.Duration(text), Throws.TypeOf<JsonException>());

    [TestCase("#microsoft.graph.singleUser", "userId", ApproverKind.User)]
    [TestCase("#microsoft.graph.singleUser", "id", ApproverKind.User)]
    [TestCase("#microsoft.graph.groupMembers", "groupId", ApproverKind.Group)]
    [TestCase("microsoft.graph.groupMembers", "id", ApproverKind.Group)]
    [TestCase("#microsoft.graph.singleServicePrincipal", "servicePrincipalId", ApproverKind.ServicePrincipal)]
    [TestCase("#microsoft.graph.targetManager", "id", ApproverKind.Unknown)]
    public void Reads_each_kind_of_approver(string type, string property, ApproverKind kind)
    {
        var approver = Approver($$"""{"@odata.type":"{{type}}","{{property}}":"{{Someone}}"}""");

        Assert.That(approver, Is.EqualTo(new Approver(kind, new Guid(Someone), Description: null, IsBackup: false)));
    }

    [TestCase(
        """{"@odata.type":"#microsoft.graph.requestorManager","managerLevel":1}""",
        ApproverKind.RequestorManager
    )]
    [TestCase("""{"@odata.type":"#microsoft.graph.singleUser"}""", ApproverKind.Unknown)]
    [TestCase("""{"@odata.type":"#microsoft.graph.singleUser","userId":"somebody"}""", ApproverKind.Unknown)]
    [TestCase("{}", ApproverKind.Unknown)]
    public void An_approver_without_id_counts_only_as_the_manager(string json, ApproverKind kind) =>
        Assert.That(Approver(json), Is.EqualTo(new Approver(kind, Id: null, Description: null, IsBackup: false)));

    [Test]
    public void A_backup_approver_and_his_name_are_kept()
    {
        var approver = Approver(
            $$"""{"@odata.type":"#microsoft.graph.singleUser","id":"{{Someone}}","isBackup":true,"description":"Ana"}"""
        );

        Assert.That(approver, Is.EqualTo(new Approver(ApproverKind.User, new Guid(Someone), "Ana", IsBackup: true)));
    }

    /// <summary>An empty list has a meaning of its own: the administrators of roles approve.</summary>
    [TestCase("true", "[]", true)]
    [TestCase("true", """[{"primaryApprovers":[]}]""", true)]
    [TestCase("false", "null", true)]
    [TestCase("true", "null", false)]
    [TestCase("true", """[{"primaryApprovers":null}]""", false)]
    public void Approval_by_nobody_knows_whom_is_malformed(string isRequired, string stages, bool isTold)
    {
        var setting = $$"""{"isApprovalRequired":{{isRequired}},"approvalStages":{{stages}}}""";

        Assert.That(
            () => Settings(setting).Approvers.Length,
            isTold ? Is.Zero : Throws.TypeOf<JsonException>().With.Message.Contains("by whom")
        );
    }

    private static Approver Approver(string json) =>
        Settings($$"""{"isApprovalRequired":true,"approvalStages":[{"primaryApprovers":[{{json}}]}]}""")
            .Approvers.Single();

    private static RoleSettings Settings(string approval)
    {
        var rules = JsonSerializer.Deserialize(
            $$$"""
            {"value":[{"@odata.type":"#microsoft.graph.unifiedRoleManagementPolicyApprovalRule","id":"Approval_EndUser_Assignment",
              "target":{"caller":"EndUser","operations":["All"],"level":"Assignment","inheritableSettings":[],"enforcedSettings":[]},
              "setting":{{{approval}}}}]}
            """,
            GraphJson.Default.PolicyRules
        );
        return RoleSettingsReader.Read(SettingsOwner.Role(Guid.Empty), "policy", changedAt: null, rules!.Value!);
    }
}
