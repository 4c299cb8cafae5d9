using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>What the registration report says of a person's methods.</summary>
/// <param name="IsProven">A strong method is registered and allowed; null: not known.</param>
/// <param name="Cure">Where it is certain that there is none.</param>
/// <param name="Gap">Why it is not known.</param>
internal sealed record Registered(
    bool? IsProven,
    string Text,
    Advice? Cure,
    ImmutableArray<Evidence> Evidence,
    Gap? Gap
)
{
    public static Registered Of(Case asked)
    {
        var row = asked.Snapshot.RegistrationDetails.FirstOrDefault(row => row.UserId == asked.PersonId);
        if (row is { IsMfaCapable: true })
            return new(IsProven: true, $"a method is registered{AsOf(row)}", Cure: null, [Row(asked)], Gap: null);
        if (Elsewhere(asked) is { } elsewhere)
            return Unknown("no method is registered in this tenant", elsewhere);

        return row switch
        {
            null => Unknown("whether a method is registered was not read", NoRow(asked)),
            { IsMfaRegistered: true } => Missing(
                asked,
                $"a method is registered that the tenant's policy does not allow{AsOf(row)}",
                $"Let {asked.Person.Label} register a method that the tenant's authentication methods policy allows."
            ),
            _ => Missing(
                asked,
                $"no method is registered{AsOf(row)}",
                $"Let {asked.Person.Label} register an MFA method at https://aka.ms/mysecurityinfo."
            ),
        };
    }

    /// <summary>Somebody else may do the proving: the home tenant of a guest, the identity provider of a federated domain.</summary>
    private static string? Elsewhere(Case asked) =>
        asked.User switch
        {
            { IsGuest: not false } => $"{asked.Person.Label} may be a guest, whose methods at home are not read.",
            { IsSynchronised: not false } =>
                $"{asked.Person.Label} may come from the premises, where a federated identity provider can do the proving, which is not read.",
            _ => null,
        };

    private static Registered Missing(Case asked, string text, string cure) =>
        new(IsProven: false, text, new(cure, asked.Person), [Row(asked)], Gap: null);

    private static Registered Unknown(string text, string detail) =>
        Unknown(text, new Gap(SnapshotParts.RegistrationDetails, MissingReason.Malformed, detail));

    private static Registered Unknown(string text, Gap gap) => new(IsProven: null, text, Cure: null, [], gap);

    private static Gap NoRow(Case asked) =>
        asked.Snapshot.Collection.GapOf(SnapshotParts.RegistrationDetails)
        ?? new Gap(
            SnapshotParts.RegistrationDetails,
            MissingReason.Malformed,
            $"The registration report does not list {asked.Person.Label}."
        );

    private static Evidence Row(Case asked) => new(SnapshotParts.RegistrationDetails, asked.Person.Id);

    private static string AsOf(RegistrationDetails row) => row.UpdatedAt is { } at ? $", as of {Say.Moment(at)}" : "";
}
