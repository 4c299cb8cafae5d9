using System.Management.Automation.Language;
using NUnit.Framework;
using PimAudit.Collect;
using PimAudit.Docs;
using PimAudit.Model;

namespace PimAudit.Build.Tests;

public sealed class PermissionDocumentTests
{
    [Test]
    public void The_readme_keeps_everything_around_the_list()
    {
        var text = PermissionList.In($"before\n   {PermissionList.Begin}\nold\n   {PermissionList.End}\nafter\n")!;

        Assert.That(text, Does.StartWith($"before\n   {PermissionList.Begin}\n\n   | Permission | For |\n"));
        Assert.That(text, Does.EndWith($"|\n\n   {PermissionList.End}\nafter\n").And.Not.Contain("old"));
        Assert.That(PermissionList.In(text), Is.EqualTo(text));
    }

    [Test]
    public void The_list_has_every_permission_of_the_consent_and_the_optional_ones() =>
        Assert.That(
            Repository
                .Text("README.md")
                .Split('\n')
                .Where(line => line.StartsWith("   | `", StringComparison.Ordinal))
                .Select(line => line.Split('`')[1]),
            Is.EqualTo(ConsentSet.Recommended.AddRange(ConsentSet.Beta).Add(ConsentSet.HiddenMembers))
        );

    [Test]
    public void The_page_has_a_row_for_each_part() =>
        Assert.That(
            PermissionPage
                .Of()
                .Split('\n')
                .Where(line => line.Contains("| `GET ", StringComparison.Ordinal))
                .Select(line => line.Split('|')[1].Trim()),
            Is.EqualTo(PartCatalogue.All.Select(needs => PartNames.Of(needs.Part)))
        );

    [Test]
    public void The_script_for_powershell_has_no_syntax_error()
    {
        Parser.ParseInput(ConsentScripts.PowerShell(), out _, out var errors);

        Assert.That(errors.Select(error => $"{error.Extent.StartLineNumber}: {error.Message}"), Is.Empty);
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void The_script_for_az_has_no_syntax_error()
    {
        using var scratch = new Scratch();
        scratch.Write("consent.sh", ConsentScripts.Shell());

        Assert.That(External.Run("bash", ["-n", "consent.sh"], scratch.Root), Is.EqualTo(new Ran(0, "", "")));
    }

    /// <summary>With an az that only says what it was asked, the script assigns what is not assigned yet.</summary>
    [Test]
    [Platform(Exclude = "Win")]
    public void The_script_for_az_grants_each_permission_that_is_not_given()
    {
        using var scratch = new Scratch();
        scratch.Write("consent.sh", ConsentScripts.Shell());
        scratch.Write(
            "az",
            """
            case "$*" in
              *appRoles*) printf '%s' "$*" | sed "s/.*value=='\([^']*\)'.*/role-\1/" ;;
              *'ad sp show --id 00000003'*) echo graph ;;
              *'ad sp show'*) echo target ;;
              *'--method GET'*) echo role-Directory.Read.All ;;
              *POST*) printf '%s\n' "$*" | sed 's/.*"appRoleId": "\([^"]*\)".*/\1/' >> granted ;;
            esac

            """
        );

        var ran = External.Run(
            "bash",
            [
                "-c",
                "az() { bash ./az \"$@\"; }; export -f az; bash consent.sh 22222222-2222-2222-2222-222222222222 --beta",
            ],
            scratch.Root
        );

        Assert.That((ran.ExitCode, ran.Error), Is.EqualTo((0, "")));
        Assert.That(
            scratch["granted"].TrimEnd().Split('\n'),
            Is.EqualTo(
                ConsentSet
                    .Recommended.Remove("Directory.Read.All")
                    .AddRange(ConsentSet.Beta)
                    .Select(name => $"role-{name}")
            )
        );
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void The_script_for_az_refuses_what_is_no_id()
    {
        using var scratch = new Scratch();
        scratch.Write("consent.sh", ConsentScripts.Shell());

        Assert.That(
            External.Run("bash", ["consent.sh", "x; rm -rf /"], scratch.Root),
            Is.EqualTo(new Ran(2, "", "'x; rm -rf /' is no id (GUID).\n"))
        );
    }
}
