using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Reads of who controls a workload: its owners, and the application behind it with theirs.</summary>
internal sealed class WorkloadReads(Questions ask)
{
    public ListRead<DirectoryObjectRow, WorkloadOwner> OwnersOfServicePrincipal(Guid id) =>
        new(
            ask.Of(
                SnapshotParts.ServicePrincipalOwners,
                ask.Graph.ServicePrincipals[id.ToString("D")]
                    .Owners.ToGetRequestInformation(request => request.QueryParameters.Select = ["id"])
            ),
            GraphJson.Default.DirectoryObjects,
            row => new(id, row.Id, row.Kind)
        );

    /// <summary>The application with the client id: one, or none where it is registered elsewhere.</summary>
    public ListRead<ApplicationRow, Application> Applications(Guid appId) =>
        new(
            ask.Of(
                SnapshotParts.Applications,
                ask.Graph.Applications.ToGetRequestInformation(request =>
                {
                    request.QueryParameters.Filter = $"appId eq '{appId:D}'";
                    request.QueryParameters.Select =
                    [
                        "id",
                        "appId",
                        "displayName",
                        "passwordCredentials",
                        "keyCredentials",
                    ];
                })
            ),
            GraphJson.Default.Applications,
            row => row.ToModel()
        );

    public ListRead<DirectoryObjectRow, WorkloadOwner> OwnersOfApplication(Guid id) =>
        new(
            ask.Of(
                SnapshotParts.ApplicationOwners,
                ask.Graph.Applications[id.ToString("D")]
                    .Owners.ToGetRequestInformation(request => request.QueryParameters.Select = ["id"])
            ),
            GraphJson.Default.DirectoryObjects,
            row => new(id, row.Id, row.Kind)
        );
}
