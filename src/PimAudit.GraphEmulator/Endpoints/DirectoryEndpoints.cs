using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Users, groups, service principals, administrative units, their links and what was deleted.</summary>
internal static class DirectoryEndpoints
{
    private const string Hidden = "HiddenMembership";
    private const string SignIns = "signInActivity";

    /// <summary>Properties of which a value names few objects.</summary>
    private static readonly string[] Indexed = ["appId", "userPrincipalName"];

    public static void Map(Router router)
    {
        router.Get("users", call => ListOf(call, EntryKind.User));
        router.Get("groups", call => ListOf(call, EntryKind.Group));
        router.Get("servicePrincipals", call => ListOf(call, EntryKind.ServicePrincipal));
        router.Get("applications", call => ListOf(call, EntryKind.Application));
        router.Get("directory/administrativeUnits", call => ListOf(call, EntryKind.AdministrativeUnit));
        router.Get("users/{id}", call => OneUser(call));
        router.Get("groups/{id}", call => One(call, EntryKind.Group));
        router.Get("servicePrincipals/{id}", call => One(call, EntryKind.ServicePrincipal));
        router.Get("applications/{id}", call => One(call, EntryKind.Application));
        router.Get("directory/administrativeUnits/{id}", call => One(call, EntryKind.AdministrativeUnit, segment: 2));
        router.Get("directory/deletedItems/{id}", Deleted);
        MapLinks(router, "groups/{id}/members", VisibleMembers);
        foreach (var owned in new[] { "groups", "servicePrincipals", "applications" })
            MapLinks(router, owned + "/{id}/owners", (call, id) => call.Tenant.Directory.Owners.TargetsOf(id));
        MapLinks(
            router,
            "groups/{id}/transitiveMembers",
            (call, id) => LinkStore.Reach(id, at => VisibleMembers(call, at))
        );
        MapLinks(router, "groups/{id}/memberOf", VisibleParents);
        MapLinks(router, "users/{id}/memberOf", VisibleParents);
        MapLinks(
            router,
            "users/{id}/transitiveMemberOf",
            (call, id) => LinkStore.Reach(id, at => VisibleParents(call, at))
        );
        router.Post("directoryObjects/getByIds", GetByIds);
    }

    private static JsonObject ListOf(Call call, EntryKind kind)
    {
        var resource = DirectoryResources.Of(kind);
        if (kind is not EntryKind.User)
            return call.List(resource, Candidates(call, kind));
        if (WantsSignIns(call) && call.Query.Top > 500)
            throw GraphErrors.BadRequest("Invalid page size specified. Must be between 1 and 500 inclusive.");
        return call.List(resource, Candidates(call, kind), user => UserBody(call, user), OnlyCounted(call));
    }

    private static bool WantsSignIns(Call call) =>
        call.Query.Select.Contains(SignIns, StringComparer.OrdinalIgnoreCase);

    /// <summary>The user's selected properties, with the sign-ins, which no body holds.</summary>
    private static JsonObject UserBody(Call call, JsonObject user)
    {
        var result = DirectoryResources.Users.Project(user, call.Query.Select);
        if (WantsSignIns(call) && SignInBodies.Of(call.Tenant, user.Id("id")!.Value) is { } signIns)
            result[SignIns] = signIns;
        return result;
    }

    private static int OnlyCounted(Call call)
    {
        var other = new JsonObject { ["accountEnabled"] = true, ["userType"] = "Member" };
        return call.Query.Has("search") || call.Filter?.Matches(other) is false ? 0 : call.Tenant.People.Others;
    }

