using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>What a rule shall do with an example.</summary>
internal enum ExampleKind
{
    /// <summary>Find something.</summary>
    Reports,

    /// <summary>Find nothing, having seen everything.</summary>
    Ignores,

    /// <summary>Say that it cannot tell, because something was not read.</summary>
    CannotTell,
}

/// <summary>A tiny tenant, and what a rule shall say about it.</summary>
/// <param name="Line">In the file or page, from 1.</param>
/// <param name="EmergencyAccounts">Entries as a configuration writes them.</param>
/// <param name="Waivers">Their rule as an id.</param>
/// <param name="Parameters">Of the rule, by name, as a configuration writes them.</param>
/// <param name="Finds">Exactly the subjects that it shall find, by id, as the example calls them; empty: anybody will do.</param>
internal sealed record Example(
    ExampleKind Kind,
    string Name,
    long Line,
    TenantSnapshot Tenant,
    ImmutableArray<string> EmergencyAccounts,
    ImmutableArray<Waiver> Waivers,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Parameters,
    ImmutableArray<(string Id, string Name)> Finds
);
