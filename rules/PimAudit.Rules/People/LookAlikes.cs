using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>The names for which a deceptive one may want to be taken: roles and emergency access accounts.</summary>
internal sealed class LookAlikes(RuleContext context)
{
    private readonly ILookup<string, ObjectRef> targets = Roles(context)
        .Concat(context.Emergency.Resolved.Select(context.Reference))
        .Where(target => !string.IsNullOrWhiteSpace(target.DisplayName))
        .ToLookup(target => NameShape.Of(target.DisplayName!), StringComparer.Ordinal);

    /// <summary>What the object could be taken for, ordinal by id. Microsoft's own roles are taken for nothing else.</summary>
    public ImmutableArray<ObjectRef> Of(ObjectRef one) =>
        one.DisplayName is null || IsMicrosofts(one)
            ? []
            :
            [
                .. targets[NameShape.Of(one.DisplayName)]
                    .Where(target => !string.Equals(target.Id, one.Id, StringComparison.Ordinal))
                    .Where(target => target.Kind is ObjectKind.Role || !IsEmergency(one))
                    .DistinctBy(target => target.Id, StringComparer.Ordinal)
                    .OrderBy(target => target.Id, StringComparer.Ordinal),
            ];

    private static IEnumerable<ObjectRef> Roles(RuleContext context) =>
        context
            .Snapshot.Roles.Select(role => role.Reference)
            .Concat(
                BuiltInRoles.ByTemplateId.Values.Select(role => new ObjectRef(
                    ObjectKind.Role,
                    role.TemplateId,
                    role.DisplayName
                ))
            );

    private bool IsMicrosofts(ObjectRef one) =>
        one.Kind is ObjectKind.Role
        && Guid.TryParse(one.Id, out var id)
        && (BuiltInRoles.ByTemplateId.ContainsKey(id) || context.Access.Directory.Role(id) is { IsBuiltIn: true });

    private bool IsEmergency(ObjectRef one) => Guid.TryParse(one.Id, out var id) && context.Emergency.Contains(id);
}
