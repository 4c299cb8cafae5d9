using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>The audit log of a generated tenant, each event made when it is asked for.</summary>
/// <param name="tenant">Knows the ids behind the names of the plan.</param>
internal sealed class GeneratedAuditLog(EmulatedTenant tenant, TenantPlan plan, GeneratedActivations activations)
    : IAuditLog
{
    private static readonly ImmutableArray<string> Tasks =
    [
        "Restore access for a locked-out colleague",
        "Roll out the agreed configuration change",
        "Investigate a reported sign-in problem",
        "Move a shared resource to its new owner",
        "Prepare the monthly report for the board",
        "Set up devices of new colleagues",
        "Clean up after a finished project",
        "Answer a question of the auditors",
    ];

    private readonly ImmutableArray<string> settingsOwners = [.. plan.Roles.OfApproach1];

    public long Count => activations.Timetable.Count;

    public DateTimeOffset TimeOf(long index) => activations.Begin.AddTicks(activations.Timetable[index].Ticks);

    public JsonObject Body(long index)
    {
        var slot = activations.Timetable[index];
        return slot.Step is AuditStep.SettingsChanged ? Settings(slot, index) : Case(slot, index);
    }

    private JsonObject Settings(AuditSlot slot, long index)
    {
        var number = (slot.Case * 7 + slot.Lane) % settingsOwners.Length;
        return Event(
            slot,
            index,
            "Update role setting in PIM",
            plan.Approvers[(int)(slot.Case % plan.Approvers.Length)],
            [Role(settingsOwners[(int)number])]
        );
    }

    private JsonObject Case(AuditSlot slot, long index)
    {
        var what = activations.Of(slot);
        var body = Event(slot, index, ActivityOf(slot.Step), Initiator(slot.Step, what), TargetsOf(what));
        body["result"] = slot.Step is AuditStep.Denied ? "failure" : "success";
        body["resultReason"] = ReasonOf(slot);
        if (what.Grant is null)
            body["category"] = "GroupManagement";
        if (slot.Step is AuditStep.Completed)
            body["additionalDetails"] = new JsonArray(
                Detail("StartTime", TimeOf(index)),
                Detail("ExpirationTime", TimeOf(index) + AuditTimetable.LengthOf(slot.Course))
            );
        return body;
    }

    private JsonObject Event(
        AuditSlot slot,
        long index,
        string activity,
        string initiator,
        IEnumerable<JsonObject> targets
    )
    {
        var correlation = Ids.Of(tenant.Id.ToString(), "case", $"{slot.Course} {slot.Lane} {slot.Case}").ToString();
        return new JsonObject
        {
            ["id"] = $"PIM_{correlation}_{index}",
            ["category"] = "RoleManagement",
            ["correlationId"] = correlation,
            ["result"] = "success",
            ["resultReason"] = null,
            ["activityDisplayName"] = activity,
            ["activityDateTime"] = Rows.Moment(activations.Begin.AddTicks(slot.Ticks)),
            ["loggedByService"] = "PIM",
            ["operationType"] = null,
            ["initiatedBy"] =
                initiator is TenantBuilder.PimItself
                    ? AuditBodies.ByService(initiator)
                    : AuditBodies.By(tenant.IdOf(initiator), initiator, Entry(initiator)),
            ["targetResources"] = new JsonArray([.. targets]),
            ["additionalDetails"] = new JsonArray(),
        };
    }

    private string Initiator(AuditStep step, Activation what) =>
        step switch
        {
            AuditStep.Expired => TenantBuilder.PimItself,
            AuditStep.Approved or AuditStep.Denied => plan.Approvers.First(one => one != what.Person),
            _ => what.Person,
        };

    private IEnumerable<JsonObject> TargetsOf(Activation what)
    {
        if (what.Grant is { } grant)
            yield return Role(grant.Role);
        yield return AuditBodies.Target(tenant.IdOf(what.Person), what.Person, Entry(what.Person));
        if (what.Grant is null)
            yield return AuditBodies.Target(tenant.IdOf(what.Team), what.Team, Entry(what.Team));
    }

    private JsonObject Role(string name) => AuditBodies.Role(tenant.IdOf(name), name);

    private DirectoryEntry? Entry(string name) => tenant.Directory.Find(tenant.IdOf(name));

    /// <summary>One reason for all steps of a case; when an activation expires nobody types one.</summary>
    private static string? ReasonOf(AuditSlot slot)
    {
        if (slot.Step is AuditStep.Expired)
            return null;
        var number = SplitMix64.Mix((ulong)slot.Case * 31 + (ulong)slot.Course * 7 + (ulong)slot.Lane);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Tasks[(int)(number % (ulong)Tasks.Length)]} (CHG{number / 8 % 10_000_000:D7})"
        );
    }

    private static JsonObject Detail(string key, DateTimeOffset moment) =>
        new() { ["key"] = key, ["value"] = Rows.Moment(moment) };

    private static string ActivityOf(AuditStep step) =>
        step switch
        {
            AuditStep.Requested => "Add member to role requested (PIM activation)",
            AuditStep.ApprovalRequested => "Add member to role approval requested (PIM activation)",
            AuditStep.Approved => "Add member to role request approved (PIM activation)",
            AuditStep.Denied => "Add member to role request denied (PIM activation)",
            AuditStep.Completed => "Add member to role completed (PIM activation)",
            _ => "Remove member from role (PIM activation expired)",
        };
}
