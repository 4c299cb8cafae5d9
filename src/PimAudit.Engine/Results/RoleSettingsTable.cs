using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Each setting of each role and group side on a path, with what the rules said about it.</summary>
internal static class RoleSettingsTable
{
    public static ImmutableArray<RoleSettingRow> Of(JudgingFacts facts, ImmutableArray<RuleVerdict> verdicts)
    {
        var said = new SaidAboutSettings(verdicts);
        return [.. Owners(facts).SelectMany(held => SettingColumn.All.Select(column => Row(held, column, said)))];
    }

    /// <summary>Those that gate something, then roles on paths whose settings nobody is ever asked.</summary>
    private static IEnumerable<HeldSetting> Owners(JudgingFacts facts)
    {
        var gating = facts.HeldSettings(new(RoleWidth.Held, []));
        var known = gating.Select(held => held.Owner).ToHashSet();
        var neverAsked = facts
            .Access.Paths.Select(path => Guid.Parse(path.Role.Id))
            .Distinct()
            .OrderBy(id => id.ToString("D"), StringComparer.Ordinal)
            .Select(SettingsOwner.Role)
            .Where(owner => !known.Contains(owner))
            .Select(owner => new HeldSetting(
                owner,
                facts.Access.Reference(owner),
                facts.Access.SettingsOf(owner),
                facts.Roles.Of(owner.Id)
            ));
        return gating.Concat(neverAsked);
    }

    private static RoleSettingRow Row(HeldSetting held, SettingColumn column, SaidAboutSettings said)
    {
        var value = held.Settings.IsKnown ? column.Value(held.Settings.Value) : null;
        var (verdict, rule, draft) = said.About(held, column);
        return new(
            held.Subject,
            held.Owner.Access,
            held.Tier,
            column.Name,
            value,
            draft?.Expected ?? (rule is null ? null : column.Expected(rule, held.Tier)),
            value is null ? SettingVerdict.Unknown : verdict,
            rule?.Id,
            draft is null ? null : rule?.Severity ?? draft.Severity ?? rule?.Rule.Info.Severity
        );
    }
}
