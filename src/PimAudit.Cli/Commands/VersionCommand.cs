using System.CommandLine;
using System.Runtime.InteropServices;
using PimAudit.Model;
using PimAudit.Rules;

namespace PimAudit.Cli;

/// <summary><c>version</c>: what a bug report needs.</summary>
internal static class VersionCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var command = new Command("version", "Version of the program, its rules and its role list.");
        command.SetAction(_ =>
        {
            surroundings.Out.WriteLine($"{Product.Name} {Product.Version}");
            surroundings.Out.WriteLine(
                $"{Say.Count(Catalogue.All.Length, "rule")}, profiles {string.Join(", ", ProfileFile.Shipped)}"
            );
            surroundings.Out.WriteLine(
                $"{Say.Count(BuiltInRoles.ByTemplateId.Count, "built-in role")} as of {BuiltInRoles.AsOf:yyyy-MM-dd}"
            );
            surroundings.Out.WriteLine(
                $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}"
            );
            return (int)ExitCode.Clean;
        });
        return command;
    }
}
