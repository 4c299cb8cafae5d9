using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine.Tests;

/// <summary>Runs stub rules against an empty tenant.</summary>
internal static class Judged
{
    public static readonly DateTimeOffset TakenAt = new(2026, 10, 1, 6, 0, 0, TimeSpan.Zero);
    public static readonly Guid TenantId = new("11111111-1111-1111-1111-111111111111");

    public static readonly Profile Profile = new(
        "plain",
        "Plain",
        BeyondThePractice: true,
        MaxWaiverDays: 365,
        new([WellKnownRoles.GlobalAdministrator], [WellKnownRoles.ExchangeAdministrator], []),
        ImmutableSortedDictionary<string, RuleChange>.Empty,
        new string('a', 64)
    );

    public static TenantSnapshot Tenant { get; } =
        new()
        {
            TakenAt = TakenAt,
            Tenant = new(TenantId, "Contoso", "contoso.example", "contoso.example"),
            Collection = new(
                "reader",
                [],
                "https://graph.example",
                "1",
                TakenAt,
                TakenAt,
                Notes: [],
                [.. Enum.GetValues<SnapshotParts>().Where(part => part is not SnapshotParts.None).Select(Complete)]
            ),
        };

    public static AuditResult By(params IRule[] rules) => By(AuditConfiguration.Empty, rules);

    public static AuditResult By(AuditConfiguration configuration, params IRule[] rules) =>
        Of(Tenant, Profile, configuration, rules);

    public static AuditResult Of(
        TenantSnapshot tenant,
        Profile profile,
        AuditConfiguration configuration,
        params IRule[] rules
    )
    {
        var (plan, problems) = AuditPlan.Make(rules, profile, configuration);
        return problems.IsEmpty
            ? Evaluator.Evaluate(tenant, new string('b', 64), plan, new("1.0"))
            : throw new InvalidOperationException(string.Join("; ", problems));
    }

    public static TenantSnapshot Without(SnapshotParts part, PartStatus status, MissingReason reason) =>
        Tenant with
        {
            Collection = Tenant.Collection with
            {
                Parts =
                [
                    .. Tenant.Collection.Parts.Select(record =>
                        record.Part == part
                            ? record with
                            {
                                Status = status,
                                Reason = reason,
                                Detail = "said no",
                            }
                            : record
                    ),
                ],
            },
        };

    private static PartRecord Complete(SnapshotParts part) =>
        new(part, PartStatus.Complete, null, null, $"GET {part}", "Some.Read", 1, 1, 0, 0, 0, 0, TakenAt, TakenAt, []);
}
