using System.Buffers.Binary;
using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>The registration report: a row per enabled user, each made when it is asked for.</summary>
/// <remarks>
/// Users of the directory come first, in its order, then the others by number. <c>isAdmin</c> means an active role, own or
/// through groups; whether the service counts eligible people too is not documented.
/// </remarks>
internal sealed class RegistrationReport(EmulatedTenant tenant) : IReadOnlyList<JsonObject>
{
    private const string Ordinary = "microsoftAuthenticatorPush";

    /// <summary>Methods that cannot be a second factor.</summary>
    private static readonly string[] Weak = ["password", "email", "securityQuestion"];

    private static readonly string[] Passwordless =
    [
        "fido2SecurityKey",
        "microsoftAuthenticatorPasswordless",
        "passKeyDeviceBound",
        "passKeyDeviceBoundAuthenticator",
        "windowsHelloForBusiness",
    ];

    private static readonly string[] SelfService =
    [
        "email",
        "mobilePhone",
        "alternateMobilePhone",
        "officePhone",
        "microsoftAuthenticatorPush",
        "softwareOneTimePasscode",
        "hardwareOneTimePasscode",
        "securityQuestion",
    ];

    private readonly Lazy<IReadOnlyList<JsonObject>> known = new(() =>
        [.. tenant.Directory.All(EntryKind.User).Where(user => Methods(tenant, user) is not null)]
    );

    private readonly Lazy<HashSet<Guid>> admins = new(() => Admins(tenant));

    private readonly Lazy<byte[]> otherIds = new(() =>
        Ids.Of(tenant.Id.ToString(), "other").ToByteArray(bigEndian: true)
    );

    public int Count => known.Value.Count + tenant.People.Others;

    public JsonObject this[int index] =>
        index < known.Value.Count ? RowOf(known.Value[index]) : Other(index - known.Value.Count);

    /// <summary>The rows of people who hold an active role: others never do.</summary>
    public IReadOnlyList<JsonObject> OfAdmins() =>
        new MappedList<JsonObject, JsonObject>(
            tenant.Cache.Keep<IReadOnlyList<JsonObject>>(
                "administrators",
                () => [.. known.Value.Where(user => admins.Value.Contains(user.Id("id")!.Value))]
            ),
            RowOf
        );

    /// <summary>The row of one user, without looking at all of them.</summary>
    public JsonObject? Find(Guid id)
    {
        if (tenant.Directory.Find(id, EntryKind.User) is { } user)
            return Methods(tenant, user) is null ? null : RowOf(user);
        var bytes = id.ToByteArray(bigEndian: true);
        var number = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(12));
        return bytes.AsSpan(0, 12).SequenceEqual(otherIds.Value.AsSpan(0, 12)) && number < tenant.People.Others
            ? Other((int)number)
            : null;
    }

    public IEnumerator<JsonObject> GetEnumerator() =>
        Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private JsonObject RowOf(JsonObject user) =>
        Row(
            user.Text("id")!,
            user.Text("userPrincipalName")!,
            user.Text("displayName")!,
            user.Text("userType") is "Guest" ? "guest" : "member",
            admins.Value.Contains(user.Id("id")!.Value),
            Methods(tenant, user)!.Value
        );

    private JsonObject Other(int number)
    {
        var name = number.ToString("D7", CultureInfo.InvariantCulture);
        return Row(
            OtherId(number).ToString(),
            $"person{name}@{tenant.Domain}",
            $"Person {name}",
            "member",
            isAdmin: false,
            [Ordinary]
        );
    }

    /// <summary>The number stands in the last four bytes, so that a row is found by its id.</summary>
    private Guid OtherId(int number)
    {
        byte[] bytes = [.. otherIds.Value];
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(12), number);
        return new Guid(bytes, bigEndian: true);
    }

    private JsonObject Row(
        string id,
        string userPrincipalName,
        string displayName,
        string userType,
        bool isAdmin,
        ImmutableArray<string> methods
    )
    {
        var isStrong = methods.Any(method => !Weak.Contains(method, StringComparer.Ordinal));
        var preferred = Preferred(methods);
        return new JsonObject
        {
            ["id"] = id,
            ["userPrincipalName"] = userPrincipalName,
            ["userDisplayName"] = displayName,
            ["isAdmin"] = isAdmin,
            ["isSsprRegistered"] = methods.Any(method => SelfService.Contains(method, StringComparer.Ordinal)),
            ["isSsprEnabled"] = false,
            ["isSsprCapable"] = false,
            ["isMfaRegistered"] = isStrong,
            ["isMfaCapable"] = isStrong,
            ["isPasswordlessCapable"] = methods.Any(method => Passwordless.Contains(method, StringComparer.Ordinal)),
            ["lastUpdatedDateTime"] = Rows.Moment(tenant.Now.AddHours(-12)),
            ["methodsRegistered"] = Rows.Strings(methods),
            ["isSystemPreferredAuthenticationMethodEnabled"] = true,
            ["systemPreferredAuthenticationMethods"] = Rows.Strings(preferred is "" ? [] : [preferred]),
            ["userPreferredMethodForSecondaryAuthentication"] = preferred,
            ["userType"] = userType,
        };
    }

    /// <summary>Empty where nobody preferred anything, as the service sends it.</summary>
    private static string Preferred(ImmutableArray<string> methods) =>
        methods.Contains(Ordinary, StringComparer.Ordinal) ? "push"
        : methods.Contains("softwareOneTimePasscode", StringComparer.Ordinal) ? "oath"
        : methods.Contains("mobilePhone", StringComparer.Ordinal) ? "sms"
        : "";

    private static ImmutableArray<string>? Methods(EmulatedTenant tenant, JsonObject user) =>
        user["accountEnabled"]?.GetValue<bool>() is true
            ? tenant.People.MethodsOf(user.Id("id")!.Value, [Ordinary])
            : null;

    private static HashSet<Guid> Admins(EmulatedTenant tenant) =>
        [
            .. tenant
                .Roles.Assignments.Select(row => row.Id("principalId"))
                .OfType<Guid>()
                .Distinct()
                .SelectMany(id =>
                    tenant.Directory.Find(id)?.Kind is EntryKind.Group
                        ? LinkStore.Reach(id, tenant.Directory.Members.TargetsOf)
                        : [id]
                ),
        ];
}
