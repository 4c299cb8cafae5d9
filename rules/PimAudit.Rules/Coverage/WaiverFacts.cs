using System.Globalization;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A waiver as a finding names it.</summary>
internal static class WaiverFacts
{
    /// <summary>Rule and targets are its id; a second waiver of the same is the same subject.</summary>
    public static ObjectRef Reference(RuleContext context, Waiver waiver) =>
        new(
            ObjectKind.Waiver,
            waiver.Key,
            $"{waiver.Rule} for {string.Join(", ", waiver.Targets.Select(target => Object(context, target).Label))}"
        );

    public static Evidence Evidence(Waiver waiver) => new(SnapshotParts.None, $"waiver {waiver.Key}");

    public static IEnumerable<RelatedObject> Targets(RuleContext context, Waiver waiver) =>
        waiver.Targets.Select(target => new RelatedObject(Object(context, target), "target"));

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A target may be an id alone, or a kind and an id.</summary>
    private static ObjectRef Object(RuleContext context, string target)
    {
        var written = target.Trim();
        if (!Guid.TryParse(written[(written.IndexOf(':', StringComparison.Ordinal) + 1)..], out var id))
            return new(ObjectKind.Other, written);

        var principal = context.Reference(id);
        if (principal.DisplayName is not null)
            return principal;
        return context.RoleReference(id) is { DisplayName: not null } role ? role : new(ObjectKind.Other, id);
    }
}
