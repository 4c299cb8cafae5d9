using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PimAudit.Engine;
using YamlDotNet.Core;

namespace PimAudit.Cli;

/// <summary>The profiles that ship, and how a profile is read.</summary>
internal static partial class ProfileFile
{
    private const long MaxBytes = 1 << 20;
    private const string Prefix = "profiles/";
    private const string Suffix = ".yaml";

    /// <summary>Names, ordinal.</summary>
    public static ImmutableArray<string> Shipped { get; } =
    [
        .. typeof(ProfileFile)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What ends like a file is one.</summary>
    public static bool IsPath(string name) =>
        Path.GetExtension(name).ToLowerInvariant() is ".yaml" or ".yml" or ".json";

    /// <summary>The same list with absolute paths.</summary>
    public static ImmutableArray<string> At(ImmutableArray<string> names, string folder) =>
        [.. names.Select(name => IsPath(name) ? Path.GetFullPath(name, folder) : name)];

    /// <param name="name">Of a profile that ships, or a path.</param>
    /// <exception cref="Failure">No such profile, or it cannot be meant.</exception>
    public static Profile Load(string name)
    {
        if (IsPath(name))
            return LoadFile(name);

        return Shipped.Contains(name, StringComparer.Ordinal) ? Read(ShippedText(name), name) : throw Unknown(name);
    }

    /// <param name="name">One of <see cref="Shipped"/>.</param>
    public static string ShippedText(string name)
    {
        using var stream = typeof(ProfileFile).Assembly.GetManifestResourceStream(Prefix + name + Suffix)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static Profile LoadFile(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                throw Bad(path, "The file does not exist.");
            return file.Length <= MaxBytes
                ? Read(File.ReadAllText(path), path)
                : throw Bad(path, $"It has {file.Length} bytes; a profile has at most {MaxBytes}.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Bad(path, error.Message);
        }
    }

    /// <exception cref="Failure">The profile cannot be meant.</exception>
    internal static Profile Read(string text, string name)
    {
        var issues = new List<ConfigurationIssue>();
        try
        {
            var profile = Read(YamlMap.Read(text, issues));
            return issues.Count == 0 ? profile : throw Bad(name, string.Join("\n", issues));
        }
        catch (YamlException error)
        {
            throw Bad(name, $"line {error.Start.Line}: {error.Message}");
        }
    }

    private static Profile Read(YamlMap root)
    {
        var name = root.Text("name") ?? "";
        if (!PlainName().IsMatch(name))
            root.Issue("name", $"is '{name}' but must be 1 to 40 of a-z, 0-9, dot, dash and underscore");

        var title = root.Text("title") ?? name;
        var beyond = root.Flag("beyondThePractice") ?? true;
        var onlyListed = root.Flag("onlyListed") ?? false;
        var maxWaiverDays = root.Number("maxWaiverDays") ?? 0;
        var roles = new RoleTiers(
            root.Ids("highlyPrivilegedRoles") ?? [],
            root.Ids("alsoPrivileged") ?? [],
            root.Ids("serviceRoles") ?? []
        );
        var rules = RuleChanges.Read(root.Map("rules"));
        root.RefuseOtherKeys();
        var hash = ContentHash.Of(name, title, beyond, onlyListed, maxWaiverDays, roles, rules);
        return new(name, title, beyond, maxWaiverDays, roles, rules, hash) { OnlyListed = onlyListed };
    }

    /// <summary>A name becomes the heading of a column.</summary>
    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,39}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainName();

    private static Failure Unknown(string name)
    {
        var near = Nearest.Of(name, Shipped) is { } word ? $" The nearest is '{word}'." : "";
        return new(
            ExitCode.Usage,
            $"There is no profile '{name}'.",
            $"This version ships {string.Join(", ", Shipped[..^1])} and {Shipped[^1]}.{near}",
            "Nothing was read and nothing was written.",
            "Name one of these, or a file of your own, with --profile, PIMAUDIT_PROFILE or profile: in pimaudit.yaml."
        );
    }

    private static Failure Bad(string name, string seen) =>
        new(
            ExitCode.Usage,
            $"The profile {name} cannot be used.",
            seen,
            "Nothing was read and nothing was written.",
            "Mend the profile; 'pimaudit schema profile' prints what it may hold."
        );
}
