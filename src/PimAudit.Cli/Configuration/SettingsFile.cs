using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Reports;
using YamlDotNet.Core;

namespace PimAudit.Cli;

/// <summary>Finds and reads <c>pimaudit.yaml</c>.</summary>
internal static class SettingsFile
{
    public const string Name = "pimaudit.yaml";
    private const long MaxBytes = 1 << 20;
    private const int MostOfClassification = 40;
    private const int MostPages = 1000;
    private static readonly ImmutableArray<string> Papers = ["a4", "letter"];

    /// <summary>The file in the folder or the nearest above it; null when there is none.</summary>
    public static string? Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, Name) is var path && File.Exists(path))
                return path;
        return null;
    }

    /// <exception cref="Failure">The file cannot be read or cannot be meant.</exception>
    /// <param name="forAll">Sections that count instead of those of the file; null for a file that stands alone.</param>
    public static Settings Load(string path, YamlMap? forAll = null)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                throw Absent(path);
            if (file.Length > MaxBytes)
                throw Bad(path, $"It has {file.Length} bytes; a configuration has at most {MaxBytes}.");
            return Read(File.ReadAllText(path), path, forAll);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Bad(path, error.Message);
        }
    }

    /// <exception cref="Failure">The text cannot be meant.</exception>
    public static Settings Read(string text, string path, YamlMap? forAll = null)
    {
        var issues = new List<ConfigurationIssue>();
        try
        {
            var root = YamlMap.Read(text, issues);
            var settings = Read(forAll is null ? root : root.Over(forAll, issues, FleetFile.ForAll), path);
            return issues.Count == 0 ? settings : throw Bad(path, string.Join("\n", issues));
        }
        catch (YamlException error)
        {
            throw Bad(path, $"line {error.Start.Line}: {error.Message}");
        }
    }

    private static Failure Absent(string path) =>
        new(
            ExitCode.Usage,
            $"There is no configuration {path}.",
            Directory.Exists(path) ? "It is a folder." : "The file does not exist.",
            "Nothing was read from a tenant and nothing was written.",
            $"Name the file itself with --config or PIMAUDIT_CONFIG, or let 'pimaudit init' write a {Name}."
        );

    public static Failure Bad(string path, string seen) =>
        new(
            ExitCode.Usage,
            $"The configuration {path} cannot be used.",
            seen,
            "Nothing was read from a tenant and nothing was written.",
            "Mend the file; 'pimaudit schema config' prints what it may hold."
        );

    /// <param name="path">Of the file in which the mapping stands.</param>
    public static Settings Read(YamlMap root, string path)
    {
        var outputs = root.Map("outputs");
        var settings = new Settings(
            path,
            root.Id("tenant"),
            root.OneOf("cloud", Settings.Clouds) ?? Settings.Clouds[0],
            AuthSection.Read(root.Map("auth")),
            ProfilesOf(root),
            Audit(root),
            CollectSection.Read(root.Map("collect")),
            outputs?.Text("directory") ?? Settings.DefaultOutput,
            FormatsOf(outputs),
            root
        )
        {
            Baseline = root.Text("baseline") is { Length: > 0 } baseline ? Beside(path, baseline) : null,
            Reviews = [.. (root.Texts("reviews") ?? []).Select(review => Beside(path, review))],
            History = HistorySection.Read(root.Map("history")),
            Notifications = NotificationsSection.Read(
                root.Map("notifications"),
                Path.GetDirectoryName(Path.GetFullPath(path))!
            ),
            CustomRules = root.Texts("customRules") ?? [],
            Signing = SigningSection.Read(root.Map("signing")),
            Classification = ClassificationOf(outputs),
            Pages = PagesOf(outputs),
            Paper = outputs?.OneOf("paper", Papers) is "letter" ? PaperSize.Letter : PaperSize.A4,
            Endpoint = GraphAddress.Read(root),
            Schedule = FleetTimes.Schedule(root.Map("schedule"), "", Guid.Empty, FleetTimes.UsualLimit),
            Serve = ServeSection.Read(root.Map("serve")),
        };
        outputs?.RefuseOtherKeys();
        root.RefuseOtherKeys();
        return settings;
    }

    /// <summary>A file that the configuration names lies where the configuration lies.</summary>
    private static string Beside(string path, string named) =>
        Path.GetDirectoryName(path) is { } folder ? Path.Combine(folder, named) : named;

    private static ImmutableArray<string> ProfilesOf(YamlMap root)
    {
        if (root.Texts("profile") is not { IsEmpty: false } profiles)
            return [Settings.DefaultProfile];
        if (
            profiles.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice
        )
            root.Issue("profile", $"names '{twice.Key}' twice");
        return profiles;
    }

    private static ImmutableArray<string> FormatsOf(YamlMap? outputs)
    {
        if (outputs?.Texts("formats") is not { } formats)
            return Settings.DefaultFormats;

        foreach (var odd in formats.Where(format => !Formats.Names.Contains(format, StringComparer.Ordinal)))
            outputs.Issue(
                "formats",
                $"holds '{odd}'; this version writes {string.Join(", ", Formats.Names)}",
                Nearest.Of(odd, Formats.Names)
            );
        return formats;
    }

    private static string ClassificationOf(YamlMap? outputs)
    {
        var text = outputs?.Text("classification")?.Trim();
        if (text is { Length: > MostOfClassification })
            outputs!.Issue("classification", $"is longer than {MostOfClassification} letters");
        return string.IsNullOrEmpty(text) ? Settings.DefaultClassification : text;
    }

    private static int? PagesOf(YamlMap? outputs)
    {
        var pages = outputs?.Number("pages");
        if (pages is < 1 or > MostPages)
            outputs!.Issue("pages", $"must be from 1 to {MostPages}");
        return pages;
    }

    private static AuditConfiguration Audit(YamlMap root) =>
        new(
            root.Texts("emergencyAccounts") ?? [],
            root.Ids("highlyPrivilegedRoles"),
            root.Ids("alsoPrivileged"),
            root.Ids("serviceRoles"),
            RuleChanges.Read(root.Map("rules")),
            [.. root.Maps("waivers").Select(WaiverOf)],
            NamesOf(root.Map("owners"))
        )
        {
            Reviewers = NamesOf(root.Map("reviewers")),
        };

    private static Waiver WaiverOf(YamlMap map)
    {
        var rule = map.Text("rule");
        if (rule is null)
            map.Issue("rule", "is missing");
        var expires = map.Day("expires");
        if (expires is null && !map.Keys.Contains("expires", StringComparer.Ordinal))
            map.Issue("expires", "is missing: a waiver must end");

        var waiver = new Waiver(
            rule ?? "",
            map.Texts("targets") ?? [],
            map.Text("reason") ?? "",
            map.Text("approvedBy") ?? "",
            expires ?? default
        );
        map.RefuseOtherKeys();
        return waiver;
    }

    private static ImmutableSortedDictionary<string, string> NamesOf(YamlMap? people) =>
        (people?.Keys ?? []).ToImmutableSortedDictionary(
            key => key,
            key => people!.Text(key) ?? "",
            StringComparer.OrdinalIgnoreCase
        );
}
