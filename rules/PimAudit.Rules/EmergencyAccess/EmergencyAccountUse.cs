using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>An emergency account is used in emergencies and in drills: at other times never, and in drills often enough.</summary>
public sealed class EmergencyAccountUse : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM409",
            Title: "An emergency access account was used, or not tested for too long",
            Severity: Severity.Medium,
            Practice: RuleInfo.BeyondThePractice,
            Why: "A sign-in that nobody announced is an emergency, a habit or an intruder: somebody must know which. And an account that "
                + "was not tried for long may have lost its key, its role or its way past a policy.",
            Needs: SnapshotParts.SignInActivity
        )
        {
            Source = "CIS Microsoft 365 Foundations Benchmark v5, 2.2.1; " + EmergencySources.Microsoft,
            LeansOn = SnapshotParts.EmergencyAccounts,
            JudgesWithoutPim = true,
            Parameters =
            [
                RuleParameter.Number("alertDays", 7, "days for which a sign-in is reported"),
                RuleParameter.Number("testDays", 180, "most days since the last successful sign-in"),
                RuleParameter.Days(
                    "drills",
                    "days (UTC) of announced drills, each alone or as DAY/OBJECT-ID for one account"
                ),
            ],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var rows = context
            .Snapshot.SignInActivities.Where(row => context.Emergency.Contains(row.UserId))
            .ToLookup(row => row.UserId);
        return EmergencyJudge.Each(
            context,
            (id, account) =>
                rows[id].FirstOrDefault() is { } row
                    ? Judge(context, id, account, AccountUse.Of(row))
                    : [new Judgement.Blind(account, NotRead(context, id))]
        );
    }

    private static IEnumerable<Judgement> Judge(RuleContext context, Guid id, ObjectRef account, AccountUse use)
    {
        var since = context.TakenAt.AddDays(-context.Parameters.Number("alertDays"));
        var recent = use.Tried.Where(at => at >= since).ToImmutableArray();
        var undeclared = use.Undeclared(id, since, context.Parameters.Days("drills"));
        var created = context.Access.Directory.User(id)?.CreatedAt;
        var isUntested = (use.Used ?? created) is { } tested
            ? tested < context.TakenAt.AddDays(-context.Parameters.Number("testDays"))
            : (bool?)null;
        return EmergencyJudge.Sum(
            account,
            recent.IsEmpty && isUntested is not true
                ? []
                : [Finding(context, account, use, recent, undeclared, isUntested is true)],
            isUntested is null ? NotTold(context, id) : null
        );
    }

    private static Judgement.Breaks Finding(
        RuleContext context,
        ObjectRef account,
        AccountUse use,
        ImmutableArray<DateTimeOffset> recent,
        ImmutableArray<DateTimeOffset> undeclared,
        bool isUntested
    ) =>
        new(
            new FindingDraft
            {
                Subject = account,
                Severity = undeclared.IsEmpty && !isUntested ? Severity.Info : Severity.Medium,
                Title =
                    !undeclared.IsEmpty ? $"The emergency access account {account.Label} was used lately"
                    : isUntested ? $"The emergency access account {account.Label} was not tested for too long"
                    : $"The emergency access account {account.Label} was used in a drill",
                Observed = string.Join("; ", Seen(use, recent, undeclared, isUntested)),
                Expected =
                    $"no sign-in within {Say.Count(context.Parameters.Number("alertDays"), "day")} but in a declared drill, and a successful one within {Say.Count(context.Parameters.Number("testDays"), "day")}",
                Evidence = [new(SnapshotParts.SignInActivity, account.Id)],
                Fix = new([
                    "In the Entra admin centre, open Users, the account, Sign-in logs, and find out who signed in and why.",
                    "Where nobody can say, change its credentials and look into what was done with it.",
                    "Where it was a drill, write its day under drills of PIM409 in the configuration.",
                    "Test each account at fixed times, and after every change of who keeps its keys.",
                ]),
            }
        );

    private static IEnumerable<string> Seen(
        AccountUse use,
        ImmutableArray<DateTimeOffset> recent,
        ImmutableArray<DateTimeOffset> undeclared,
        bool isUntested
    )
    {
        if (!undeclared.IsEmpty)
            yield return $"signed in, or somebody tried to, on {Say.Moment(undeclared[0])}";
        else if (!recent.IsEmpty)
            yield return $"signed in on {Say.Moment(recent[0])}, on the day of a declared drill";
        if (isUntested)
            yield return use switch
            {
                { Succeeded: { } at } => $"last successful sign-in on {Say.Moment(at)}",
                { Used: { } at } => $"last attempt to sign in on {Say.Moment(at)}",
                _ => "no sign-in on record",
            };
    }

    private static Gap NotRead(RuleContext context, Guid id) =>
        context.Snapshot.Collection.GapOf(SnapshotParts.SignInActivity, id)
        ?? new Gap(
            SnapshotParts.SignInActivity,
            MissingReason.NotCollected,
            $"The sign-ins of {context.Reference(id).Label} were not read."
        );

    /// <summary>It never signed in, and whether it is new is not known.</summary>
    private static Gap NotTold(RuleContext context, Guid id) =>
        context.Access.Directory.GapOf(id)
        ?? new Gap(
            SnapshotParts.Principals,
            MissingReason.Malformed,
            $"It was not read when {context.Reference(id).Label} was made."
        );
}
