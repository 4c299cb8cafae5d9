using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>How a guest signs in, and when he leaves, is decided in another organisation.</summary>
public sealed class GuestHolder : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM602",
            Title: "A guest or external person reaches a privileged role",
            Severity: Severity.High,
            Practice: RuleInfo.BeyondThePractice,
            Why: "Another organisation, or nobody, looks after the account: its password, its methods, and whether the person still "
                + "works there. A takeover over there is a takeover here.",
            Needs: HolderJudge.Needs
        )
        {
            JudgesWithoutPim = true,
            Source =
                "Microsoft Zero Trust Assessment 22128: guests are not assigned high privileged directory roles; Maester MT.1025",
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        HolderJudge.EachPrivileged(
            context,
            (holder, user) =>
                user.IsGuest switch
                {
                    true => Finding(context, holder, user),
                    false => new Judgement.Meets(holder.Reference),
                    null => HolderJudge.Untold(holder, "whether the person is a guest"),
                }
        );

    private static Judgement.Breaks Finding(RuleContext context, RoleHolder holder, User user) =>
        new(
            new FindingDraft
            {
                Subject = holder.Reference,
                Title = $"{holder.Reference.Label} comes from another organisation and reaches {holder.InWords}",
                Observed = $"{string.Join(", ", Signs(user))}; reaches {holder.InWords}",
                Expected = "an account of this tenant's own for privileged roles",
                Related = holder.Related,
                Evidence = [new(SnapshotParts.Principals, holder.Reference.Id), .. holder.OwnRows],
                Fix = new(
                    [
                        "In the Entra admin centre, Users, create an account of this tenant's own, if the person needs the role.",
                        "In Privileged Identity Management, make that account eligible, with an end.",
                        "Take the roles, and the groups that carry them, from the guest.",
                    ],
                    AccessRemoval.Of(context, holder)
                ),
            }
        );

    /// <summary>The properties that say so; of the name nothing is read.</summary>
    private static IEnumerable<string> Signs(User user) =>
        ImmutableArray
            .Create(
                (Says: Is(user.UserType, "Guest"), Words: "userType is Guest"),
                (Says: Is(user.CreationType, "Invitation"), Words: "creationType is Invitation"),
                (Says: !string.IsNullOrEmpty(user.ExternalUserState), Words: "externalUserState is set")
            )
            .Where(sign => sign.Says)
            .Select(sign => sign.Words);

    private static bool Is(string? value, string word) =>
        string.Equals(value, word, StringComparison.OrdinalIgnoreCase);
}
