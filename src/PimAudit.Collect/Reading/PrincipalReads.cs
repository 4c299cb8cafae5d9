using Microsoft.Graph.DirectoryObjects.GetByIds;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Reads of users, groups and service principals by id: nobody is ever listed who is not asked for.</summary>
internal sealed class PrincipalReads(Questions ask)
{
    /// <summary>Ids that one <c>getByIds</c> takes.</summary>
    public const int MostKinds = 1000;

    /// <summary>Ids that one <c>id in (...)</c> takes.</summary>
    public const int MostDetails = 15;

    public static readonly string[] GroupProperties =
    [
        "id",
        "displayName",
        "isAssignableToRole",
        "securityEnabled",
        "mailEnabled",
        "groupTypes",
        "onPremisesSyncEnabled",
        "visibility",
        "isManagementRestricted",
        "createdDateTime",
    ];

    private static readonly string[] UserProperties =
    [
        "id",
        "displayName",
        "userPrincipalName",
        "accountEnabled",
        "userType",
        "creationType",
        "externalUserState",
        "onPremisesSyncEnabled",
        "createdDateTime",
        "assignedPlans",
    ];

    private static readonly string[] ServicePrincipalProperties =
    [
        "id",
        "appId",
        "displayName",
        "accountEnabled",
        "servicePrincipalType",
        "appOwnerOrganizationId",
        "passwordCredentials",
        "keyCredentials",
    ];

    /// <summary>Tells the kind of each id, and nothing else that could be relied on.</summary>
    public ListRead<DirectoryObjectRow, DirectoryObjectRow> Kinds(IEnumerable<Guid> ids)
    {
        var request = ask.Graph.DirectoryObjects.GetByIds.ToPostRequestInformation(
            new GetByIdsPostRequestBody
            {
                Ids = [.. ids.Select(id => id.ToString("D"))],
                Types = ["user", "group", "servicePrincipal"],
            }
        );
        using var body = new MemoryStream();
        request.Content.CopyTo(body);
        return new(
            ask.Of(SnapshotParts.Principals, request) with
            {
                Template = "POST directoryObjects/getByIds",
                Body = body.ToArray(),
            },
            GraphJson.Default.DirectoryObjects,
            row => row
        );
    }

    public ListRead<UserRow, User> Users(IEnumerable<Guid> ids) =>
        new(
            ask.Of(
                SnapshotParts.Principals,
                ask.Graph.Users.ToGetRequestInformation(request =>
                {
                    request.QueryParameters.Filter = IdIn(ids);
                    request.QueryParameters.Select = UserProperties;
                })
            ),
            GraphJson.Default.Users,
            row => row.ToModel()
        );

    public ListRead<GroupRow, Group> Groups(IEnumerable<Guid> ids) =>
        new(
            ask.Of(
                SnapshotParts.Principals,
                ask.Graph.Groups.ToGetRequestInformation(request =>
                {
                    request.QueryParameters.Filter = IdIn(ids);
                    request.QueryParameters.Select = GroupProperties;
                })
            ),
            GraphJson.Default.Groups,
            row => row.ToModel()
        );

    public ListRead<ServicePrincipalRow, ServicePrincipal> ServicePrincipals(IEnumerable<Guid> ids) =>
        new(
            ask.Of(
                SnapshotParts.Principals,
                ask.Graph.ServicePrincipals.ToGetRequestInformation(request =>
                {
                    request.QueryParameters.Filter = IdIn(ids);
                    request.QueryParameters.Select = ServicePrincipalProperties;
                })
            ),
            GraphJson.Default.ServicePrincipals,
            row => row.ToModel()
        );

    /// <param name="entry">Object id or user principal name.</param>
    public ObjectRead<UserRow, User> EmergencyAccount(string entry) =>
        new(
            ask.Of(
                SnapshotParts.EmergencyAccounts,
                ask.Graph.Users[entry]
                    .ToGetRequestInformation(request =>
                        request.QueryParameters.Select = ["id", "displayName", "userPrincipalName"]
                    )
            ),
            GraphJson.Default.UserRow,
            row => row.ToModel()
        );

    public ObjectRead<DirectoryObjectRow, DeletedObject> DeletedItem(Guid id) =>
        new(
            ask.Of(
                SnapshotParts.DeletedItems,
                ask.Graph.Directory.DeletedItems[id.ToString("D")].ToGetRequestInformation()
            ),
            GraphJson.Default.DirectoryObjectRow,
            row => row.ToDeleted()
        );

    public ListRead<DirectoryObjectRow, Guid> GroupsOf(Guid userId) =>
        new(
            ask.Of(
                SnapshotParts.GroupsOfUsers,
                ask.Graph.Users[userId.ToString("D")]
                    .TransitiveMemberOf.GraphGroup.ToGetRequestInformation(request =>
                    {
                        request.QueryParameters.Select = ["id"];
                        request.QueryParameters.Count = true;
                        request.QueryParameters.Top = 999;
                    })
            ) with
            {
                Eventual = true,
            },
            GraphJson.Default.DirectoryObjects,
            row => row.Id
        );

    private static string IdIn(IEnumerable<Guid> ids) => $"id in ({string.Join(',', ids.Select(id => $"'{id:D}'"))})";
}
