using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine.Tests;

/// <summary>Configurations as expressions.</summary>
internal static class Configured
{
    public static readonly ImmutableSortedDictionary<string, string> NoOwners = ImmutableSortedDictionary.Create<
        string,
        string
    >(StringComparer.OrdinalIgnoreCase);

    public static AuditConfiguration With(
        string rule,
        bool? enabled = null,
        Severity? severity = null,
        params (string Name, string[] Value)[] parameters
    ) =>
        AuditConfiguration.Empty with
        {
            Rules = ImmutableSortedDictionary<string, RuleChange>.Empty.Add(
                rule,
                new(
                    enabled,
                    severity,
                    parameters.ToImmutableSortedDictionary(one => one.Name, one => one.Value.ToImmutableArray()),
                    Source: null
                )
            ),
        };
}
