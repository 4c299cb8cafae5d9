using System.Collections.Immutable;
using PimAudit.Engine;

namespace PimAudit.Rules;

/// <summary>
/// Controls of other frameworks, each with the rules whose outcomes are evidence for it. Only what the primary text says
/// stands here, and evidence never is the control: an auditor decides that.
/// </summary>
public static class ControlMappings
{
    /// <summary>The rule judges what the control asks.</summary>
    public const string Supports = "supports evidence for";

    /// <summary>The rule judges a part of what the control asks, or the control stricter or wider than the rule.</summary>
    public const string SupportsInPart = "supports part of the evidence for";

    /// <summary>By framework, then as the framework orders its controls. A control may stand twice, once for each relation.</summary>
    public static ImmutableArray<ControlMapping> All { get; } =
    [
        .. CisaScuba.Controls,
        .. CisMicrosoft365.Controls,
        .. ZeroTrustAssessment.Controls,
        .. Maester.Controls,
        .. PimAlerts.Controls,
    ];

    /// <param name="rules">Ids of rules that judge what the control asks; may be empty.</param>
    /// <param name="inPart">Ids of rules that judge a part of it; may be empty.</param>
    internal static IEnumerable<ControlMapping> Map(
        string framework,
        string id,
        string title,
        string url,
        ImmutableArray<string> rules,
        ImmutableArray<string> inPart
    )
    {
        if (!rules.IsEmpty)
            yield return new(new(framework, id, title, Supports, url), rules);
        if (!inPart.IsEmpty)
            yield return new(new(framework, id, title, SupportsInPart, url), inPart);
    }
}
