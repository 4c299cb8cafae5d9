using System.Collections.Immutable;
using PimAudit.Engine;

namespace PimAudit.Rules;

/// <summary>Every rule that ships.</summary>
public static class Catalogue
{
    /// <summary>By id.</summary>
    public static ImmutableArray<IRule> All { get; } = [];
}
