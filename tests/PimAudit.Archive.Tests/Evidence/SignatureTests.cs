using System.Security.Cryptography.X509Certificates;
using NUnit.Framework;

namespace PimAudit.Archive.Tests.Evidence;

public sealed class SignatureTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task A_signature_of_a_trusted_certificate_holds(bool isRsa)
    {
        using var certificate = isRsa ? TestCertificates.Rsa("CN=Signer") : TestCertificates.EllipticCurve("CN=Signer");
        using var runs = await ChainedRuns.OfAsync(2, TestCertificates.Signer(certificate));
        var verified = await runs.VerifyAsync(trusted: TrustedCertificates.Of(certificate));

        Assert.That(verified.Holds, Is.True);
        Assert.That(
            verified.Runs.Select(run => (run.Signature!.Subject, run.Signature.At, run.Signature.IsTrusted)),
            Is.EqualTo(
                new[] { ("CN=Signer", ChainedRuns.EndOf(0), (bool?)true), ("CN=Signer", ChainedRuns.EndOf(1), true) }
            )
        );
    }

    [Test]
    public async Task Without_trusted_certificates_it_is_held_to_its_mathematics()
    {
        using var certificate = TestCertificates.EllipticCurve("CN=Anybody");
        using var runs = await ChainedRuns.OfAsync(1, TestCertificates.Signer(certificate));
        var verified = await runs.VerifyAsync();

        Assert.That((verified.Holds, verified.Runs.Single().Signature!.IsTrusted), Is.EqualTo((true, (bool?)null)));
    }

    [Test]
    public async Task A_root_vouches_for_whom_it_issued_and_for_nobody_else()
    {
        using var root = TestCertificates.Root("CN=Root");
        using var other = TestCertificates.Root("CN=Root");
        using var certificate = TestCertificates.IssuedBy(root, "CN=Signer");
        using var runs = await ChainedRuns.OfAsync(1, TestCertificates.Signer(certificate));

        Assert.That(await runs.ProblemsAsync(trusted: TrustedCertificates.Of(root)), Is.Empty);
        Assert.That(
            await runs.ProblemsAsync(trusted: TrustedCertificates.Of(other)),
            Is.EqualTo(new[] { "0: WrongCertificate manifest.json.p7s" })
        );
    }

    [Test]
    public async Task Another_certificate_is_named()
    {
        using var mine = TestCertificates.EllipticCurve("CN=Signer");
        using var other = TestCertificates.EllipticCurve("CN=Signer");
        using var runs = await ChainedRuns.OfAsync(1, TestCertificates.Signer(other));

        var run = (await runs.VerifyAsync(trusted: TrustedCertificates.Of(mine))).Runs.Single();
        Assert.That(
            (run.Problems.Single().Fault, run.Signature!.IsTrusted),
            Is.EqualTo((EvidenceFault.WrongCertificate, (bool?)false))
        );
    }

    [Test]
    public async Task The_signature_of_another_run_is_named()
    {
        using var certificate = TestCertificates.EllipticCurve("CN=Signer");
        using var runs = await ChainedRuns.OfAsync(2, TestCertificates.Signer(certificate));
        File.Copy(runs.PathOf(0, "manifest.json.p7s"), runs.PathOf(1, "manifest.json.p7s"), overwrite: true);

        Assert.That(await runs.ProblemsAsync(), Is.EqualTo(new[] { "1: BadSignature manifest.json.p7s" }));
    }

    [TestCase(0, false)]
    [TestCase(-1, true)]
    public async Task A_certificate_that_had_expired_when_it_signed_is_named(int seconds, bool isExpired)
    {
        using var certificate = TestCertificates.EllipticCurve("CN=Signer", ChainedRuns.EndOf(0).AddSeconds(seconds));
        using var runs = await ChainedRuns.OfAsync(1, TestCertificates.Signer(certificate));

        Assert.That(
            await runs.ProblemsAsync(trusted: TrustedCertificates.Of(certificate)),
            Is.EqualTo(isExpired ? ["0: BadSignature manifest.json.p7s"] : Array.Empty<string>())
        );
    }

    [Test]
    public async Task A_run_without_signature_after_signed_ones_is_named()
    {
        using var certificate = TestCertificates.EllipticCurve("CN=Signer");
        using var runs = await ChainedRuns.OfAsync(3, TestCertificates.Signer(certificate));
        File.Delete(runs.PathOf(2, "manifest.json.p7s"));

        Assert.That(await runs.ProblemsAsync(), Is.EqualTo(new[] { "2: MissingSignature manifest.json.p7s" }));
    }

    [Test]
    public async Task A_signed_run_vouches_for_those_before_it()
    {
        using var certificate = TestCertificates.EllipticCurve("CN=Signer");
        using var runs = await ChainedRuns.OfAsync(1);
        await runs.AddAsync(1, TestCertificates.Signer(certificate));

        Assert.That(await runs.ProblemsAsync(trusted: TrustedCertificates.Of(certificate)), Is.Empty);
    }

    [Test]
    public async Task A_run_that_no_signature_vouches_for_does_not_hold_where_one_is_asked_for()
    {
        using var certificate = TestCertificates.EllipticCurve("CN=Signer");
        using var runs = await ChainedRuns.OfAsync(2);

        Assert.That(await runs.ProblemsAsync(), Is.Empty);
        Assert.That(
            await runs.ProblemsAsync(trusted: TrustedCertificates.Of(certificate)),
            Is.EqualTo(new[] { "0: MissingSignature manifest.json.p7s", "1: MissingSignature manifest.json.p7s" })
        );
    }

    [Test]
    public async Task A_wrong_signature_vouches_for_nothing()
    {
        using var mine = TestCertificates.EllipticCurve("CN=Signer");
        using var other = TestCertificates.EllipticCurve("CN=Other");
        using var runs = await ChainedRuns.OfAsync(1);
        await runs.AddAsync(1, TestCertificates.Signer(other));

        Assert.That(
            await runs.ProblemsAsync(trusted: TrustedCertificates.Of(mine)),
            Is.EqualTo(new[] { "0: MissingSignature manifest.json.p7s", "1: WrongCertificate manifest.json.p7s" })
        );
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(100)]
    public async Task A_signature_that_was_cut_short_is_named(int length)
    {
        using var certificate = TestCertificates.EllipticCurve("CN=Signer");
        using var runs = await ChainedRuns.OfAsync(1, TestCertificates.Signer(certificate));
        var path = runs.PathOf(0, "manifest.json.p7s");
        await File.WriteAllBytesAsync(path, (await File.ReadAllBytesAsync(path))[..length]);

        Assert.That(await runs.ProblemsAsync(), Is.EqualTo(new[] { "0: BadSignature manifest.json.p7s" }));
    }

    [Test]
    public void Trusted_certificates_are_read_from_a_folder_and_from_a_file()
    {
        using var scratch = new Scratch();
        using var certificate = TestCertificates.EllipticCurve("CN=Signer");
        File.WriteAllText(scratch["one.pem"], certificate.ExportCertificatePem());
        File.WriteAllBytes(scratch["two.cer"], certificate.Export(X509ContentType.Cert));

        Assert.That(() => TrustedCertificates.Read(scratch.Folder), Throws.Nothing);
        Assert.That(() => TrustedCertificates.Read(scratch["two.cer"]), Throws.Nothing);
    }

    [Test]
    public void A_folder_or_a_file_without_certificates_is_refused()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["one.pem"], "nothing");

        Assert.That(() => TrustedCertificates.Read(scratch["one.pem"]), Throws.InstanceOf<ArchiveException>());
        Assert.That(() => TrustedCertificates.Read(scratch["none.pem"]), Throws.InstanceOf<ArchiveException>());
        File.Delete(scratch["one.pem"]);
        Assert.That(() => TrustedCertificates.Read(scratch.Folder), Throws.InstanceOf<ArchiveException>());
    }
}
