using System.Diagnostics;
using System.Text;
using NUnit.Framework;

namespace PimAudit.Reports.Tests.Excel;

/// <summary>LibreOffice, where it is installed.</summary>
internal static class LibreOffice
{
    private const string Program = "soffice";

    /// <summary>Comma, double quote, UTF-8, texts quoted, values as shown, every sheet.</summary>
    private const string AllSheets = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1";

    /// <summary>What it reads of a sheet, row by row. Ignores the test where the program is missing.</summary>
    public static List<List<string>> Read(byte[] workbook, string sheet)
    {
        if (!IsInstalled())
            Assert.Ignore($"Not checked: {Program} is not installed.");

        var folder = Directory.CreateTempSubdirectory("pimaudit-libreoffice-");
        try
        {
            var file = Path.Combine(folder.FullName, "book.xlsx");
            File.WriteAllBytes(file, workbook);
            Convert(folder.FullName, file);
            return Csv(File.ReadAllText(Path.Combine(folder.FullName, $"book-{sheet}.csv"), Encoding.UTF8));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool IsInstalled() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, Program)));

    private static void Convert(string folder, string file)
    {
        using var process = Process.Start(
            new ProcessStartInfo(
                Program,
                [
                    $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}",
                    "--headless",
                    "--convert-to",
                    AllSheets,
                    "--outdir",
                    folder,
                    file,
                ]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, said);
    }

    private static List<List<string>> Csv(string text)
    {
        var rows = new List<List<string>> { new() };
        var field = new StringBuilder();
        var isQuoted = false;
        for (var at = 0; at < text.Length; at++)
            switch (text[at])
            {
                case '"' when isQuoted && at + 1 < text.Length && text[at + 1] == '"':
                    field.Append(text[at++]);
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' or '\n' when !isQuoted:
                    rows[^1].Add(field.ToString());
                    field.Clear();
                    if (text[at] == '\n')
                        rows.Add([]);
                    break;
                default:
                    field.Append(text[at]);
                    break;
            }

        return rows;
    }
}