    /// <summary>Rows that the filter could leave: those of the ids or names that it names, if it names some.</summary>
    private static IReadOnlyList<JsonObject> Candidates(Call call, EntryKind kind)
    {
        var directory = call.Tenant.Directory;
        if (call.Filter is not { IsConjunction: true } filter)
            return directory.All(kind);
        foreach (var property in Indexed.Where(property => filter.Equal(property) is not null))
            return call.Tenant.Cache.Where($"{kind}", directory.All(kind), property, filter.Equal(property)!);
        var ids = filter.Comparisons.FirstOrDefault(one => one is { Property: "id", Operator: "eq" or "in" });
        if (ids is null)
            return directory.All(kind);
        if (ids.Values.Any(id => !Guid.TryParse(id, out _)))
            throw GraphErrors.BadRequest("Invalid object identifier.");
        return [.. ids.Values.Select(id => directory.Find(Guid.Parse(id!), kind)).OfType<JsonObject>().Distinct()];
    }

    private static JsonObject OneUser(Call call)
    {
        var key = call.Request.Segments[1];
        if (Guid.TryParse(key, out var parsed))
        {
            var user = One(call, EntryKind.User);
            if (WantsSignIns(call) && SignInBodies.Of(call.Tenant, parsed) is { } signIns)
                user[SignIns] = signIns;
            return user;
        }

        if (WantsSignIns(call))
            throw GraphErrors.BadRequest("Get By Key only supports UserId and the key has to be a valid Guid");
        var id = call.Tenant.Directory.IdByUserPrincipalName(key) ?? throw GraphErrors.NotFound(key);
        return call.One(DirectoryResources.Users, call.Tenant.Directory.Find(id)!.Body);
    }

    private static JsonObject One(Call call, EntryKind kind, int segment = 1)
    {
        var key = call.Request.Segments[segment];
        var body = Guid.TryParse(key, out var id) ? call.Tenant.Directory.Find(id, kind) : null;
        return call.One(DirectoryResources.Of(kind), body ?? throw GraphErrors.NotFound(key));
    }

    private static JsonObject Deleted(Call call)
    {
        var key = call.Request.Segments[2];
        var entry = Guid.TryParse(key, out var id) ? call.Tenant.Directory.FindDeleted(id) : null;
        if (entry is null)
            throw GraphErrors.NotFound(key);
        var resource = DirectoryResources.Mixed with
        {
            Defaults = ["id", "deletedDateTime", .. DirectoryResources.Of(entry.Kind).Defaults],
        };
        return call.One(resource, entry.Body, entry.GraphType);
    }

    private static void MapLinks(Router router, string path, Func<Call, Guid, IEnumerable<Guid>> read)
    {
        router.Get(path, call => Links(call, read));
        foreach (var (cast, kind) in Casts)
        {
            router.Get($"{path}/{cast}", call => CastLinks(call, kind, read));
            router.Get($"{path}/microsoft.{cast}", call => CastLinks(call, kind, read));
        }
    }

    private static readonly (string Cast, EntryKind Kind)[] Casts =
    [
        ("graph.user", EntryKind.User),
        ("graph.group", EntryKind.Group),
        ("graph.servicePrincipal", EntryKind.ServicePrincipal),
    ];

    private static JsonObject Links(Call call, Func<Call, Guid, IEnumerable<Guid>> read)
    {
        var entries = call.Shared("links", () => Linked(call, read));
        return call.List(
            DirectoryResources.Mixed,
            new MappedList<DirectoryEntry, JsonObject>(entries, entry => entry.Body),
            body => Member(call, call.Tenant.Directory.Find(body.Id("id")!.Value)!)
        );
    }

    /// <summary>A cast is an advanced query: it wants the count and the eventual consistency level.</summary>
    private static JsonObject CastLinks(Call call, EntryKind kind, Func<Call, Guid, IEnumerable<Guid>> read)
    {
        if (!call.Request.IsEventual || !call.Query.Count)
            throw GraphErrors.UnsupportedQuery(
                "Casting asks for $count=true and the header 'ConsistencyLevel: eventual'."
            );
        var rows = call.Shared<JsonObject>(
            "cast",
            () => [.. Linked(call, read).Where(entry => entry.Kind == kind).Select(entry => entry.Body)]
        );
        var resource = DirectoryResources.Of(kind);
        return call.List(resource, rows, row => Seen(call, kind, resource.Project(row, call.Query.Select)));
    }

