using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Whose token it is.</summary>
/// <param name="Id">Object id of a user, client id of an application; null when the token does not say.</param>
/// <param name="IsUser">True for a person who signed in, false for an application by itself; null when the token does not say.</param>
/// <param name="Application">Client id of the application that holds the token; null when the token does not say.</param>
/// <param name="Permissions">As the token lists them, ordinal; null when it does not say.</param>
public sealed record TokenBearer(string? Id, bool? IsUser, Guid? Application, ImmutableArray<string>? Permissions)
{
    /// <summary>Permissions that do more than read; null when the token does not say.</summary>
    public ImmutableArray<string>? MoreThanRead =>
        Permissions is { } held ? [.. held.Where(GraphPermission.IsMoreThanRead)] : null;
}

/// <summary>How well a part can be read.</summary>
public enum PartHealth
{
    Readable,

    /// <summary>Not tried, because the tenant had nothing to try it on; the token permits it.</summary>
    Permitted,

    /// <summary>Readable for some kinds of objects only.</summary>
    Partial,
    Refused,
    Unlicensed,
    Failed,

    /// <summary>What names its objects cannot be read, so nobody could ask.</summary>
    Unnamed,

    /// <summary>Neither the tenant nor the token told.</summary>
    Unknown,

    /// <summary>Switched off under <c>collect:</c>.</summary>
    Off,
}

/// <summary>What was found out about one part.</summary>
/// <param name="Detail">Why, as a sentence; may hold text of the tenant. Null when there is nothing to say.</param>
public sealed record PartCheck(PartNeeds Needs, PartHealth Health, string? Detail)
{
    public SnapshotParts Part => Needs.Part;

    /// <summary>A collection with this token would not have the part.</summary>
    public bool IsMissing =>
        Health is PartHealth.Refused or PartHealth.Unlicensed or PartHealth.Failed or PartHealth.Unnamed;
}

/// <summary>Whether a permission is there.</summary>
public enum PermissionState
{
    Held,
    Missing,

    /// <summary>The token lists it, and Graph refuses all the same: a signed-in user lacks an Entra role, or a consent is void.</summary>
    Useless,
    Unknown,

    /// <summary>Only parts that are switched off want it.</summary>
    Off,
}

/// <summary>What was found out about one permission of the table.</summary>
/// <param name="Name">The least that does.</param>
/// <param name="Consent">What to grant, where it is missing: of the recommended set where that does.</param>
/// <param name="Through">What the token lists instead, and does as well; null when it lists the permission itself, or nothing.</param>
/// <param name="Parts">Parts that want it and are not switched off, in the order of the table.</param>
public sealed record PermissionCheck(
    string Name,
    string Consent,
    PermissionState State,
    string? Through,
    ImmutableArray<PartCheck> Parts
);

/// <summary>A licence of Entra that the tenant has.</summary>
/// <param name="Seats">Of enabled subscriptions.</param>
/// <param name="GraceSeats">Of subscriptions whose time is up and that still work.</param>
public sealed record LicenceSeen(string Name, long Seats, long GraceSeats);

/// <summary>What a sign-in can read of a tenant, as it was tried.</summary>
/// <param name="Tenant">Its id is empty when nothing told which it is.</param>
/// <param name="Licences">Null when the subscriptions could not be read.</param>
/// <param name="ClockSkew">Graph's clock against ours, positive when Graph's is ahead; null when Graph did not tell.</param>
/// <param name="Latency">Of one small answer.</param>
/// <param name="Parts">In the order of <see cref="SnapshotParts"/>.</param>
/// <param name="HidesMembers">A role-assignable group was seen that hides its members.</param>
/// <param name="HttpCalls">That the examination took.</param>
public sealed record Examination(
    TokenBearer Bearer,
    Tenant Tenant,
    string Origin,
    ImmutableArray<LicenceSeen>? Licences,
    TimeSpan? ClockSkew,
    TimeSpan Latency,
    ImmutableArray<PartCheck> Parts,
    ImmutableArray<PermissionCheck> Permissions,
    bool HidesMembers,
    int HttpCalls
)
{
    public PartCheck this[SnapshotParts part] => Parts.First(check => check.Part == part);

    /// <summary>Parts that the configuration leaves out.</summary>
    public SnapshotParts Off =>
        Parts
            .Where(check => check.Health is PartHealth.Off)
            .Aggregate(SnapshotParts.None, (all, check) => all | check.Part);

    /// <summary>Parts that a collection with this token would not have.</summary>
    public SnapshotParts Missing =>
        Parts.Where(check => check.IsMissing).Aggregate(SnapshotParts.None, (all, check) => all | check.Part);

    /// <summary>As of a snapshot: false when PIM answered that the tenant has no licence for it.</summary>
    public bool HasPim =>
        this[SnapshotParts.ActiveAssignments].Health is not PartHealth.Unlicensed
        || this[SnapshotParts.EligibleAssignments].Health is not PartHealth.Unlicensed;

    /// <summary>Groups that hide their members are there, and the token does not show them.</summary>
    public bool LacksHiddenMembers =>
        HidesMembers
        && Bearer.Permissions?.Contains(ConsentSet.HiddenMembers, StringComparer.OrdinalIgnoreCase) is not true;
}
