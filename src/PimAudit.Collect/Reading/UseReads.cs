using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Reads of what people do with their accounts.</summary>
internal sealed class UseReads(Questions ask)
{
    /// <summary>Takes an object id only: by name Graph refuses to tell sign-ins.</summary>
    public ObjectRead<UserSignInRow, SignInActivity> SignIn(Guid userId) =>
        new(
            ask.Of(
                SnapshotParts.SignInActivity,
                ask.Graph.Users[userId.ToString("D")]
                    .ToGetRequestInformation(request => request.QueryParameters.Select = ["id", "signInActivity"])
            ),
            GraphJson.Default.UserSignInRow,
            row => row.ToModel()
        );

    /// <summary>The report of the whole tenant, of which only some people are kept.</summary>
    /// <param name="keeps">Whose rows are kept.</param>
    /// <param name="isEnough">True once nobody is missing any more: the report is in no order that could be asked for.</param>
    public ListRead<RegistrationRow, RegistrationDetails> Registrations(
        Func<Guid, bool> keeps,
        Func<IEnumerable<Guid>, bool> isEnough
    ) =>
        new(
            ask.Of(
                SnapshotParts.RegistrationDetails,
                ask.Graph.Reports.AuthenticationMethods.UserRegistrationDetails.ToGetRequestInformation()
            ),
            GraphJson.Default.Registrations,
            row => row.ToModel()
        )
        {
            Keeps = row => keeps(row.UserId),
            IsEnough = rows => isEnough(rows.Select(row => row.UserId)),
        };
}
