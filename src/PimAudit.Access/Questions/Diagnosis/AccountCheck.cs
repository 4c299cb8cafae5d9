using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>Is the account there, enabled, and accepted by its guest?</summary>
internal static class AccountCheck
{
    private const string Pending = "PendingAcceptance";

    /// <summary>The directory keeps a deleted user this long.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly Check Check = new("Account", "TRB-1");

    public static CheckLine Of(Case asked)
    {
        var directory = asked.Map.Directory;
        if (directory.Deleted(asked.PersonId) is { } deleted)
            return Deleted(asked, deleted);
        if (directory.IsUnresolved(asked.PersonId) && directory.OtherHome(asked.PersonId) is null)
            return Check.Fault(
                "is not in the directory any more",
                new($"Make a new account: {asked.Person.Label} is not in the directory any more.", asked.Person),
                new Evidence(SnapshotParts.DeletedItems, asked.Person.Id)
            );

        var life = Life.Of(directory, asked.PersonId);
        var evidence = new Evidence(SnapshotParts.Principals, asked.Person.Id);
        if (life.Gap is { } gap)
            return NotRead.Line(
                Check,
                asked,
                "whether the account is enabled was not read",
                new UnreadFact(asked.Person, gap)
            );
        if (life.Fault is { } fault)
            return Check.Fault(fault, new($"Enable the account of {asked.Person.Label}.", asked.Person), evidence);

        return string.Equals(asked.User?.ExternalUserState, Pending, StringComparison.OrdinalIgnoreCase)
            ? Check.Fault(
                "was invited and has not accepted yet",
                new($"Let {asked.Person.Label} accept the invitation to this tenant.", asked.Person),
                evidence
            )
            : Check.Ok("is in the directory and enabled", evidence);
    }

    private static CheckLine Deleted(Case asked, DeletedObject deleted)
    {
        var until = deleted.DeletedAt + Kept;
        var cure =
            asked.Now < until
                ? $"Restore the deleted user {asked.Person.Label}, which can be done until {Say.Day(until)}."
                : $"Make a new account: {asked.Person.Label} was deleted on {Say.Day(deleted.DeletedAt)}.";
        return Check.Fault(
            $"was deleted on {Say.Day(deleted.DeletedAt)}",
            new(cure, asked.Person),
            new Evidence(SnapshotParts.DeletedItems, asked.Person.Id)
        );
    }
}
