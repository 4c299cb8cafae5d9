using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Reads of one group: who is in it, who may be, and what it is in.</summary>
internal sealed class GroupReads(Questions ask)
{
    private const int LongestPage = 999;

    public ListRead<DirectoryObjectRow, DirectoryMembership> Members(Guid groupId) =>
        new(
            ask.Of(
                SnapshotParts.GroupMembers,
                ask.Graph.Groups[groupId.ToString("D")]
                    .Members.ToGetRequestInformation(request =>
                    {
                        request.QueryParameters.Select = ["id"];
                        request.QueryParameters.Top = LongestPage;
                    })
            ),
            GraphJson.Default.DirectoryObjects,
            row => new(groupId, row.Id, row.Kind, GroupAccess.Member)
        );

    public ListRead<DirectoryObjectRow, DirectoryMembership> Owners(Guid groupId) =>
        new(
            ask.Of(
                SnapshotParts.GroupOwners,
                ask.Graph.Groups[groupId.ToString("D")]
                    .Owners.ToGetRequestInformation(request =>
                    {
                        request.QueryParameters.Select = ["id"];
                        request.QueryParameters.Top = LongestPage;
                    })
            ),
            GraphJson.Default.DirectoryObjects,
            row => new(groupId, row.Id, row.Kind, GroupAccess.Owner)
        );

    public ListRead<DirectoryObjectRow, GroupParent> Parents(Guid groupId) =>
        new(
            ask.Of(
                SnapshotParts.GroupParents,
                ask.Graph.Groups[groupId.ToString("D")]
                    .MemberOf.GraphGroup.ToGetRequestInformation(request =>
                    {
                        request.QueryParameters.Select = ["id"];
                        request.QueryParameters.Count = true;
                        request.QueryParameters.Top = LongestPage;
                    })
            ) with
            {
                Eventual = true,
            },
            GraphJson.Default.DirectoryObjects,
            row => new(groupId, row.Id)
        );

    public ListRead<GroupEligibilityInstanceRow, GroupEligibilityInstance> Eligibilities(Guid groupId) =>
        new(
            ask.Of(
                SnapshotParts.GroupEligibilities,
                ask.Graph.IdentityGovernance.PrivilegedAccess.Group.EligibilityScheduleInstances.ToGetRequestInformation(
                    request => request.QueryParameters.Filter = IsGroup(groupId)
                )
            ),
            GraphJson.Default.GroupEligibilityInstances,
            row => row.ToModel()
        );

    public ListRead<GroupAssignmentInstanceRow, GroupAssignmentInstance> Assignments(Guid groupId) =>
        new(
            ask.Of(
                SnapshotParts.GroupAssignments,
                ask.Graph.IdentityGovernance.PrivilegedAccess.Group.AssignmentScheduleInstances.ToGetRequestInformation(
                    request => request.QueryParameters.Filter = IsGroup(groupId)
                )
            ),
            GraphJson.Default.GroupAssignmentInstances,
            row => row.ToModel()
        );

    public ListRead<GroupEligibilityScheduleRow, GroupEligibilitySchedule> EligibilitySchedules(Guid groupId) =>
        new(
            ask.Of(
                SnapshotParts.GroupEligibilitySchedules,
                ask.Graph.IdentityGovernance.PrivilegedAccess.Group.EligibilitySchedules.ToGetRequestInformation(
                    request => request.QueryParameters.Filter = IsGroup(groupId)
                )
            ),
            GraphJson.Default.GroupEligibilitySchedules,
            row => row.ToModel()
        );

    public ListRead<GroupAssignmentScheduleRow, GroupAssignmentSchedule> AssignmentSchedules(Guid groupId) =>
        new(
            ask.Of(
                SnapshotParts.GroupAssignmentSchedules,
                ask.Graph.IdentityGovernance.PrivilegedAccess.Group.AssignmentSchedules.ToGetRequestInformation(
                    request => request.QueryParameters.Filter = IsGroup(groupId)
                )
            ),
            GraphJson.Default.GroupAssignmentSchedules,
            row => row.ToModel()
        );

    private static string IsGroup(Guid groupId) =>
        string.Create(CultureInfo.InvariantCulture, $"groupId eq '{groupId:D}'");
}
