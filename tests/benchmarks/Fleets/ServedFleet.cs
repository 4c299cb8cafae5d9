using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PimAudit.Benchmarks;

/// <summary>The tenants of the fleet as another process serves them.</summary>
internal sealed class ServedFleet : IDisposable
{
    private readonly Process process;

    private ServedFleet(Process process, IReadOnlyList<ServedMember> members) =>
        (this.process, Members) = (process, members);

    public IReadOnlyList<ServedMember> Members { get; }

    public static async Task<ServedFleet> StartAsync(int tenants)
    {
        var serving = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    typeof(ServedFleet).Assembly.Location,
                    FleetGraphs.Verb,
                    tenants.ToString(CultureInfo.InvariantCulture),
                ]
            )
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var members = new List<ServedMember>();
        while (await serving.StandardOutput.ReadLineAsync() is { } line && line != FleetGraphs.Ready)
            members.Add(ServedMember.Of(line, FleetMember.Of(tenants)[members.Count]));
        return new(serving, members);
    }

    /// <summary>Writes <c>fleet.yaml</c> and one configuration for each tenant into a folder.</summary>
    public void Write(string folder)
    {
        var list = new StringBuilder("timeLimit: 40m\ntenants:\n");
        foreach (var member in Members)
        {
            var name = $"{member.Member.Alias}.yaml";
            File.WriteAllText(Path.Combine(folder, name), member.Configuration);
            list.Append(
                CultureInfo.InvariantCulture,
                $"  - {{ alias: {member.Member.Alias}, config: {name}{(member.Member.Trouble is Trouble.Hangs ? ", timeLimit: 60s" : "")} }}\n"
            );
        }

        File.WriteAllText(Path.Combine(folder, "fleet.yaml"), list.ToString());
    }

    /// <summary>Stops serving.</summary>
    /// <returns>HTTP requests that were answered, a batch being one.</returns>
    public async Task<long> EndAsync()
    {
        process.StandardInput.Close();
        var calls = await process.StandardOutput.ReadLineAsync();
        await process.WaitForExitAsync();
        return long.Parse(calls ?? "0", CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}

/// <param name="Configuration">Text of its <c>pimaudit.yaml</c>.</param>
internal sealed record ServedMember(FleetMember Member, Guid Tenant, string Token, string Configuration)
{
    public static ServedMember Of(string line, FleetMember member)
    {
        var words = line.Split('\t');
        var keys = words[4].Replace("\\n", "\n", StringComparison.Ordinal);
        return new(
            member,
            Guid.Parse(words[1]),
            words[3],
            $$"""
            cloud: {{member.Cloud}}
            endpoint: {{words[2]}}
            auth: { mode: access-token, accessToken: { variable: {{member.Variable}} } }
            outputs: { formats: [ xlsx, pdf, json, html ] }
            {{keys}}
            """
        );
    }
}
