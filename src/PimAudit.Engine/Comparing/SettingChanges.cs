using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Role settings that ask more, less or something else than they did: matched by owner, side and setting.</summary>
internal sealed class SettingChanges
{
    private const string Mfa = "mfa";
    private const string Context = "authenticationContext";
    private const string Approval = "approval";
    private const string Approvers = "approvers";
    private const string Changed = "changed";

    private readonly ApproverLists approversBefore;
    private readonly ApproverLists approversAfter;

    private SettingChanges(AuditResult before, AuditResult after)
    {
        approversBefore = new(before);
        approversAfter = new(after);
    }

    public static IEnumerable<ChangeRow> Of(AuditResult before, AuditResult after)
    {
        var changes = new SettingChanges(before, after);
        var then = before.RoleSettings.ToLookup(OwnerOf, StringComparer.Ordinal);
        return after
            .RoleSettings.GroupBy(OwnerOf, StringComparer.Ordinal)
            .SelectMany(owner => changes.Of(then[owner.Key], owner));
    }

    /// <summary>The settings of one owner. A role that nobody holds any more has none to compare.</summary>
    private IEnumerable<ChangeRow> Of(IEnumerable<RoleSettingRow> before, IEnumerable<RoleSettingRow> after)
    {
        var then = before
            .DistinctBy(row => row.Setting, StringComparer.Ordinal)
            .ToDictionary(row => row.Setting, StringComparer.Ordinal);
        var rows = after
            .Where(row => then.ContainsKey(row.Setting))
            .Select(row => Of(then[row.Setting], row))
            .OfType<ChangeRow>()
            .ToImmutableArray();
        return Told(rows);
    }

    private ChangeRow? Of(RoleSettingRow then, RoleSettingRow now) =>
        then.Value is not { } was ? null
        : now.Value is not { } value ? Row(ChangeKind.NotConfirmed, now, was, RunComparison.NotRead)
        : string.Equals(now.Setting, Approvers, StringComparison.Ordinal)
        && approversBefore.Of(then) is { } named
        && approversAfter.Of(now) is { } names
            ? named.IsSame(names) ? null
                : Row(ChangeKind.Altered, now, named.Words, names.Words)
        : SettingDirection.Of(now.Setting, was, value) is { } kind ? Row(kind, now, was, value)
        : null;

    /// <summary>
    /// What one change of a policy shows twice is told once: approvers come and go with approval, the day of the last change
    /// matters only where no other setting differs, and an authentication context in the place of MFA weakens nothing by itself.
    /// </summary>
    private static IEnumerable<ChangeRow> Told(ImmutableArray<ChangeRow> rows)
    {
        var kinds = rows.ToDictionary(row => row.What!, row => row.Kind, StringComparer.Ordinal);
        var swapped =
            (kinds.GetValueOrDefault(Mfa), kinds.GetValueOrDefault(Context))
            is
                (ChangeKind.Weakened, ChangeKind.Strengthened)
                or
                (ChangeKind.Strengthened, ChangeKind.Weakened);
        foreach (var row in rows)
            if (
                row.What is Approvers
                && kinds.GetValueOrDefault(Approval) is ChangeKind.Weakened or ChangeKind.Strengthened
            )
                continue;
            else if (row.What is Changed && rows.Length > 1)
                continue;
            else if (swapped && row.What is Mfa or Context)
                yield return row with
                {
                    Kind = ChangeKind.Altered,
                };
            else
                yield return row;
    }

    private static string OwnerOf(RoleSettingRow row) => $"{row.Owner.Id} {row.Access}".ToUpperInvariant();

    private static ChangeRow Row(ChangeKind kind, RoleSettingRow row, string before, string after) =>
        new(
            ChangeSubject.Setting,
            kind,
            row.Owner,
            row.Access is null ? row.Owner : null,
            Scope: null,
            row.Setting,
            before,
            after,
            ChangedAt: null,
            ChangedBy: null
        );
}
