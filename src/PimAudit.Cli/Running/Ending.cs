using PimAudit.Reports.Wording;

namespace PimAudit.Cli;

/// <summary>Tells the terminal what came out, and the shell how it ended.</summary>
internal sealed class Ending(Run run)
{
    public ExitCode Tell(Publication publication)
    {
        var outcome = Outcome.Of(publication.Result, run.Threshold);
        if (run.Quiet)
            return outcome.Code;

        var surroundings = run.Surroundings;
        var isWatched = run.Talk == surroundings.Out ? surroundings.OutIsTerminal : surroundings.ErrorIsTerminal;
        var paint = Paint.For(surroundings, isWatched, run.NoColor);
        run.Talk.WriteLine();
        run.Talk.WriteLine(Header(publication, paint));
        run.Talk.WriteLine();
        var summary = new Summary(publication.Result, paint, run.Talk, surroundings.Width);
        summary.Print();
        if (run.RedactionKey is { } key)
            run.Talk.WriteLine(
                $"\nRedacted with key {key.Mark}: names, ids and free text, here and in the files, are pseudonyms. A redacted run keeps no snapshot."
            );
        summary.Files(publication.Folder, publication.Files);
        summary.Exit(outcome, run.Demo ? Outcome.Of(publication.Result, Threshold.Default) : null);
        return outcome.Code;
    }

    private static string Header(Publication publication, Paint paint)
    {
        var tenant = Printable.Of(Words.Tenant(publication.Result.Tenant));
        var profiles = string.Join(", ", publication.Result.Profiles.Select(profile => profile.Name));
        var identity = publication.Result.Snapshot.Collection.Identity;
        var reader = identity is "unknown" ? "" : $", as {Printable.Of(identity)}";
        return $"{paint.Bold($"{Product.Name} {Product.Version}")}   {tenant}   profile {profiles}   "
            + paint.Quiet($"reads only{reader}");
    }
}
