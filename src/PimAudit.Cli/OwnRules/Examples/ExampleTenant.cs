using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Reads a tiny tenant. What an example does not mention is read completely, and is as the practice wants it.</summary>
internal sealed partial class ExampleTenant(YamlMap map)
{
    /// <summary>The present of every example: a Thursday.</summary>
    public static readonly DateTimeOffset TakenAt = new(2026, 10, 1, 6, 0, 0, TimeSpan.Zero);

    private static readonly Guid TenantId = ExampleNames.Id("Example tenant");

    private readonly ExampleNames names = new();

    /// <summary>Ids of what is no object of the directory, by the name that the example uses for it.</summary>
    private readonly Dictionary<string, string> called = new(StringComparer.Ordinal);
    private TenantSnapshot tenant = Empty;

    /// <summary>A tenant in which nobody holds anything, read completely, with licences for a thousand people.</summary>
    public static TenantSnapshot Empty { get; } =
        new()
        {
            TakenAt = TakenAt,
            Tenant = new(TenantId, "Example", "contoso.example", "contoso.example", ["contoso.example"]),
            Collection = Complete(),
            Roles =
            [
                .. BuiltInRoles
                    .ByTemplateId.Values.OrderBy(role => role.TemplateId)
                    .Select(role => new RoleDefinition(
                        role.TemplateId,
                        role.DisplayName,
                        true,
                        true,
                        role.TemplateId,
                        []
                    )),
            ],
            Subscriptions = [Subscription(1000, "Enabled")],
            EventsSince = TakenAt.AddDays(-30),
            NamedGroupsPrefix = GroupNaming.Prefix,
        };

    /// <summary>As a configuration would write them.</summary>
    public ImmutableArray<string> EmergencyEntries { get; private set; } = [];

    public TenantSnapshot Read()
    {
        Domains();
        People();
        Groups();
        Applications();
        Others();
        Licences();
        Collector();
        Assignments();
        Memberships();
        GroupsOfUsers();
        Settings();
        Reviews();
        Waivers();
        ConditionalAccess();
        AuditLog();
        Alerts();
        NotRead();
        return tenant;
    }

    /// <summary>Id of what an example calls by name; the text itself where nothing has that name.</summary>
    public string SubjectId(string name) =>
        names.Has(name) ? ExampleNames.Id(name).ToString("D")
        : called.TryGetValue(name, out var id) ? id
        : names.Role(name) is { } role ? role.ToString("D")
        : alertIds.TryGetValue(name, out var alert) ? alert
        : string.Equals(name, "tenant", StringComparison.Ordinal) ? TenantId.ToString("D")
        : Scope(name);

    private static Subscription Subscription(int seats, string status) =>
        new(ExampleNames.Id("E5"), "SPE_E5", status, seats, WarningSeats: 0, [EntraPlans.P1, EntraPlans.P2]);

    private static CollectionRecord Complete() =>
        new(
            "example",
            ["RoleManagement.Read.Directory"],
            "https://graph.example",
            "1.0",
            TakenAt,
            TakenAt.AddMinutes(1),
            Notes: [],
            [.. Enum.GetValues<SnapshotParts>().Where(part => part is not SnapshotParts.None).Select(Complete)]
        );

    private static PartRecord Complete(SnapshotParts part) =>
        new(part, PartStatus.Complete, null, null, $"GET {part}", "", 1, 1, 1, 0, 0, 100, TakenAt, TakenAt, []);

    /// <summary>An entry per name of a list of names, or of a mapping of names to properties (null where none are given).</summary>
    private IEnumerable<(string Name, YamlMap? Given)> Named(string key)
    {
        if (!map.IsMap(key))
            return (map.Texts(key) ?? []).Select(name => (name, (YamlMap?)null));
        var given = map.Map(key)!;
        return given.Keys.ToList().Select(name => (name, given.Map(name)));
    }

    /// <summary>A principal by name; an issue where the example does not have it.</summary>
    private Guid Who(YamlMap given, string key)
    {
        var name = given.Text(key);
        if (name is null)
            given.Issue(key, "is missing");
        else if (!names.Has(name))
            given.Issue(
                key,
                $"names '{name}', whom this example does not have{DidYouMean(Nearest.Of(name, names.All))}"
            );
        return ExampleNames.Id(name ?? "");
    }

    private Guid Role(YamlMap given, string key = "role")
    {
        var name = given.Text(key);
        if (name is null)
            given.Issue(key, "is missing");
        else if (names.Role(name) is { } id)
            return id;
        else
            given.Issue(key, $"is '{name}', which no role is called{DidYouMean(ExampleNames.NearestRole(name))}");
        return Guid.Empty;
    }

    /// <summary>The tenant, an administrative unit or an object by name, or as Graph writes it.</summary>
    private string Scope(string? name) =>
        name is null or "/" ? "/"
        : tenant.AdministrativeUnits.Any(unit => unit.Id == ExampleNames.Id(name))
            ? $"/administrativeUnits/{ExampleNames.Id(name):D}"
        : names.Has(name) ? $"/{ExampleNames.Id(name):D}"
        : name;

    private static TimeSpan? Time(YamlMap given, string key)
    {
        if (given.Text(key) is not { } text || text is "never")
            return null;
        if (DurationText.Parse(text) is { } time)
            return time;
        given.Issue(key, $"is '{text}' but must be a time such as 8h or 30d");
        return null;
    }

    private static string DidYouMean(string? word) => word is null ? "" : $"; did you mean '{word}'?";
}
