using PimAudit.Archive;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Prints what <c>verify</c> found: a line for each run, under it what does not hold, and what a person should know.</summary>
internal sealed class VerificationText(Surroundings surroundings, bool noColor)
{
    private readonly Paint paint = Paint.For(surroundings, surroundings.OutIsTerminal, noColor);
    private readonly TextWriter output = surroundings.Out;

    public void Print(Verification found)
    {
        foreach (var run in found.Runs)
            Print(run);
        output.WriteLine();
        foreach (var end in found.Ends)
            output.WriteLine(
                $"Newest of tenant {end.Tenant:D}: run {Printable.Of(end.RunId)} of {Say.Count(end.Runs, "run")} in its chain, manifest SHA-256 {end.ManifestHash}"
            );
        output.WriteLine(Summary(found));
    }

    private void Print(CheckedRun run)
    {
        var mark = paint.Mark(run.Problems.IsEmpty ? Glyph.Pass : Glyph.Fail);
        output.WriteLine($"{mark} {paint.Bold(Printable.Of(run.Place))}   {Head(run)}");
        foreach (var problem in run.Problems)
        {
            output.WriteLine($"    {paint.Bold(Printable.Of(problem.Failed))}");
            output.WriteLine($"      {paint.Quiet("Seen     ")} {Printable.Of(problem.Seen)}");
            output.WriteLine($"      {paint.Quiet("Expected ")} {Printable.Of(problem.Expected)}");
        }

        foreach (var note in run.Notes)
            output.WriteLine($"    Note: {Printable.Of(note)}");
    }

    private static string Head(CheckedRun run)
    {
        if (run.Manifest is not { } manifest)
            return run.Problems.IsEmpty ? "never finished" : "no manifest that can be read";
        var files = run.IsPruned
            ? "pruned: its files were removed, its manifest is kept"
            : Say.Count(run.Files, "file");
        return $"run {Printable.Of(manifest.RunId)}, {Say.Moment(manifest.EndedAt)}, {files}{Signature(run.Signature)}";
    }

    private static string Signature(CheckedSignature? signature) =>
        signature is null
            ? ""
            : $", signed by {Printable.Of(signature.Subject)}"
                + signature.IsTrusted switch
                {
                    true => " (trusted; revocation is not looked up)",
                    false => " (not trusted)",
                    null => " (not checked against a trusted certificate)",
                };

    private static string Summary(Verification found)
    {
        var bad = found.Runs.Count(run => !run.Problems.IsEmpty);
        var held = found.Runs.Count(run => run.Problems.IsEmpty && run.Manifest is not null);
        return bad == 0
            ? $"{Say.Count(held, "run")} verified: everything held."
            : $"{Say.Count(found.Runs.Length, "run")} looked at: {bad} did not hold.";
    }
}
