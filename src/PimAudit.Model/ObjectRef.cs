using System.Text.Json.Serialization;

namespace PimAudit.Model;

/// <summary>What an <see cref="ObjectRef"/> points at. The lower-camel name is part of every fingerprint.</summary>
public enum ObjectKind
{
    User,
    Group,
    ServicePrincipal,
    Role,
    Scope,
    Tenant,

    /// <summary>A member or owner side of a group: the id is <c>member</c> or <c>owner</c>.</summary>
    Access,

    AccessReview,
    ConditionalAccessPolicy,
    AuthenticationContext,
    AdministrativeUnit,
    ConfigurationEntry,
    Waiver,
    Part,

    /// <summary>A device, a contact or another object that can hold no role by itself.</summary>
    Other,

    /// <summary>The directory does not know the id any more, or did not tell.</summary>
    Unresolved,
}

/// <summary>An object of the tenant (or of the configuration) by id, with the name that it had in the snapshot.</summary>
/// <param name="Kind">What the id identifies.</param>
/// <param name="Id">Object id in lower-case <c>D</c> format; for scopes, parts and entries their own text.</param>
/// <param name="DisplayName">As the tenant wrote it, unescaped and hostile; null when the name was not read.</param>
[method: JsonConstructor]
public sealed record ObjectRef(ObjectKind Kind, string Id, string? DisplayName = null)
{
    public ObjectRef(ObjectKind kind, Guid id, string? displayName = null)
        : this(kind, id.ToString("D"), displayName) { }

    /// <summary>The pair that identities and fingerprints are made of; never holds a name.</summary>
    public string Key => Prefixes[(int)Kind] + Id;

    /// <summary>The name, or the id where no name was read.</summary>
    public string Label => string.IsNullOrWhiteSpace(DisplayName) ? Id : DisplayName;

    /// <summary>The same object, whatever the names: their keys are equal.</summary>
    public bool IsSame(ObjectRef other) => Kind == other.Kind && string.Equals(Id, other.Id, StringComparison.Ordinal);

    private static readonly string[] Prefixes = [.. Enum.GetValues<ObjectKind>().Select(kind => $"{Camel(kind)}:")];

    private static string Camel(ObjectKind kind)
    {
        var name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
