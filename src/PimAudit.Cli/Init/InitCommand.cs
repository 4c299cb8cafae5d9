using System.CommandLine;
using System.Net.Sockets;
using System.Text;
using PimAudit.Access;
using PimAudit.Archive;
using PimAudit.Collect;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary><c>init</c>: write a commented configuration for the tenant that a sign-in reaches.</summary>
internal static class InitCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        options.Out.Description = $"The file to write. Default: {SettingsFile.Name} in this folder.";
        options.Out.HelpName = "FILE";
        options.Force.Description = "Replace the file.";
        var command = new Command("init", "Write a commented pimaudit.yaml, and suggest emergency accounts.")
        {
            options.Out,
            options.Force,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Guard.RunAsync(
                    surroundings,
                    token =>
                        WriteAsync(
                            Path.GetFullPath(parsed.GetValue(options.Out) ?? SettingsFile.Name, surroundings.Folder),
                            parsed.GetValue(options.Force),
                            surroundings,
                            token
                        ),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<ExitCode> WriteAsync(
        string path,
        bool force,
        Surroundings surroundings,
        CancellationToken cancellation
    )
    {
        RefuseTaken(path, force);
        var settings = SettingsLoader.WithoutFile(surroundings);
        var found = await FindAsync(settings, surroundings, cancellation);
        var text = new ConfigurationText(settings, found).ToString();
        RefuseTaken(path, force);
        await AtomicFile.WriteAsync(
            path,
            async (stream, token) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text), token),
            cancellation
        );
        surroundings.Error.WriteLine($"Written to {Printable.Of(path)}.");
        foreach (var note in found.Notes)
            surroundings.Error.WriteLine(Printable.Of(note));
        surroundings.Error.WriteLine("Next: look through it, then 'pimaudit doctor' says what can be read.");
        return ExitCode.Clean;
    }

    /// <summary>Without a sign-in that works the file is of use all the same, and says what is missing.</summary>
    private static async Task<Found> FindAsync(
        Settings settings,
        Surroundings surroundings,
        CancellationToken cancellation
    )
    {
        try
        {
            await using var tenant = await OpenTenant.OpenAsync(settings, demo: false, surroundings, cancellation);
            return Found.In(await tenant.ReadGlobalAdministratorsAsync(settings, cancellation));
        }
        catch (Exception error)
            when (error is SignInFailedException or GraphUnreachableException or HttpRequestException or SocketException
            )
        {
            return Found.Nothing(Failures.From(error).Message);
        }
    }

    private static void RefuseTaken(string path, bool force)
    {
        if (Directory.Exists(path) || (File.Exists(path) && !force))
            throw new Failure(
                ExitCode.Usage,
                "The configuration would replace what is there.",
                path,
                "Nothing was written.",
                "Give another name with --out, or --force to replace the file."
            );
    }
}

/// <summary>What a sign-in told about the tenant.</summary>
/// <param name="Tenant">Null when nothing told which it is.</param>
/// <param name="Candidates">For emergency accounts: how each is Global Administrator.</param>
/// <param name="Missing">Why there may be more candidates, or why the tenant is not known; null when all is known.</param>
internal sealed record Found(Tenant? Tenant, IReadOnlyList<AccessPath> Candidates, string? Missing)
{
    public IEnumerable<string> Notes
    {
        get
        {
            yield return Tenant is null
                ? $"The tenant is not known, so its id is to be filled in. {Missing}"
                : $"The tenant is {Tenant.Reference.Label}, {Tenant.Id:D}.";
            if (Tenant is not null)
                yield return Candidates.Count == 0
                    ? $"No account could be suggested for emergencies. {Missing}".TrimEnd()
                    : $"{Say.Count(Candidates.Count, "account")} might be for emergencies: look at the file, none is assumed to be. {Missing}".TrimEnd();
        }
    }

    public static Found Nothing(string why) => new(Tenant: null, [], why);

    public static Found In(TenantSnapshot snapshot)
    {
        var access = AccessMap.Resolve(snapshot);
        var gap =
            snapshot.Collection.GapOf(SnapshotParts.RoleAssignments)
            ?? (snapshot.HasPim ? snapshot.Collection.GapOf(SnapshotParts.ActiveAssignments) : null)
            ?? snapshot.Collection.GapOf(SnapshotParts.GroupMembers)
            ?? snapshot.Collection.GapOf(SnapshotParts.Principals);
        var tenant = snapshot.Tenant.Id == Guid.Empty ? null : snapshot.Tenant;
        return new(
            tenant,
            EmergencyAccess.Candidates(access),
            gap?.Detail ?? (tenant is null ? snapshot.Collection.GapOf(SnapshotParts.Organization)?.Detail : null)
        );
    }
}
