namespace PimAudit.GraphEmulator;

/// <summary>How much the services take before they answer 429; null for no limit.</summary>
public sealed record GraphLimits
{
    /// <summary>What Microsoft documents, and for PIM, where it documents nothing, two full batches.</summary>
    public static GraphLimits Real { get; } =
        new()
        {
            IdentityUnits = TenantSizeUnits,
            Reports = 5,
            ConditionalAccess = 1,
            PimUnderWay = 40,
        };

    /// <summary>As <see cref="IdentityUnits"/>: 3,500, 5,000 from 50 users, 8,000 from more than 500 users.</summary>
    public const int TenantSizeUnits = -1;

    /// <summary>Resource units that requests to the directory may cost in ten seconds: a bucket that fills steadily.</summary>
    public int? IdentityUnits { get; init; }

    /// <summary>Requests for audits and registrations in any ten seconds.</summary>
    public int? Reports { get; init; }

    /// <summary>Requests for Conditional Access in any second; its 429 has no <c>Retry-After</c>.</summary>
    public int? ConditionalAccess { get; init; }

    /// <summary>Requests to PIM at the same time, inner ones counted one by one until their batch is answered.</summary>
    public int? PimUnderWay { get; init; }
}
