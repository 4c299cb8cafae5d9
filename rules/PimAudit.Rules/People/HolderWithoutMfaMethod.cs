using System.Collections.Frozen;
using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Who cannot answer the prompt cannot activate the role, or registers a method at the worst moment.</summary>
public sealed class HolderWithoutMfaMethod : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM607",
            Title: "An eligible person has no MFA method where activation asks for one",
            Severity: Severity.High,
            Practice: "TRB-2",
            Why: "The activation fails when the role is needed. And whoever learns the password first may register a method of his own "
                + "and answer the prompt with it.",
            Needs: HolderJudge.Needs
                | SnapshotParts.RoleSettings
                | SnapshotParts.GroupSettings
                | SnapshotParts.RegistrationDetails
        )
        {
            LeansOn = SnapshotParts.ConditionalAccessPolicies,
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var methods = context
            .Snapshot.RegistrationDetails.DistinctBy(row => row.UserId)
            .ToFrozenDictionary(row => row.UserId);
        return PimUsers
            .EligiblePaths(context)
            .GroupBy(path => path.Principal.Id, StringComparer.Ordinal)
            .OrderBy(paths => paths.Key, StringComparer.Ordinal)
            .Select(paths => new RoleHolder(Guid.Parse(paths.Key), paths.First().Principal, [.. paths]))
            .Select(holder => Judge(context, holder, methods.GetValueOrDefault(holder.Id)))
            .OfType<Judgement>()
            .Concat(context.HiddenHoldersAndOwners());
    }

    /// <summary>The report leaves disabled people out; they are the matter of another rule.</summary>
    private static Judgement? Judge(RuleContext context, RoleHolder holder, RegistrationDetails? row)
    {
        var directory = context.Access.Directory;
        if (directory.User(holder.Id) is not { } user)
            return directory.GapOf(holder.Id) is { } gap ? new Judgement.Blind(holder.Reference, gap) : null;
        if (user.IsEnabled is false)
            return null;

        var asked = MfaAsked.Of(context, holder);
        if (asked.IsAsked is false || row is { IsMfaCapable: true })
            return new Judgement.Meets(holder.Reference);
        if (asked.Gap is { } unread)
            return new Judgement.Blind(holder.Reference, unread);

        return Unknown(user, row) is { } unknown
                ? new Judgement.Blind(
                    holder.Reference,
                    new(SnapshotParts.RegistrationDetails, MissingReason.Malformed, unknown)
                )
            : user.IsEnabled is null ? HolderJudge.Untold(holder, "whether the account is enabled")
            : Finding(holder, row!, asked);
    }

    /// <summary>Somebody else may do the proving: the home tenant of a guest, an identity provider, an external method.</summary>
    private static string? Unknown(User user, RegistrationDetails? row) =>
        row switch
        {
            null => $"The registration report does not list {user.Reference.Label}.",
            _ when user.IsGuest is not false =>
                $"{user.Reference.Label} may be a guest, whose methods at home are not read.",
            _ when user.IsSynchronised is not false =>
                $"{user.Reference.Label} may be federated, and an identity provider may do the proving, which is not read.",
            _ when row.Methods.Any(IsExternal) =>
                $"{user.Reference.Label} has an external method, and whether it is enough was not told.",
            _ => null,
        };

    private static bool IsExternal(string method) => method.Contains("external", StringComparison.OrdinalIgnoreCase);

    private static Judgement.Breaks Finding(RoleHolder holder, RegistrationDetails row, MfaAsked asked) =>
        new(
            new FindingDraft
            {
                Subject = holder.Reference,
                Title = $"{holder.Reference.Label} cannot answer the MFA prompt of {asked.InWords}",
                Observed =
                    (row.IsMfaRegistered ? "only a method that policy does not allow" : "no MFA method registered")
                    + $"; asked for by {asked.InWords}"
                    + (row.UpdatedAt is { } at ? $"; as of {Say.Day(at)}" : ""),
                Expected = "a registered MFA method that the authentication methods policy allows",
                Related = [.. asked.Owners.Select(owner => new RelatedObject(owner, "asks for MFA on activation"))],
                Evidence =
                [
                    new(SnapshotParts.RegistrationDetails, holder.Reference.Id),
                    .. asked.Settings,
                    .. holder.OwnRows,
                ],
                Fix = new([
                    "In the Entra admin centre, Users, Authentication methods, issue a Temporary Access Pass for this person.",
                    "Let the person register a passkey or the Authenticator app at https://aka.ms/mysecurityinfo.",
                    "Let the person activate the role once, to see that it works.",
                ]),
            }
        );
}
