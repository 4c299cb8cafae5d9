using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace PimAudit.Benchmarks;

/// <summary>Looks through everything that was written for what belongs to another tenant, and for tokens.</summary>
internal sealed partial class Mixing(IReadOnlyList<ServedMember> members)
{
    private readonly Dictionary<Guid, string> ids = members.ToDictionary(
        member => member.Tenant,
        member => member.Member.Alias
    );

    private readonly HashSet<string> tokens = [.. members.Select(member => member.Token)];

    public int Files { get; private set; }

    /// <returns>What mixed; empty where nothing did.</returns>
    public List<string> Of(string root) =>
        [
            .. Directory
                .EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .SelectMany(path => Of(path, Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar)[0]))
                .Distinct(StringComparer.Ordinal),
        ];

    /// <param name="owner">Alias; the roll-up may name the ids of all, and nothing else.</param>
    public IEnumerable<string> Of(string text, string owner, string place)
    {
        foreach (Match domain in Domain().Matches(text))
            if (!string.Equals($"t{domain.Groups["number"].Value}", owner, StringComparison.Ordinal))
                yield return $"{place} names {domain.Value}";
        foreach (Match id in Id().Matches(text))
            if (ids.TryGetValue(Guid.Parse(id.Value), out var alias) && alias != owner && owner is not "fleet")
                yield return $"{place} names the id of {alias}";
        foreach (Match token in Token().Matches(text))
            if (tokens.Contains(token.Value))
                yield return $"{place} holds a token";
    }

    private IEnumerable<string> Of(string path, string owner)
    {
        Files++;
        return Texts(path).SelectMany(text => Of(text, owner, path));
    }

    private static IEnumerable<string> Texts(string path)
    {
        if (Path.GetExtension(path) is ".xlsx" or ".pimsnap")
        {
            using var archive = ZipFile.OpenRead(path);
            foreach (var entry in archive.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                yield return reader.ReadToEnd();
            }
        }
        else
        {
            yield return Path.GetExtension(path) is ".pdf" ? PdfText(path) : File.ReadAllText(path);
        }
    }

    private static string PdfText(string path)
    {
        using var reading = Process.Start(
            new ProcessStartInfo("pdftotext", ["-raw", path, "-"])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        return reading.StandardOutput.ReadToEnd();
    }

    [GeneratedRegex(@"\bd(?<number>\d{3})\.example", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Domain();

    [GeneratedRegex(
        "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        60_000
    )]
    private static partial Regex Id();

    [GeneratedRegex(@"emulator-[0-9a-f-]{36}|eyJ[A-Za-z0-9_.-]+", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Token();
}