    private static IReadOnlyList<DirectoryEntry> Linked(Call call, Func<Call, Guid, IEnumerable<Guid>> read)
    {
        var key = call.Request.Segments[1];
        var directory = call.Tenant.Directory;
        var kind = call.Request.Segments[0].ToLowerInvariant() switch
        {
            "users" => EntryKind.User,
            "serviceprincipals" => EntryKind.ServicePrincipal,
            "applications" => EntryKind.Application,
            _ => EntryKind.Group,
        };
        var id = Guid.TryParse(key, out var parsed) ? parsed : directory.IdByUserPrincipalName(key);
        if (id is null || directory.Find(id.Value, kind) is null)
            throw GraphErrors.NotFound(key);
        return [.. read(call, id.Value).Select(directory.Find).OfType<DirectoryEntry>()];
    }

    private static IReadOnlyList<Guid> VisibleMembers(Call call, Guid group) =>
        IsHidden(call, group) ? [] : call.Tenant.Directory.Members.TargetsOf(group);

    private static IReadOnlyList<Guid> VisibleParents(Call call, Guid member) =>
        [.. call.Tenant.Directory.Members.SourcesOf(member).Where(group => !IsHidden(call, group))];

    private static bool IsHidden(Call call, Guid group) =>
        !call.SeesHiddenMemberships
        && string.Equals(
            call.Tenant.Directory.Find(group, EntryKind.Group)?.Text("visibility"),
            Hidden,
            StringComparison.OrdinalIgnoreCase
        );

    /// <summary>Each id that is here, with the few properties that v1.0 returns; the others are left out.</summary>
    private static JsonObject GetByIds(Call call)
    {
        if (call.Request.Body is not JsonObject body || body["ids"] is not JsonArray ids)
            throw GraphErrors.BadRequest("The parameter 'ids' is required.");
        if (ids.Count > 1000)
            throw GraphErrors.BadRequest("The number of ids must not exceed 1000.");
        var types = (body["types"] as JsonArray)?.Select(type => type?.ToString() ?? "").ToList();
        var found = ids.Select(id =>
                Guid.TryParse(id?.ToString(), out var parsed)
                    ? parsed
                    : throw GraphErrors.BadRequest($"Invalid object identifier '{id}'.")
            )
            .Distinct()
            .Select(call.Tenant.Directory.Find)
            .OfType<DirectoryEntry>()
            .Where(entry =>
                types is null
                || types.Contains(entry.GraphType, StringComparer.OrdinalIgnoreCase)
                || types.Contains("directoryObject", StringComparer.OrdinalIgnoreCase)
            )
            .Select(entry => (JsonNode)Typed(entry, []));
        return new JsonObject { ["value"] = new JsonArray([.. found]) };
    }

    private static JsonObject Member(Call call, DirectoryEntry entry) =>
        Seen(call, entry.Kind, Typed(entry, call.Query.Select));

    /// <summary>The body; of an object that may not be read, its id and type, and nulls elsewhere.</summary>
    internal static JsonObject Seen(Call call, EntryKind kind, JsonObject body)
    {
        if (call.MayRead(kind))
            return body;
        foreach (
            var name in body.Select(property => property.Key)
                .Where(name => name is not ("id" or "@odata.type"))
                .ToList()
        )
            body[name] = null;
        return body;
    }

    /// <summary>An object among others of other kinds: with its type, and its kind's default properties.</summary>
    internal static JsonObject Typed(DirectoryEntry entry, ImmutableArray<string> select) =>
        select.Length == 0
            ? DirectoryResources.Of(entry.Kind).Project(entry.Body, [], entry.GraphType)
            : DirectoryResources.Mixed.Project(
                entry.Body,
                [
                    .. select.Where(name =>
                        DirectoryResources.Of(entry.Kind).Properties.Contains(name, StringComparer.OrdinalIgnoreCase)
                    ),
                ],
                entry.GraphType
            );
}
