using System.Collections.Frozen;

namespace PimAudit.Model;

/// <summary>Service plans that give a user a mailbox or the Office apps, by which an account receives mail and opens documents.</summary>
/// <remarks>
/// Source: Microsoft Learn, "Product names and service plan identifiers for licensing". Exchange Foundation
/// (113feb6c-3fe4-4440-bddc-54d774bf0318) is part of almost every product, gives no mailbox, and is not in the list.
/// </remarks>
public static class ProductivityPlans
{
    /// <summary>Names by service plan id.</summary>
    public static FrozenDictionary<Guid, string> All { get; } =
        new Dictionary<Guid, string>
        {
            [new("efb87545-963c-4e0d-99df-69c6916d9eb0")] = "Exchange Online (Plan 2)",
            [new("9aaf7827-d63c-4b61-89c3-182f06f82e5c")] = "Exchange Online (Plan 1)",
            [new("4a82b400-a79f-41a4-b4e2-e94f5787b113")] = "Exchange Online Kiosk",
            [new("1126bef5-da20-4f07-b45e-ad25d2581aa8")] = "Exchange Online Essentials",
            [new("8c3069c0-ccdb-44be-ab77-986203a67df2")] = "Exchange Online (Plan 2) for Government",
            [new("e9b4930a-925f-45e2-ac2a-3f7788ca6fdd")] = "Exchange Online (Plan 1) for Government",
            [new("fc52cc4b-ed7d-472d-bbe7-b081c23ecc56")] = "Exchange Online (Plan 1), midsize business",
            [new("d42bdbd6-c335-4231-ab3d-c8f348d5aff5")] = "Exchange Online (Plan 1), small business",
            [new("90927877-dcff-4af6-b346-2332c0b15bb7")] = "Exchange Online POP",
            [new("43de0ff5-c92c-492b-9116-175376d08c38")] = "Microsoft 365 Apps for enterprise",
            [new("094e7854-93fc-4d55-b2c0-3ab5369ebdc1")] = "Microsoft 365 Apps for business",
            [new("de9234ff-6483-44d9-b15e-dca72fdd27af")] = "Microsoft 365 Apps for enterprise (Government)",
        }.ToFrozenDictionary();
}
