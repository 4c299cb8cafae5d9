using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.Evidence;

/// <summary>A tenant that is scanned on several days, and certificates to sign its runs with.</summary>
internal static class SignedWorld
{
    private static readonly string[] Quiet = ["--quiet", "--format", "json", "--fail-on", "none", "--allow-incomplete"];

    public static async Task<int> ScanAsync(this World world, string configuration, params string[] more)
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        world
            .With("PIMAUDIT_GRAPH_ENDPOINT", graph.BaseAddress.AbsoluteUri)
            .With("PIMAUDIT_ACCESS_TOKEN", graph.AccessToken)
            .Write("pimaudit.yaml", SampleTenants.ContosoConfiguration + "\n" + configuration);
        return await world.RunAsync(["scan", .. Quiet, .. more]);
    }

    /// <summary>Folders of the runs in the default layout, oldest first.</summary>
    public static string[] Runs(this World world) =>
        [
            .. Directory
                .EnumerateDirectories(Directory.EnumerateDirectories(world.PathOf("pimaudit-out")).Single())
                .Order(StringComparer.Ordinal),
        ];

    /// <param name="days">How long it holds from now on.</param>
    public static X509Certificate2 Certificate(this World world, int days = 100)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Auditor", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(world.Now.AddDays(-100), world.Now.AddDays(days));
    }

    public static void Write(this World world, string name, X509Certificate2 certificate, string password) =>
        File.WriteAllBytes(world.PathOf(name), certificate.Export(X509ContentType.Pfx, password));
}
