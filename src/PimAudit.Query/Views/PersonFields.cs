using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Query;

/// <summary>The columns of <c>people</c>: who he is, his account, his use of it.</summary>
internal static class PersonFields
{
    private const string NotAUser = "not read, or no user of the directory (any more)";

    public static ImmutableArray<Field<Person>> All => [.. WhoHeIs, .. HisAccount, .. HisUse];

    private static ImmutableArray<Field<Person>> WhoHeIs =>
        [
            new("id", ColumnType.Text, "Object id.", one => one.Reference.Id),
            new(
                "kind",
                ColumnType.Text,
                "user, service_principal; unresolved where nothing tells what the id is.",
                one => one.Told(Cells.Word(one.Reference.Kind)),
                parts: SnapshotParts.Principals
            ),
            new(
                "display_name",
                ColumnType.Text,
                "Display name.",
                one => one.Reference.DisplayName ?? one.Missing,
                "not read, or the directory does not know the id",
                SnapshotParts.Principals
            ),
            new(
                "user_principal_name",
                ColumnType.Text,
                "Sign-in name of a user.",
                one => one.OfUser(user => user.UserPrincipalName),
                NotAUser,
                SnapshotParts.Principals
            ),
            new(
                "app_id",
                ColumnType.Text,
                "Client id of a service principal.",
                one => Cells.Id(one.Workload?.AppId),
                "not read, or no service principal",
                SnapshotParts.Principals
            ),
            new(
                "directory_state",
                ColumnType.Text,
                "present; deleted (still among the deleted items); not_found (purged, or of another tenant); not_read.",
                one => one.Told(one.DirectoryState),
                parts: SnapshotParts.Principals | SnapshotParts.DeletedItems
            ),
        ];

    private static ImmutableArray<Field<Person>> HisAccount =>
        [
            new(
                "is_enabled",
                ColumnType.Boolean,
                "The account can sign in.",
                one =>
                    one.Workload is { } workload
                        ? Cells.Flag(workload.IsEnabled)
                        : one.OfUser(user => Known(user.IsEnabled)),
                "not read, or not in the directory (any more)",
                SnapshotParts.Principals
            ),
            new(
                "is_guest",
                ColumnType.Boolean,
                "Guest by user type, creation type or invitation; 0 for service principals.",
                one => one.Workload is null ? one.OfUser(user => Known(user.IsGuest)) : 0L,
                "not read, or not in the directory (any more)",
                SnapshotParts.Principals
            ),
            new(
                "is_synchronised",
                ColumnType.Boolean,
                "Synchronised from an on-premises directory; 0 for service principals.",
                one => one.Workload is null ? one.OfUser(user => Known(user.IsSynchronised)) : 0L,
                "not read, or not in the directory (any more)",
                SnapshotParts.Principals
            ),
            new(
                "is_emergency_account",
                ColumnType.Boolean,
                "Configured as emergency access (break-glass) account.",
                one => Cells.Flag(one.IsEmergencyAccount),
                Cells.NotReadWords,
                SnapshotParts.EmergencyAccounts
            ),
            new(
                "created_at",
                ColumnType.Time,
                "When the user was made, UTC.",
                one => one.OfUser(user => Cells.Time(user.CreatedAt)),
                NotAUser,
                SnapshotParts.Principals
            ),
            new(
                "deleted_at",
                ColumnType.Time,
                "When the object was deleted, UTC.",
                one => Cells.Time(one.Deleted?.DeletedAt),
                "not deleted, or purged: see directory_state",
                SnapshotParts.DeletedItems
            ),
        ];

    private static ImmutableArray<Field<Person>> HisUse =>
        [
            SignIn(
                "last_sign_in_at",
                "Last interactive sign-in, failed attempts included, UTC.",
                one => one.LastSignInAt
            ),
            SignIn(
                "last_non_interactive_sign_in_at",
                "Last sign-in by a client on his behalf, UTC.",
                one => one.LastNonInteractiveAt
            ),
            SignIn(
                "last_successful_sign_in_at",
                "Last success, UTC; Graph keeps it since December 2023.",
                one => one.LastSuccessAt
            ),
            new(
                "is_sign_in_read",
                ColumnType.Boolean,
                "1 where the sign-ins of this user were read, so that NULL there means never; 0 else.",
                one => Cells.Flag(one.SignIn is not null),
                parts: SnapshotParts.SignInActivity
            ),
            Registered("is_mfa_registered", "A strong method is registered.", one => one.IsMfaRegistered),
            Registered(
                "is_mfa_capable",
                "A registered strong method is allowed by policy too.",
                one => one.IsMfaCapable
            ),
            new(
                "registered_methods",
                ColumnType.Json,
                "Registered methods in Graph's words, as an array of texts.",
                one => one.Registration is { } read ? Cells.Json(Cells.Texts(read.Methods)) : Unregistered(one),
                Unreported,
                SnapshotParts.RegistrationDetails
            ),
        ];

    private const string Unreported = "not read, or no enabled user: the report leaves the others out";

    private static Field<Person> SignIn(string name, string meaning, Func<SignInActivity, DateTimeOffset?> moment) =>
        new(
            name,
            ColumnType.Time,
            meaning,
            one =>
                one.SignIn is { } read ? Cells.Time(moment(read))
                : one.User is null ? one.Missing
                : Cells.NotRead,
            "never where is_sign_in_read is 1; else not read, or no user",
            SnapshotParts.SignInActivity
        );

    private static Field<Person> Registered(string name, string meaning, Func<RegistrationDetails, bool> is_) =>
        new(
            name,
            ColumnType.Boolean,
            meaning,
            one => one.Registration is { } read ? Cells.Flag(is_(read)) : Unregistered(one),
            Unreported,
            SnapshotParts.RegistrationDetails
        );

    private static object? Unregistered(Person one) =>
        one.User is null ? one.Missing
        : one.User.IsEnabled is false ? null
        : Cells.NotRead;

    private static object? Known(bool? value) => value is { } known ? Cells.Flag(known) : null;
}
