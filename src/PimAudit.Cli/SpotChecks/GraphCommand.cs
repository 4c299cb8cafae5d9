using System.CommandLine;
using System.Text;
using PimAudit.Archive;
using PimAudit.Collect;
using PimAudit.Reports.Pictures.Mermaid;
using PimAudit.Reports.Pictures.Svg;

namespace PimAudit.Cli;

/// <summary><c>graph USER|ROLE</c>: the access paths of somebody, or of a role, as a picture.</summary>
internal static class GraphCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var name = new Argument<string>("USER|ROLE")
        {
            Description = "A role by name, id or template id; or a user or application by object id or name.",
        };
        var svg = new Option<bool>("--svg") { Description = "An SVG picture (the default)." };
        var mermaid = new Option<bool>("--mermaid") { Description = "Mermaid text, which wikis and tickets draw." };
        var takeover = new Option<bool>("--takeover")
        {
            Description = "Also owners of groups, who could add themselves.",
        };
        // An option of its own: the common one names the folder of a run.
        var file = new Option<string?>("--out")
        {
            Description = "The file to write. Default: standard output.",
            HelpName = "FILE",
        };
        var options = new CommonOptions();
        options.Force.Description = "Replace the file.";
        return SpotVerb.Make(
            new("graph", "The access paths of somebody, or of a role, as a picture."),
            options,
            surroundings,
            [name, svg, mermaid, takeover, file, options.Force],
            (run, parsed) =>
            {
                RefuseTwo(parsed.GetValue(svg), parsed.GetValue(mermaid));
                var path = parsed.GetValue(file) is { } given ? Path.GetFullPath(given, surroundings.Folder) : null;
                RefuseTaken(path, run.Force);
                return async (asked, cancellation) =>
                {
                    var (answer, picture) = PictureMaker.Of(asked, parsed.GetValue(name)!, parsed.GetValue(takeover));
                    var text = parsed.GetValue(mermaid) ? MermaidPicture.Write(picture) : SvgPicture.Write(picture);
                    await WriteAsync(run, path, text, cancellation);
                    Tell(run, path, answer);
                    return answer;
                };
            },
            (_, _) => Touched.Everything
        );
    }

    private static async Task WriteAsync(Run run, string? path, string text, CancellationToken cancellation)
    {
        if (path is null)
        {
            run.Surroundings.Out.Write(text);
            return;
        }

        RefuseTaken(path, run.Force);
        await AtomicFile.WriteAsync(
            path,
            async (stream, token) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text), token),
            cancellation
        );
    }

    private static void Tell(Run run, string? path, Answer answer)
    {
        var error = run.Surroundings.Error;
        if (!run.Quiet)
        {
            error.WriteLine(Printable.Of($"{answer.Title}, {answer.TenantLabel}, {answer.Taken}"));
            if (path is not null)
                error.WriteLine($"Written to {Printable.Of(path)}.");
        }

        if (!run.Quiet || !answer.Unread.IsEmpty)
            foreach (var line in answer.Notes.Concat(answer.Coverage))
                error.WriteLine(Printable.Of(line));
    }

    private static void RefuseTwo(bool svg, bool mermaid)
    {
        if (svg && mermaid)
            throw new Failure(
                ExitCode.Usage,
                "A picture has one format.",
                "--svg --mermaid",
                "Nothing was drawn.",
                "Give one of them."
            );
    }

    private static void RefuseTaken(string? path, bool force)
    {
        if (path is not null && (Directory.Exists(path) || (File.Exists(path) && !force)))
            throw new Failure(
                ExitCode.Usage,
                "The picture would replace what is there.",
                path,
                "Nothing was written.",
                "Give another name with --out, or --force to replace the file."
            );
    }
}
