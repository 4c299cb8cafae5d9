using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>Where an activation on the way asks for multifactor authentication: has the person a method that counts?</summary>
internal static class MfaCheck
{
    private static readonly Check Check = new("MFA", "TRB-2");

    /// <param name="way">Null when the person has none.</param>
    public static CheckLine Of(Case asked, Way? way)
    {
        if (way is null)
            return Check.NotApplicable("without a way to the role nothing asks for it");
        if (way.Gates.IsEmpty)
            return Check.NotApplicable("nothing has to be activated");

        var more = MoreThanMfa.Of(asked, way);
        if (way.Asks(gate => gate.Mfa) is false && more is null)
            return Check.NotApplicable("no activation on the way asks for it", way.SettingsRows(asked.Map));
        if (Life.Of(asked.Map.Directory, asked.PersonId).Fault is not null)
            return Check.NotApplicable("the report of methods leaves out an account that cannot sign in");

        var methods = Registered.Of(asked);
        if (more is not null && (methods.IsProven is true || way.Asks(gate => gate.Mfa) is not true))
            return NotRead.Line(Check, asked, methods.Text, more);
        if (methods.IsProven is true)
            return Check.Ok(methods.Text, [.. methods.Evidence, .. way.SettingsRows(asked.Map)]);
        if (way.Asks(gate => gate.Mfa) is null)
            return NotRead.Line(
                Check,
                asked,
                $"{methods.Text}, and whether it is asked for was not read",
                GateGap(way)
            );

        return methods.Gap is { } gap
            ? NotRead.Line(Check, asked, methods.Text, new UnreadFact(asked.Person, gap))
            : Check.Fault(methods.Text, methods.Cure!, methods.Evidence);
    }

    private static UnreadFact GateGap(Way way)
    {
        var gate = way.Gates.First(gate => gate.Mfa is null);
        return new(
            gate.Owner,
            gate.Gap
                ?? gate.Gates.Gap
                ?? new Gap(
                    WayRows.PartOf(gate),
                    MissingReason.Malformed,
                    "The role settings do not tell whether they ask for it."
                )
        );
    }
}
