using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Query;

/// <summary>What stands for <c>:name</c> in the query of a rule: its parameters, and the role lists of the profile.</summary>
public static class RuleValues
{
    public const string HighlyPrivileged = "highlyPrivilegedRoles";
    public const string Privileged = "privilegedRoles";

    /// <summary>Names that a rule cannot give to a parameter of its own.</summary>
    public static ImmutableArray<string> Given { get; } = [HighlyPrivileged, Privileged];

    /// <summary>The defaults, to understand a query before any run.</summary>
    internal static Dictionary<string, object> Of(ImmutableArray<RuleParameter> parameters) =>
        Of(parameters, ParameterValues.Of(parameters), [], []);

    internal static Dictionary<string, object> Of(RuleContext context, ImmutableArray<RuleParameter> parameters) =>
        Of(
            parameters,
            context.Parameters,
            context.Roles.HighlyPrivileged,
            BuiltInRoles
                .ByTemplateId.Keys.Concat(context.Roles.HighlyPrivileged)
                .Concat(context.Roles.AlsoPrivileged)
                .Where(context.Roles.IsPrivileged)
        );

    private static Dictionary<string, object> Of(
        ImmutableArray<RuleParameter> parameters,
        ParameterValues values,
        IEnumerable<Guid> highlyPrivileged,
        IEnumerable<Guid> privileged
    )
    {
        var all = parameters.ToDictionary(one => one.Name, one => Of(one, values), StringComparer.Ordinal);
        all[HighlyPrivileged] = List(highlyPrivileged);
        all[Privileged] = List(privileged);
        return all;
    }

    private static object Of(RuleParameter parameter, ParameterValues values) =>
        parameter.Kind switch
        {
            ParameterKind.Number => (long)values.Number(parameter.Name),
            ParameterKind.Flag => values.Flag(parameter.Name) ? 1L : 0L,
            ParameterKind.Ids => List(values.Ids(parameter.Name)),
            _ => throw new ArgumentException($"A parameter of kind {parameter.Kind} has no value in SQL."),
        };

    /// <summary>For <c>json_each</c>.</summary>
    private static string List(IEnumerable<Guid> ids) =>
        new JsonArray([
            .. ids.Select(id => id.ToString("D"))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(id => (JsonNode)id),
        ]).ToJsonString();
}
