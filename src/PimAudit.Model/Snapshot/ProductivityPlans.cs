using System.Collections.Frozen;

namespace PimAudit.Model;

/// <summary>A service plan by which an account receives mail or opens documents.</summary>
/// <param name="Id">Id of the plan, the same in every tenant.</param>
/// <param name="Name">As Microsoft's list calls it.</param>
/// <param name="GivesMailbox">A plan of Exchange Online; the others give the Office apps.</param>
public sealed record ProductivityPlan(Guid Id, string Name, bool GivesMailbox);

/// <summary>Service plans that give a user a mailbox or the Office apps.</summary>
/// <remarks>
/// Source: Microsoft Learn, "Product names and service plan identifiers for licensing". Exchange Foundation
/// (113feb6c-3fe4-4440-bddc-54d774bf0318), which is part of almost every product and comes with Entra ID P1 and P2, and the
/// archiving plans give no mailbox and are not in the list.
/// </remarks>
public static class ProductivityPlans
{
    /// <summary>By service plan id.</summary>
    public static FrozenDictionary<Guid, ProductivityPlan> All { get; } =
        new[]
        {
            Mailbox("efb87545-963c-4e0d-99df-69c6916d9eb0", "Exchange Online (Plan 2)"), // EXCHANGE_S_ENTERPRISE
            Mailbox("9aaf7827-d63c-4b61-89c3-182f06f82e5c", "Exchange Online (Plan 1)"), // EXCHANGE_S_STANDARD
            Mailbox("4a82b400-a79f-41a4-b4e2-e94f5787b113", "Exchange Online Kiosk"), // EXCHANGE_S_DESKLESS
            Mailbox("1126bef5-da20-4f07-b45e-ad25d2581aa8", "Exchange Online Essentials"), // EXCHANGE_S_ESSENTIALS
            // EXCHANGE_S_ENTERPRISE_GOV
            Mailbox("8c3069c0-ccdb-44be-ab77-986203a67df2", "Exchange Online (Plan 2) for Government"),
            // EXCHANGE_S_STANDARD_GOV
            Mailbox("e9b4930a-925f-45e2-ac2a-3f7788ca6fdd", "Exchange Online (Plan 1) for Government"),
            // EXCHANGE_S_STANDARD_MIDMARKET
            Mailbox("fc52cc4b-ed7d-472d-bbe7-b081c23ecc56", "Exchange Online (Plan 1), midsize business"),
            // EXCHANGE_L_STANDARD
            Mailbox("d42bdbd6-c335-4231-ab3d-c8f348d5aff5", "Exchange Online (Plan 1), small business"),
            Mailbox("90927877-dcff-4af6-b346-2332c0b15bb7", "Exchange Online POP"), // EXCHANGE_B_STANDARD
            Apps("43de0ff5-c92c-492b-9116-175376d08c38", "Microsoft 365 Apps for enterprise"),
            Apps("094e7854-93fc-4d55-b2c0-3ab5369ebdc1", "Microsoft 365 Apps for business"),
            Apps("de9234ff-6483-44d9-b15e-dca72fdd27af", "Microsoft 365 Apps for enterprise (Government)"),
        }.ToFrozenDictionary(plan => plan.Id);

    public static bool GiveMailbox(Guid servicePlanId) =>
        All.GetValueOrDefault(servicePlanId) is { GivesMailbox: true };

    private static ProductivityPlan Mailbox(string id, string name) => new(new(id), name, GivesMailbox: true);

    private static ProductivityPlan Apps(string id, string name) => new(new(id), name, GivesMailbox: false);
}
