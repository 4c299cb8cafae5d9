using PimAudit.Docs;
using PimAudit.Rules;

const string Rules = "rules/PimAudit.Rules";
const string Cure = "Run 'build.ps1 docs' (or 'dotnet run --project build/PimAudit.Docs') and commit the result.";

var unknown = args.Where(arg => arg is not "--check").ToArray();
if (unknown.Length > 0)
{
    Console.Error.WriteLine($"Cannot write the documents: '{unknown[0]}' is no option. The only one is --check.");
    return 2;
}

var root = Environment.CurrentDirectory;
if (!Directory.Exists(Path.Combine(root, Rules)))
{
    Console.Error.WriteLine(
        $"Cannot write the documents: there is no {Rules} in '{root}'. Run this at the root of the repository."
    );
    return 2;
}

var readme = Path.Combine(root, PermissionList.Path);
if (!File.Exists(readme) || PermissionList.In(File.ReadAllText(readme)) is not { } listed)
{
    Console.Error.WriteLine(
        $"Cannot write the documents: {PermissionList.Path} has no place for the permissions, between '{PermissionList.Begin}' and '{PermissionList.End}'."
    );
    return 2;
}

var changelog = Path.Combine(root, RuleChanges.Path);
if (!File.Exists(changelog) || RuleChanges.In(File.ReadAllText(changelog), Catalogue.All) is not { } changes)
{
    Console.Error.WriteLine(
        $"Cannot write the documents: the newest version in {RuleChanges.Path} has no heading '### Rules' to list rules under."
    );
    return 2;
}

(string Path, string Text)[] documents =
[
    (RuleIndex.Path, RuleIndex.Of(Catalogue.All)),
    (PracticeMatrix.Path, PracticeMatrix.Of(Catalogue.All)),
    (Crosswalk.Path, Crosswalk.Of(Catalogue.All, ControlMappings.All)),
    (PermissionList.Path, listed),
    (RuleChanges.Path, changes),
    (PermissionPage.Path, PermissionPage.Of()),
    (ConsentScripts.PowerShellPath, ConsentScripts.PowerShell()),
    (ConsentScripts.ShellPath, ConsentScripts.Shell()),
];
var stale = documents.Where(document => !IsFresh(document.Path, document.Text)).ToArray();

if (args.Contains("--check", StringComparer.Ordinal))
{
    foreach (var document in stale)
        Console.Error.WriteLine($"{document.Path} does not say what the catalogue says. {Cure}");
    return stale.Length > 0 ? 1 : 0;
}

foreach (var (path, text) in stale)
{
    Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, path))!);
    File.WriteAllText(Path.Combine(root, path), text);
    Console.WriteLine($"Wrote {path}");
}
return 0;

bool IsFresh(string path, string text) =>
    File.Exists(Path.Combine(root, path)) && File.ReadAllText(Path.Combine(root, path)) == text;
