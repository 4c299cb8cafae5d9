using System.Collections.Immutable;
using PimAudit.Collect;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>What the examination of a tenant means for a plan.</summary>
/// <param name="Strict">A permission that does more than read is an error.</param>
internal sealed record Diagnosis(Examination Seen, AuditPlan Plan, Cloud Cloud, bool Strict)
{
    /// <summary>Kerberos allows as much; a larger difference makes sign-ins and times of assignments doubtful.</summary>
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(5);

    /// <summary>Rules that an evaluation with this token would not evaluate, by id.</summary>
    public ImmutableArray<string> BlindRules => RuleNeeds.BlindWithout(Plan, Seen.Missing, Seen.HasPim, Seen.Off);

    public bool HasSkew => Seen.ClockSkew?.Duration() > MostSkew;

    public ImmutableArray<string> MoreThanRead => Seen.Bearer.MoreThanRead ?? [];

    /// <summary>Permissions to grant, each once, of the recommended set where that does.</summary>
    public ImmutableArray<string> ToGrant =>
        [
            .. Seen
                .Permissions.Where(check => check.State is PermissionState.Missing)
                .Select(check => check.Consent)
                .Concat(Seen.LacksHiddenMembers ? [ConsentSet.HiddenMembers] : [])
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>A person who signed in is refused what the token lists: an Entra role is missing.</summary>
    public bool WantsEntraRole =>
        Seen.Bearer.IsUser is true && Seen.Permissions.Any(check => check.State is PermissionState.Useless);

    public ImmutableArray<string> RulesWithout(PartCheck part) =>
        part.IsMissing ? RuleNeeds.BlindWithout(Plan, part.Part, Seen.HasPim, Seen.Off) : [];

    /// <summary>Rules that the permission would open the eyes of.</summary>
    public ImmutableArray<string> RulesWithout(PermissionCheck permission) =>
        permission.State is PermissionState.Missing or PermissionState.Useless
            ? RuleNeeds.BlindWithout(
                Plan,
                permission
                    .Parts.Where(part => part.IsMissing)
                    .Aggregate(SnapshotParts.None, (all, part) => all | part.Part),
                Seen.HasPim,
                Seen.Off
            )
            : [];

    /// <summary>A permission to write outranks what is missing.</summary>
    public (ExitCode Code, string Reason) Ending
    {
        get
        {
            if (Strict && MoreThanRead.Length > 0)
                return (
                    ExitCode.Findings,
                    $"{Say.Count(MoreThanRead.Length, "permission")} of the token {(MoreThanRead.Length == 1 ? "does" : "do")} more than read"
                );

            var missing = Missing().ToList();
            return missing.Count > 0
                ? (ExitCode.Incomplete, string.Join(", ", missing))
                : (ExitCode.Clean, "everything that is asked for can be read");
        }
    }

    private IEnumerable<string> Missing()
    {
        var permissions = Seen.Permissions.Count(check =>
            check.State is PermissionState.Missing or PermissionState.Useless
        );
        if (permissions > 0)
            yield return $"{Say.Count(permissions, "permission")} missing";
        if (Seen.LacksHiddenMembers)
            yield return "groups hide their members";
        if (Count(PartHealth.Unlicensed) is > 0 and var unlicensed)
            yield return $"{Say.Count(unlicensed, "part")} without a licence";
        if (Count(PartHealth.Failed) + Count(PartHealth.Partial) is > 0 and var failed)
            yield return $"{Say.Count(failed, "part")} not or not wholly read";
    }

    private int Count(PartHealth health) => Seen.Parts.Count(part => part.Health == health);
}
