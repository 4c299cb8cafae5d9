using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Cli.Tests.Golden;

/// <summary>
/// Takes one user, group or application after the other out of what was read. A finding that goes with it leaves a rule that
/// says that it is blind: nothing turns into a pass.
/// </summary>
public sealed class UnreadObjectTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task No_finding_goes_in_silence_where_an_object_was_not_read(bool isContoso)
    {
        var sample = isContoso ? Sample.Contoso : Sample.Fabrikam;
        var whole = await sample.AuditAsync();
        var silent = new List<string>();
        foreach (var (label, id) in Objects(whole.Snapshot))
        {
            var result = sample.Judge(Without(whole.Snapshot, id), new string('0', 64));
            var rules = result.Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
            var left = result.Findings.Select(finding => finding.Fingerprint).ToHashSet(StringComparer.Ordinal);
            silent.AddRange(
                whole
                    .Result.Findings.Where(finding => !left.Contains(finding.Fingerprint))
                    .Select(finding => rules[finding.RuleId])
                    .Where(rule => rule.Outcome is not RuleOutcome.NotEvaluated && rule.Blind.IsEmpty)
                    .Select(rule => $"{label}: {rule.Id} {rule.Outcome}")
                    .Distinct(StringComparer.Ordinal)
            );
        }

        Assert.That(silent, Is.Empty);
    }

    private static IEnumerable<(string Label, Guid Id)> Objects(TenantSnapshot snapshot) =>
        snapshot
            .Users.Select(user => (user.DisplayName ?? "", user.Id))
            .Concat(snapshot.Groups.Select(group => (group.DisplayName ?? "", group.Id)))
            .Concat(snapshot.ServicePrincipals.Select(one => (one.DisplayName ?? "", one.Id)));

    private static TenantSnapshot Without(TenantSnapshot snapshot, Guid id)
    {
        var gap = new ObjectGap(id.ToString("D"), MissingReason.Transport, "The answer broke off.");
        return snapshot with
        {
            Users = [.. snapshot.Users.Where(user => user.Id != id)],
            Groups = [.. snapshot.Groups.Where(group => group.Id != id)],
            ServicePrincipals = [.. snapshot.ServicePrincipals.Where(one => one.Id != id)],
            Collection = snapshot.Collection with
            {
                Parts =
                [
                    .. snapshot.Collection.Parts.Select(part =>
                        part.Part is SnapshotParts.Principals
                            ? part with
                            {
                                Status = PartStatus.Partial,
                                Gaps = [.. part.Gaps.Append(gap).OrderBy(one => one.ObjectId, StringComparer.Ordinal)],
                            }
                            : part
                    ),
                ],
            },
        };
    }
}
