using System.CommandLine;
using PimAudit.Collect;

namespace PimAudit.Cli;

/// <summary><c>doctor</c>: what this sign-in can read of the tenant, and what to grant.</summary>
internal static class DoctorCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var strict = new Option<bool>("--strict")
        {
            Description = "A permission that does more than read is an error: exit 1.",
        };
        var json = new Option<bool>("--json") { Description = "JSON, for machines." };
        return RunVerb.Make(
            new("doctor", "Try what this sign-in can read of the tenant, and say what to grant."),
            options,
            surroundings,
            [options.Config, strict, json, options.Profile, options.NoColor],
            async (run, parsed, cancellation) =>
            {
                var diagnosis = await ExamineAsync(run, parsed.GetValue(strict), cancellation);
                Print(diagnosis, parsed.GetValue(json), run);
                return diagnosis.Ending.Code;
            }
        );
    }

    private static async Task<Diagnosis> ExamineAsync(Run run, bool strict, CancellationToken cancellation)
    {
        await using var tenant = await OpenTenant.OpenAsync(run.Settings, demo: false, run.Surroundings, cancellation);
        return new(await tenant.ExamineAsync(run, cancellation), run.Plan, Cloud.Named(run.Settings.Cloud), strict);
    }

    private static void Print(Diagnosis diagnosis, bool json, Run run)
    {
        var surroundings = run.Surroundings;
        if (json)
            surroundings.Out.WriteLine(DiagnosisJson.Of(diagnosis));
        else
            new DiagnosisText(
                diagnosis,
                Paint.For(surroundings, surroundings.OutIsTerminal, run.NoColor),
                surroundings.Out,
                surroundings.Width
            ).Print();
    }
}
