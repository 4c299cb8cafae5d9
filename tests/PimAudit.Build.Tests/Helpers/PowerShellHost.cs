using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace PimAudit.Build.Tests;

/// <summary>Runs <c>build.ps1</c> in this process, in an engine without cmdlets beside its own.</summary>
internal static class PowerShellHost
{
    /// <param name="folder">Where the script lies.</param>
    /// <param name="dotnet">Stands in for the .NET command; null for the real one.</param>
    /// <param name="arguments">Words, or <c>-Name</c> for a switch.</param>
    public static Ran Run(string folder, FakeDotnet? dotnet, params IEnumerable<string> arguments)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        runspace.SessionStateProxy.SetVariable("fake", dotnet);
        Invoke(
            runspace,
            shell =>
                shell.AddScript("function global:Fake-Dotnet { $global:LASTEXITCODE = $fake.Run($args -join ' ') }")
        );

        var (output, error) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        using var complained = new StringWriter();
        Console.SetOut(said);
        Console.SetError(complained);
        try
        {
            Invoke(runspace, shell => Call(shell, folder, dotnet is not null, arguments));
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
        return new(
            (int)runspace.SessionStateProxy.GetVariable("LASTEXITCODE"),
            said.ToString().ReplaceLineEndings("\n"),
            complained.ToString().ReplaceLineEndings("\n")
        );
    }

    private static void Invoke(Runspace runspace, Action<PowerShell> command)
    {
        using var shell = PowerShell.Create(runspace);
        command(shell);
        shell.Invoke();
    }

    private static void Call(PowerShell shell, string folder, bool isFake, IEnumerable<string> arguments)
    {
        shell.AddCommand(Path.Combine(folder, "build.ps1"));
        if (isFake)
            shell.AddParameter("Dotnet", "Fake-Dotnet");
        foreach (var argument in arguments)
            _ = argument.StartsWith('-') ? shell.AddParameter(argument[1..]) : shell.AddArgument(argument);
    }
}

/// <summary>What a script or program said, and how it ended.</summary>
internal sealed record Ran(int ExitCode, string Output, string Error)
{
    public string LastLine => Output.TrimEnd('\n').Split('\n')[^1];
}
