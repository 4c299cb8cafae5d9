using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A configured emergency account, and whether it would open the tenant.</summary>
/// <param name="Works">Enabled, and Global Administrator of the tenant without activation or end; null when not known.</param>
/// <param name="State">In words.</param>
/// <param name="Gap">Why it is not known; null when it is.</param>
internal sealed record DeclaredAccount(
    string Key,
    ObjectRef Reference,
    bool? Works,
    string State,
    Gap? Gap,
    ImmutableArray<Evidence> Evidence
)
{
    public static DeclaredAccount Of(RuleContext context, EmergencyAccount account)
    {
        if (account.Id is not { } id)
            return Unresolved(account);

        var reference = context.Reference(id);
        var enabled = Accounts.IsEnabledUser(context.Access, id);
        var path = EmergencyAccess.PermanentGlobalAdministrator(context.Access, id);
        var hidden = path is null ? EmergencyAccess.HiddenGlobalAdministrator(context.Access, id) : null;
        var (works, state, gap) = (enabled, path, hidden) switch
        {
            (false, _, _) => (false, "not an enabled user", null),
            (_, null, null) => (false, "not permanently active for Global Administrator", null),
            (_, null, { } untold) => ((bool?)null, "whether it holds Global Administrator is not known", untold),
            (null, _, _) => (null, "whether it is enabled is not known", Accounts.NotTold(context.Access, id)),
            _ => (true, "works", (Gap?)null),
        };
        return new(id.ToString("D"), reference, works, state, gap, EvidenceOf(account, path));
    }

    private static DeclaredAccount Unresolved(EmergencyAccount account) =>
        new(
            account.Entry,
            new(ObjectKind.ConfigurationEntry, account.Entry),
            account.State is EntryState.NotFound ? false : null,
            account.State is EntryState.NotFound ? "not in the tenant" : "not looked up",
            account.Gap,
            [new(SnapshotParts.EmergencyAccounts, account.Entry)]
        );

    private static ImmutableArray<Evidence> EvidenceOf(EmergencyAccount account, AccessPath? path) =>
        path is null
            ? [new(SnapshotParts.EmergencyAccounts, account.Entry)]
            : [.. path.Hops.SelectMany(hop => hop.Evidence)];
}
