using System.Collections.Frozen;

namespace PimAudit.Model;

/// <summary>Service plans of Exchange Online that give their user a mailbox.</summary>
/// <remarks>
/// Source: Microsoft's list of product names and service plan identifiers. Exchange Foundation, which comes with Entra ID
/// P1 and P2, and the archiving plans give none.
/// </remarks>
public static class MailboxPlans
{
    private static readonly FrozenSet<Guid> Ids = new[]
    {
        new Guid("9aaf7827-d63c-4b61-89c3-182f06f82e5c"), // EXCHANGE_S_STANDARD
        new Guid("efb87545-963c-4e0d-99df-69c6916d9eb0"), // EXCHANGE_S_ENTERPRISE
        new Guid("4a82b400-a79f-41a4-b4e2-e94f5787b113"), // EXCHANGE_S_DESKLESS
        new Guid("1126bef5-da20-4f07-b45e-ad25d2581aa8"), // EXCHANGE_S_ESSENTIALS
        new Guid("90927877-dcff-4af6-b346-2332c0b15bb7"), // EXCHANGE_B_STANDARD
        new Guid("d42bdbd6-c335-4231-ab3d-c8f348d5aff5"), // EXCHANGE_L_STANDARD
        new Guid("fc52cc4b-ed7d-472d-bbe7-b081c23ecc56"), // EXCHANGE_S_STANDARD_MIDMARKET
        new Guid("e9b4930a-925f-45e2-ac2a-3f7788ca6fdd"), // EXCHANGE_S_STANDARD_GOV
        new Guid("8c3069c0-ccdb-44be-ab77-986203a67df2"), // EXCHANGE_S_ENTERPRISE_GOV
    }.ToFrozenSet();

    public static bool Includes(Guid servicePlanId) => Ids.Contains(servicePlanId);
}
