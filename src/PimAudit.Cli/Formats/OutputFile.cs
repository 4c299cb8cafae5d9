using System.Collections.Immutable;

namespace PimAudit.Cli;

/// <summary>A report in a place of the user's choice.</summary>
/// <param name="Path">Absolute; null for standard output.</param>
internal sealed record OutputFile(Format Format, string? Path);

/// <summary>Reads <c>-o FORMAT=FILE</c>.</summary>
internal static class Outputs
{
    private const string StandardOutput = "-";
    private static readonly string[] Devices = ["/dev/", "/proc/", "/sys/"];

    /// <exception cref="Failure">One of them cannot be meant.</exception>
    public static ImmutableArray<OutputFile> Read(IEnumerable<string> written, string folder)
    {
        ImmutableArray<OutputFile> outputs = [.. written.Select(one => Read(one, folder))];
        if (outputs.GroupBy(output => output.Path, PathComparer).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw Bad(
                $"Two reports cannot both go to {twice.Key ?? "standard output"}.",
                string.Join(", ", twice.Select(output => output.Format.Name)),
                "Give each report a file of its own."
            );
        return outputs;
    }

    /// <summary>How this system compares paths.</summary>
    public static StringComparer PathComparer { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            ? StringComparer.OrdinalIgnoreCase
            : StringComparer.Ordinal;

    private static OutputFile Read(string written, string folder)
    {
        if (written.Split('=', 2) is not [var name, { Length: > 0 } file])
            throw Bad("An output must be FORMAT=FILE.", $"'{written}'", "Write it as in -o sarif=findings.sarif.");
        if (Formats.Of(name) is not { } format)
            throw SettingsLoader.Usage($"The format '{name}' is not known.", name, Formats.Names);
        if (file != StandardOutput)
            return new(format, PathOf(file, folder));

        return format.IsText
            ? new(format, Path: null)
            : throw Bad(
                $"The format {name} is no text, so it cannot go to standard output.",
                $"'{written}'",
                $"Name a file, as in -o {name}={format.FileName}."
            );
    }

    private static string PathOf(string file, string folder)
    {
        var path = Path.GetFullPath(file, folder);
        if (!OperatingSystem.IsWindows() && Devices.Any(root => path.StartsWith(root, StringComparison.Ordinal)))
            throw Bad("A report cannot be written to a device.", $"'{path}'", "Name a file, or - for standard output.");
        if (Directory.Exists(path))
            throw Bad("A report needs a file.", $"{path} is a folder.", "Name a file in it.");
        return path;
    }

    private static Failure Bad(string failed, string seen, string remedy) =>
        new(ExitCode.Usage, failed, seen, "Nothing was read from a tenant and nothing was written.", remedy);
}
