using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using NUnit.Framework;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.Evidence;

public sealed class SigningTests
{
    private const string Pfx = "signing: { certificate: sign.pfx, password: { variable: SIGNING } }";

    [Test]
    public async Task A_configured_certificate_signs_every_run()
    {
        using var world = new World().With("SIGNING", "secret word");
        using var certificate = world.Certificate();
        world.Write("sign.pfx", certificate, "secret word");
        world.Write("trusted.pem", certificate.ExportCertificatePem());
        await world.ScanAsync(Pfx);
        world.Now = world.Now.AddDays(1);
        await world.ScanAsync(Pfx);

        Assert.That(
            await world.RunAsync("verify", "pimaudit-out", "--trust", "trusted.pem"),
            Is.Zero,
            world.Out + world.Error
        );
        Assert.That(world.Out, Does.Contain("signed by CN=Auditor (trusted; revocation is not looked up)"));
    }

    [Test]
    public async Task Whom_nobody_trusts_is_named()
    {
        using var world = new World();
        using var certificate = world.Certificate();
        using var other = world.Certificate();
        world.Write("sign.pem", certificate.ExportCertificatePem());
        world.Write("sign.key", certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        world.Write("other.pem", other.ExportCertificatePem());
        await world.ScanAsync("signing: { certificate: sign.pem, key: sign.key }");

        int[] codes =
        [
            await world.RunAsync("verify", "pimaudit-out"),
            await world.RunAsync("verify", "pimaudit-out", "--trust", "other.pem"),
        ];
        Assert.That(codes, Is.EqualTo(new[] { 0, 1 }), world.Out + world.Error);
        Assert.That(
            world.Out,
            Does.Contain("(not checked against a trusted certificate)")
                .And.Contain("The signature is of another certificate.")
        );
    }

    [TestCase("secret word", 100, "sign.pfx", true)]
    [TestCase("another word", 100, "sign.pfx", false)]
    [TestCase("secret word", -1, "sign.pfx", false)]
    [TestCase("secret word", 100, "none.pfx", false)]
    [TestCase("", 100, "sign.pfx", false)]
    public async Task What_cannot_sign_is_refused_before_anything_is_read(
        string password,
        int days,
        string file,
        bool canSign
    )
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        using var world = World.Of(graph).With("SIGNING", password);
        using var certificate = world.Certificate(days);
        world.Write("sign.pfx", certificate, "secret word");
        world.Write("pimaudit.yaml", Pfx.Replace("sign.pfx", file, StringComparison.Ordinal));

        var code = await world.RunAsync(
            "scan",
            "--out",
            "run",
            "--quiet",
            "--format",
            "json",
            "--fail-on",
            "none",
            "--allow-incomplete"
        );

        Assert.That((code, graph.Requests.Count > 0), Is.EqualTo((canSign ? 0 : 2, canSign)), world.Error);
        Assert.That(world.Error, Does.Not.Contain("another word"));
    }

    [Test]
    public async Task A_certificate_without_its_key_is_refused()
    {
        using var world = new World();
        using var certificate = world.Certificate();
        world.Write("sign.pem", certificate.ExportCertificatePem());

        Assert.That(await world.ScanAsync("signing: { certificate: sign.pem }"), Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain("The signing certificate sign.pem cannot be used."));
    }

    [TestCase("signing: { certificate: a.pfx, password: secret }", "holds a secret")]
    [TestCase("signing: { thumbprint: 12 }", "40 hex digits")]
    [TestCase("signing: {}", "must name a file")]
    [TestCase("signing: { certificate: a.pfx, thumbprint: 0000000000000000000000000000000000000000 }", "not both")]
    [TestCase("signing: { certificat: a.pfx }", "did you mean 'certificate'?")]
    public void What_cannot_be_meant_is_refused(string text, string expected) =>
        Assert.That(
            Assert.Throws<Failure>(() => SettingsFile.Read(text, "pimaudit.yaml"))!.Seen,
            Does.Contain(expected)
        );

    /// <summary>The command of the documentation, by a program that is not ours.</summary>
    [Test]
    public async Task Openssl_verifies_the_signature_too()
    {
        using var world = new World();
        using var certificate = world.Certificate();
        world.Write("sign.pem", certificate.ExportCertificatePem());
        world.Write("sign.key", certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        await world.ScanAsync("signing: { certificate: sign.pem, key: sign.key }", "--out", "run");
        string[] command =
        [
            "cms",
            "-verify",
            "-binary",
            "-inform",
            "DER",
            "-in",
            "run/manifest.json.p7s",
            "-content",
            "run/manifest.json",
            "-CAfile",
            "sign.pem",
            "-no_check_time",
            "-purpose",
            "any",
            "-out",
            "verified.json",
        ];

        Assert.That(await OpensslAsync(world, command), Is.Zero);
        await File.AppendAllTextAsync(world.PathOf("run/manifest.json"), " ");
        Assert.That(await OpensslAsync(world, command), Is.Not.Zero);
    }

    private static async Task<int> OpensslAsync(World world, string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("openssl", arguments)
                {
                    WorkingDirectory = world.Folder,
                    RedirectStandardError = true,
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                }
            )!;
            await Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
            await process.WaitForExitAsync();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("openssl is not installed.");
            return 0;
        }
    }
}
