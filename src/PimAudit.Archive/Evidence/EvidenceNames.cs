using System.Globalization;
using System.Text;

namespace PimAudit.Archive;

/// <summary>The names under which files of a run go.</summary>
public static class EvidenceNames
{
    public const string Result = "result.json";

    /// <summary>The manifest of a run whose files were removed on purpose: it still stands for the run in the chain.</summary>
    public const string Pruned = "manifest.pruned.json";

    /// <summary>A folder that is called so is one of a run, even when every file of it is gone.</summary>
    public static bool IsRunFolder(string name) => RunChain.IsName(name);

    /// <summary>A folder that holds such a file holds, or pretends to hold, a run.</summary>
    public static bool IsManifest(string name) =>
        name.Equals(RunManifest.FileName, StringComparison.OrdinalIgnoreCase)
        || name.Equals(RunManifest.SignatureName, StringComparison.OrdinalIgnoreCase)
        || name.Equals(Pruned, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whoever finds it in the folder of a run takes it for one of its files.</summary>
    public static bool IsReport(string name) =>
        name.Equals(Result, StringComparison.OrdinalIgnoreCase)
        || name.Equals("snapshot.pimsnap", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("findings.", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a reader may take for the same name: another case, marks that do not show, dots and blanks at the end.</summary>
    public static string Alike(string name) =>
        new string([
            .. name.Normalize(NormalizationForm.FormKC)
                .Where(letter =>
                    !char.IsControl(letter) && char.GetUnicodeCategory(letter) is not UnicodeCategory.Format
                ),
        ])
            .TrimEnd('.', ' ')
            .ToUpperInvariant();
}
