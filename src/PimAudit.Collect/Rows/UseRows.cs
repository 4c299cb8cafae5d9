using System.Text.Json;
using PimAudit.Model;

namespace PimAudit.Collect;

internal sealed record SignInTimesRow(
    DateTimeOffset? LastSignInDateTime = null,
    DateTimeOffset? LastNonInteractiveSignInDateTime = null,
    DateTimeOffset? LastSuccessfulSignInDateTime = null
);

/// <summary>A user with his last sign-ins: null, or not there, for one who never signed in.</summary>
internal sealed record UserSignInRow(Guid Id, SignInTimesRow? SignInActivity = null)
{
    public SignInActivity ToModel() =>
        new(
            Id,
            Spelling.Moment(SignInActivity?.LastSignInDateTime),
            Spelling.Moment(SignInActivity?.LastNonInteractiveSignInDateTime),
            Spelling.Moment(SignInActivity?.LastSuccessfulSignInDateTime)
        );
}

internal sealed record RegistrationRow(
    Guid Id,
    bool IsMfaRegistered,
    bool IsMfaCapable,
    bool? IsAdmin = null,
    string[]? MethodsRegistered = null,
    DateTimeOffset? LastUpdatedDateTime = null
)
{
    public RegistrationDetails ToModel() =>
        new(
            Id,
            IsMfaRegistered,
            IsMfaCapable,
            IsAdmin,
            [
                .. (MethodsRegistered ?? throw new JsonException("The report names no methods of a user."))
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            Spelling.Moment(LastUpdatedDateTime)
        );
}
