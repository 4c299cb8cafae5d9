using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Dates of a credential. What else Graph sends of it, thumbprint and hint among it, is never read.</summary>
internal sealed record CredentialRow(
    Guid? KeyId = null,
    DateTimeOffset? StartDateTime = null,
    DateTimeOffset? EndDateTime = null
)
{
    /// <summary>Null where one of the two lists did not come: half of the credentials are no answer.</summary>
    public static ImmutableArray<Credential>? Of(CredentialRow[]? passwords, CredentialRow[]? keys) =>
        passwords is null || keys is null
            ? null
            :
            [
                .. passwords
                    .Select(row => row.ToModel(CredentialKind.Password))
                    .Concat(keys.Select(row => row.ToModel(CredentialKind.Key)))
                    .Distinct()
                    .OrderBy(one => one.Kind)
                    .ThenBy(one => one.EndsAt)
                    .ThenBy(one => one.StartsAt)
                    .ThenBy(one => one.KeyId),
            ];

    private Credential ToModel(CredentialKind kind) =>
        new(kind, KeyId, Spelling.Moment(StartDateTime), Spelling.Moment(EndDateTime));
}

internal sealed record ApplicationRow(
    Guid Id,
    Guid AppId,
    string? DisplayName = null,
    CredentialRow[]? PasswordCredentials = null,
    CredentialRow[]? KeyCredentials = null
)
{
    public Application ToModel() => new(Id, AppId, DisplayName, CredentialRow.Of(PasswordCredentials, KeyCredentials));
}
