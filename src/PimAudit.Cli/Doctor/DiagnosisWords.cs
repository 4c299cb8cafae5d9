using PimAudit.Collect;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>How the doctor speaks, on the terminal and to machines.</summary>
internal static class DiagnosisWords
{
    public const string EntraRoles =
        "The signed-in user needs an Entra role at tenant scope, too: Global Reader or Privileged Role Administrator. "
        + "Security Reader, Security Operator and Security Administrator read roles but not role-assignable groups.";

    public static string Of(PermissionState state) =>
        state switch
        {
            PermissionState.Held => "held",
            PermissionState.Missing => "missing",
            PermissionState.Useless => "held, but refused",
            PermissionState.Off => "not asked for",
            _ => "not known",
        };

    public static string Of(PermissionCheck check) =>
        check is { State: PermissionState.Held, Through: { } other } ? $"held, by {other}" : Of(check.State);

    public static string Of(PartHealth health) =>
        health switch
        {
            PartHealth.Readable => "readable",
            PartHealth.Permitted => "permitted, not tried",
            PartHealth.Partial => "readable in part",
            PartHealth.Refused => "refused",
            PartHealth.Unlicensed => "no licence",
            PartHealth.Failed => "failed",
            PartHealth.Unnamed => "nothing to ask with",
            PartHealth.Off => "off",
            _ => "not known",
        };

    /// <summary>Ahead or behind, in whole seconds.</summary>
    public static string Skew(TimeSpan skew)
    {
        var seconds = (long)Math.Abs(skew.TotalSeconds);
        return seconds < 2 ? "in step with Graph's"
            : skew > TimeSpan.Zero ? $"{Length(seconds)} behind Graph's"
            : $"{Length(seconds)} ahead of Graph's";
    }

    public static string Licence(LicenceSeen licence) =>
        $"{licence.Name}, {Seats(licence.Seats)}"
        + (licence.GraceSeats > 0 ? $", {Seats(licence.GraceSeats)} in the grace period" : "");

    private static string Seats(long seats) => seats == 1 ? "1 seat" : FormattableString.Invariant($"{seats} seats");

    private static string Length(long seconds) =>
        seconds < 120 ? FormattableString.Invariant($"{seconds} s") : Say.Duration(TimeSpan.FromSeconds(seconds));
}
