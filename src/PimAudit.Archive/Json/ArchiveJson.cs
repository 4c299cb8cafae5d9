using System.Text.Json;
using System.Text.Json.Serialization;
using PimAudit.Model;

namespace PimAudit.Archive;

/// <summary>How every file of PimAudit is spelled: lower camel names, words for values, unknown names refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    MaxDepth = 32,
    Converters = [
        typeof(Camel<Approach>),
        typeof(Camel<ApproverKind>),
        typeof(Camel<AssignmentType>),
        typeof(Camel<ChangeKind>),
        typeof(Camel<ChangeSubject>),
        typeof(Camel<CredentialKind>),
        typeof(Camel<FindingStatus>),
        typeof(Camel<GroupAccess>),
        typeof(Camel<HopRelation>),
        typeof(Camel<HopState>),
        typeof(Camel<MissingReason>),
        typeof(Camel<ObjectKind>),
        typeof(Camel<PartStatus>),
        typeof(Camel<PathBand>),
        typeof(Camel<PolicyState>),
        typeof(Camel<ReviewDecision>),
        typeof(Camel<ReviewedAssignments>),
        typeof(Camel<ReviewedPopulation>),
        typeof(Camel<ReviewState>),
        typeof(Camel<RoleTier>),
        typeof(Camel<RuleOutcome>),
        typeof(Camel<SettingVerdict>),
        typeof(Camel<Severity>),
        typeof(Camel<SnapshotParts>),
        typeof(Camel<WaiverState>),
    ]
)]
[JsonSerializable(typeof(AuditResult))]
[JsonSerializable(typeof(Baseline))]
[JsonSerializable(typeof(FleetRollUp))]
[JsonSerializable(typeof(ReviewRecord))]
[JsonSerializable(typeof(RunDifference))]
[JsonSerializable(typeof(RunManifest))]
[JsonSerializable(typeof(SnapshotManifest))]
[JsonSerializable(typeof(Subscription))]
[JsonSerializable(typeof(RoleDefinition))]
[JsonSerializable(typeof(RoleAssignment))]
[JsonSerializable(typeof(RoleAssignmentInstance))]
[JsonSerializable(typeof(RoleEligibilityInstance))]
[JsonSerializable(typeof(RoleSettings))]
[JsonSerializable(typeof(DirectoryMembership))]
[JsonSerializable(typeof(GroupAssignmentInstance))]
[JsonSerializable(typeof(GroupEligibilityInstance))]
[JsonSerializable(typeof(GroupParent))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Group))]
[JsonSerializable(typeof(ServicePrincipal))]
[JsonSerializable(typeof(DeletedObject))]
[JsonSerializable(typeof(UnresolvedObject))]
[JsonSerializable(typeof(AdministrativeUnit))]
[JsonSerializable(typeof(AccessReview))]
[JsonSerializable(typeof(AccessReviewInstance))]
[JsonSerializable(typeof(ConditionalAccessPolicy))]
[JsonSerializable(typeof(AuthenticationContext))]
[JsonSerializable(typeof(GroupsOfUser))]
[JsonSerializable(typeof(EmergencyAccountEntry))]
[JsonSerializable(typeof(RoleAssignmentSchedule))]
[JsonSerializable(typeof(RoleEligibilitySchedule))]
[JsonSerializable(typeof(GroupAssignmentSchedule))]
[JsonSerializable(typeof(GroupEligibilitySchedule))]
[JsonSerializable(typeof(WorkloadOwner))]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(PimEvent))]
[JsonSerializable(typeof(RegistrationDetails))]
[JsonSerializable(typeof(SignInActivity))]
[JsonSerializable(typeof(PrivilegedRole))]
[JsonSerializable(typeof(PimGroup))]
[JsonSerializable(typeof(PimAlert))]
internal sealed partial class ArchiveJson : JsonSerializerContext
{
    /// <summary>The same, one property a line: for files that people open.</summary>
    public static ArchiveJson Indented => Lines.Json;

    /// <summary>Made at first use, when <see cref="Default"/> is there.</summary>
    private static class Lines
    {
        public static readonly ArchiveJson Json = new(
            new JsonSerializerOptions(ArchiveJson.Default.GeneratedSerializerOptions!)
            {
                WriteIndented = true,
                NewLine = "\n",
            }
        );
    }
}
