using NUnit.Framework;

namespace PimAudit.Model.Tests;

public sealed class AuthenticationMethodsTests
{
    [TestCase("fido2SecurityKey", "fido2", true)]
    [TestCase("passKeySynced", "FIDO2", true)]
    [TestCase("macOsSecureEnclaveKey", "windowsHelloForBusiness", true)]
    [TestCase("mobilePhone", "password,sms", true)]
    [TestCase("mobilePhone", "password, voice", true)]
    [TestCase("mobilePhone", "password,softwareOath", false)]
    [TestCase("microsoftAuthenticatorPush", "deviceBasedPush", false)]
    [TestCase("microsoftAuthenticatorPasswordless", "deviceBasedPush", true)]
    [TestCase("fido2SecurityKey", "x509CertificateMultiFactor", false)]
    [TestCase("somethingNew", "fido2", false)]
    [TestCase("fido2SecurityKey", "federatedMultiFactor", null)]
    [TestCase("fido2SecurityKey", "fido2,somethingNew", null)]
    [TestCase("mobilePhone", "fido2,somethingNew", false)]
    public void Tells_whether_a_method_satisfies_a_combination(string method, string combination, bool? satisfies) =>
        Assert.That(AuthenticationMethods.Satisfy([method], combination), Is.EqualTo(satisfies));

    [Test]
    public void Two_methods_may_satisfy_what_neither_does_alone() =>
        Assert.That(
            AuthenticationMethods.Satisfy(["mobilePhone", "softwareOneTimePasscode"], "sms,softwareOath"),
            Is.True
        );

    [TestCase("efb87545-963c-4e0d-99df-69c6916d9eb0", true)]
    [TestCase("113feb6c-3fe4-4440-bddc-54d774bf0318", false)]
    [TestCase("eec0eb4f-6444-4f95-aba0-50c24d67f998", false)]
    public void Exchange_foundation_and_entra_plans_give_no_mailbox(string plan, bool isMailbox) =>
        Assert.That(ProductivityPlans.GiveMailbox(new Guid(plan)), Is.EqualTo(isMailbox));
}
