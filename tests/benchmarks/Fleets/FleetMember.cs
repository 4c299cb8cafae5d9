using System.Globalization;
using PimAudit.GraphEmulator;

namespace PimAudit.Benchmarks;

/// <summary>What is wrong with a tenant of the fleet.</summary>
internal enum Trouble
{
    None,

    /// <summary>403 to everything.</summary>
    Refuses,

    /// <summary>401 to everything.</summary>
    SignInFails,

    /// <summary>No answer.</summary>
    Hangs,
}

/// <summary>A tenant of the fleet, by its number: in three hundred 3 are large, 27 typical, 9 refuse, 3 hang and 2 are in another cloud.</summary>
internal sealed record FleetMember(int Number)
{
    public string Alias => string.Create(CultureInfo.InvariantCulture, $"t{Number:000}");

    /// <summary>Of no other tenant, so that whatever mixes can be found.</summary>
    public string Domain => string.Create(CultureInfo.InvariantCulture, $"d{Number:000}.example");

    public string Variable => $"TOKEN_{Alias}";

    public string Cloud => Number % 150 == 7 ? "usgov" : "global";

    public TenantSize Size =>
        Number % 100 == 3 ? TenantSize.Large
        : Number % 11 == 5 ? TenantSize.Typical
        : TenantSize.Small;

    public Trouble Trouble =>
        Size is not TenantSize.Small ? Trouble.None
        : Number % 100 == 1 ? Trouble.Hangs
        : (Number % 33) switch
        {
            9 => Number % 2 == 0 ? Trouble.Refuses : Trouble.SignInFails,
            _ => Trouble.None,
        };

    public GeneratedTenant Make(DateTimeOffset now) =>
        GeneratedTenant.Make(Size, Number + 1, now, planted: Number % 3 == 0, Domain);

    public EmulatorOptions Options(GeneratedTenant tenant) =>
        new()
        {
            AccessToken = Trouble is Trouble.SignInFails ? "another" : tenant.AccessToken,
            RecordRequests = false,
            Faults = Trouble switch
            {
                Trouble.Refuses => [new(".", FaultKind.Refused)],
                Trouble.Hangs => [new(".", FaultKind.Slow) { Delay = TimeSpan.FromHours(2) }],
                _ => [],
            },
        };

    public static IReadOnlyList<FleetMember> Of(int tenants) =>
        [.. Enumerable.Range(0, tenants).Select(number => new FleetMember(number))];
}
