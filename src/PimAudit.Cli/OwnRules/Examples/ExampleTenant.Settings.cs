using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Role settings: those of the practice for every role and group, with the changes of the example.</summary>
internal sealed partial class ExampleTenant
{
    private static readonly ImmutableArray<string> DefaultApprovers = ["First Approver", "Second Approver"];
    private const string OwnerMark = " (owner)";

    private void Settings()
    {
        foreach (var name in DefaultApprovers)
            tenant = tenant with { Users = [.. tenant.Users, User(name, given: null)] };

        var changes = map.Map("settings");
        var changed = new HashSet<SettingsOwner>();
        foreach (var name in (changes?.Keys ?? []).ToList())
        {
            var given = changes!.Map(name);
            if (OwnerOf(name) is not { } owner)
                changes.Issue(name, "is no role or group of this example");
            else if (changed.Add(owner) && given is not null && given.Flag("absent") is not true)
                Add(Changed(owner, given));
            else if (given is null)
                Add(Standard(owner));
            given?.RefuseOtherKeys();
        }

        foreach (var owner in WithSettings().Where(changed.Add))
            Add(Standard(owner));
    }

    private SettingsOwner? OwnerOf(string name)
    {
        var isOwner = name.EndsWith(OwnerMark, StringComparison.Ordinal);
        var bare = isOwner ? name[..^OwnerMark.Length] : name;
        return names.IsGroup(bare)
                ? SettingsOwner.Group(ExampleNames.Id(bare), isOwner ? GroupAccess.Owner : GroupAccess.Member)
            : names.Role(bare) is { } role ? SettingsOwner.Role(role)
            : null;
    }

    /// <summary>Every role, as PIM has settings of each, and both sides of every group.</summary>
    private IEnumerable<SettingsOwner> WithSettings() =>
        tenant
            .Roles.Select(role => role.Id)
            .Concat(tenant.RoleEligibilities.Select(one => one.RoleDefinitionId))
            .Concat(tenant.RoleAssignments.Select(one => one.RoleDefinitionId))
            .Distinct()
            .Select(SettingsOwner.Role)
            .Concat(
                tenant.Groups.SelectMany(group =>
                    new[] { GroupAccess.Member, GroupAccess.Owner }.Select(side => SettingsOwner.Group(group.Id, side))
                )
            );

    private void Add(RoleSettings settings) =>
        tenant = tenant with { RoleSettings = [.. tenant.RoleSettings, settings] };

    private static RoleSettings Standard(SettingsOwner owner) =>
        new(
            owner,
            $"policy-{owner.Id:D}-{owner.Access}",
            ChangedAt: TakenAt.AddMonths(-3),
            LongestActivation: TimeSpan.FromHours(8),
            Mfa: true,
            Justification: true,
            Ticket: false,
            ContextRequired: false,
            AuthenticationContext: null,
            ApprovalRequired: true,
            [
                .. DefaultApprovers.Select(name => new Approver(
                    ApproverKind.User,
                    ExampleNames.Id(name),
                    name,
                    IsBackup: false
                )),
            ],
            PermanentEligibleAllowed: false,
            LongestEligible: TimeSpan.FromDays(365),
            PermanentActiveAllowed: false,
            LongestActive: TimeSpan.FromDays(15),
            AssigningMfa: true,
            AssigningJustification: true,
            Notifications: StandardNotifications
        );

    private RoleSettings Changed(SettingsOwner owner, YamlMap given)
    {
        var standard = Standard(owner);
        var context = given.Text("authenticationContext");
        return standard with
        {
            ChangedAt = given.Text("changed") is "never"
                ? null
                : TakenAt - Time(given, "changed") ?? standard.ChangedAt,
            LongestActivation = given.Text("longestActivation") is "unknown"
                ? null
                : Time(given, "longestActivation") ?? standard.LongestActivation,
            Mfa = Flag(given, "mfa", standard.Mfa),
            Justification = Flag(given, "justification", standard.Justification),
            Ticket = Flag(given, "ticket", standard.Ticket),
            ContextRequired = context is not null,
            AuthenticationContext = context,
            ApprovalRequired = Flag(given, "approval", standard.ApprovalRequired),
            Approvers =
            [
                .. given.Texts("approvers") is { } approvers ? approvers.Select(ApproverOf) : standard.Approvers,
                .. (given.Texts("backupApprovers") ?? [])
                    .Select(ApproverOf)
                    .Select(one => one with { IsBackup = true }),
            ],
            PermanentEligibleAllowed = Flag(given, "permanentEligible", standard.PermanentEligibleAllowed),
            LongestEligible = Time(given, "longestEligible") ?? standard.LongestEligible,
            PermanentActiveAllowed = Flag(given, "permanentActive", standard.PermanentActiveAllowed),
            LongestActive = Time(given, "longestActive") ?? standard.LongestActive,
            AssigningMfa = Flag(given, "assigningMfa", standard.AssigningMfa),
            AssigningJustification = Flag(given, "assigningJustification", standard.AssigningJustification),
            Notifications = Notifications(given),
        };
    }

    private Approver ApproverOf(string name) =>
        name is "manager"
            ? new(ApproverKind.RequestorManager, Id: null, Description: null, IsBackup: false)
            : new(
                names.KindOf(name) switch
                {
                    ObjectKind.Group => ApproverKind.Group,
                    ObjectKind.ServicePrincipal => ApproverKind.ServicePrincipal,
                    _ => ApproverKind.User,
                },
                ExampleNames.Id(name),
                name,
                IsBackup: false
            );

    /// <summary><c>unknown</c> stands for a rule that the policy lacks.</summary>
    private static bool? Flag(YamlMap given, string key, bool? standard) =>
        given.Text(key) switch
        {
            null => standard,
            "unknown" => null,
            _ => given.Flag(key) ?? standard,
        };
}
