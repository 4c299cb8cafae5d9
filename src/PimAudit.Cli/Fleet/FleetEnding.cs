using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Tells the terminal how the tenants stand, and the shell how it ended.</summary>
internal sealed class FleetEnding(FleetRequest request, Surroundings surroundings)
{
    /// <param name="folder">Of the roll-up.</param>
    public ExitCode Tell(FleetRollUp rollUp, string folder)
    {
        var (code, reason) = FleetOutcome.Of(rollUp);
        if (request.Quiet)
            return code;

        var paint = Paint.For(surroundings, surroundings.OutIsTerminal, request.NoColor);
        var writer = surroundings.Out;
        writer.WriteLine();
        writer.WriteLine(
            $"{paint.Bold($"{Product.Name} {Product.Version}")}   {Say.Count(rollUp.Tenants.Length, "tenant")}   {paint.Quiet("reads only")}"
        );
        new FleetTable(rollUp, paint, writer, surroundings.Width).Print();
        writer.WriteLine();
        writer.WriteLine(paint.Bold($"Written to {Printable.Of(folder)}"));
        foreach (var format in RollUpFormats.Names.Where(IsWritten))
            writer.WriteLine($"  {RollUpFormats.FileName(format)}");
        writer.WriteLine();
        writer.WriteLine($"{paint.Bold(string.Create(CultureInfo.InvariantCulture, $"Exit {(int)code}"))}: {reason}.");
        return code;
    }

    private bool IsWritten(string format) =>
        format is "json" || request.Formats.Contains(format, StringComparer.Ordinal);
}

/// <summary>How a run over many tenants ends: findings outrank missing evidence, and one tenant that was not scanned is missing evidence.</summary>
internal static class FleetOutcome
{
    public static (ExitCode Code, string Reason) Of(FleetRollUp rollUp)
    {
        var tenants = rollUp.Tenants;
        var failing = Count(tenants, ExitCode.Findings);
        var missing = tenants.Count(tenant => tenant.ExitCode is not ((int)ExitCode.Clean or (int)ExitCode.Findings));
        var unread = missing == 0 ? "" : $", and {Say.Count(missing, "tenant")} not scanned or not completely";
        return failing > 0 ? (ExitCode.Findings, $"findings at the threshold in {Say.Count(failing, "tenant")}{unread}")
            : Count(tenants, ExitCode.SignIn) == tenants.Length ? (ExitCode.SignIn, "no tenant let the sign-in in")
            : missing > 0 ? (ExitCode.Incomplete, $"no finding at the threshold{unread}")
            : (ExitCode.Clean, "no finding at the threshold, every tenant scanned and everything evaluated");
    }

    private static int Count(ImmutableArray<TenantSummary> tenants, ExitCode code) =>
        tenants.Count(tenant => tenant.ExitCode == (int)code);
}
