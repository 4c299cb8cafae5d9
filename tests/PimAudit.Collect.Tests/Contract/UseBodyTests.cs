using System.Globalization;
using System.Text.Json;
using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class UseBodyTests
{
    [Test]
    public void Reads_registered_methods() =>
        Assert.That(
            Body.Rows("user-registration-details", GraphJson.Default.Registrations)
                .Select(row => Body.Line(row.ToModel())),
            Is.EqualTo([
                Registration(106, isRegistered: true, "microsoftAuthenticatorPush", "softwareOneTimePasscode"),
                Registration(107, isRegistered: false),
                Registration(
                    108,
                    isRegistered: true,
                    "microsoftAuthenticatorPush",
                    "mobilePhone",
                    "softwareOneTimePasscode"
                ),
            ])
        );

    [TestCase("""{"id":"00000106-0000-4000-8000-000000000106","isMfaRegistered":true,"methodsRegistered":[]}""")]
    [TestCase("""{"id":"00000106-0000-4000-8000-000000000106","isMfaRegistered":true,"isMfaCapable":true}""")]
    [TestCase(
        """{"id":"00000106-0000-4000-8000-000000000106","isMfaRegistered":null,"isMfaCapable":true,"methodsRegistered":[]}"""
    )]
    public void A_row_of_the_report_that_does_not_say_what_it_is_for_is_malformed(string row) =>
        Assert.That(
            () =>
                JsonSerializer
                    .Deserialize($$"""{"value":[{{row}}]}""", GraphJson.Default.Registrations)!
                    .Value![0]
                    .ToModel(),
            Throws.InstanceOf<JsonException>()
        );

    [TestCase("""{"id":"00000106-0000-4000-8000-000000000106","signInActivity":null}""", null, null, null)]
    [TestCase("""{"id":"00000106-0000-4000-8000-000000000106"}""", null, null, null)]
    [TestCase(
        """{"id":"00000106-0000-4000-8000-000000000106","signInActivity":{"lastSignInDateTime":"2017-09-04T15:35:02Z","lastSignInRequestId":"x"}}""",
        "2017-09-04T15:35:02Z",
        null,
        null
    )]
    [TestCase(
        """{"id":"00000106-0000-4000-8000-000000000106","signInActivity":{"lastSignInDateTime":"0001-01-01T00:00:00Z","lastNonInteractiveSignInDateTime":"2026-09-30T01:00:00+02:00","lastSuccessfulSignInDateTime":"2026-09-29T00:00:00Z"}}""",
        null,
        "2026-09-29T23:00:00Z",
        "2026-09-29T00:00:00Z"
    )]
    public void Reads_sign_ins_where_null_means_never(string user, string? last, string? silent, string? success) =>
        Assert.That(
            JsonSerializer.Deserialize(user, GraphJson.Default.UserSignInRow)!.ToModel(),
            Is.EqualTo(new SignInActivity(Body.Id(106), Moment(last), Moment(silent), Moment(success)))
        );

    [Test]
    public void Reads_dates_of_credentials_in_order_and_nothing_else_of_them()
    {
        var rows = JsonSerializer
            .Deserialize(
                """
                {"value":[{"id":"00000067-0000-4000-8000-000000000067","appId":"00000068-0000-4000-8000-000000000068",
                  "passwordCredentials":[
                    {"keyId":"00000002-0000-4000-8000-000000000002","hint":"abc","secretText":"s","endDateTime":"2027-01-01T00:00:00Z","startDateTime":"2026-01-01T00:00:00Z"},
                    {"keyId":null,"endDateTime":null}],
                  "keyCredentials":[{"keyId":"00000001-0000-4000-8000-000000000001","key":"AAAA","customKeyIdentifier":"BBBB","endDateTime":"2026-11-01T00:00:00Z"}]}]}
                """,
                GraphJson.Default.Applications
            )!
            .Value!.Select(row => Body.Line(row.ToModel()));

        Assert.That(
            rows,
            Is.EqualTo([
                Body.Line(
                    new Application(
                        Body.Id(67),
                        Body.Id(68),
                        DisplayName: null,
                        [
                            new(CredentialKind.Password, KeyId: null, StartsAt: null, EndsAt: null),
                            new(
                                CredentialKind.Password,
                                Body.Id(2),
                                Moment("2026-01-01T00:00:00Z"),
                                Moment("2027-01-01T00:00:00Z")
                            ),
                            new(CredentialKind.Key, Body.Id(1), StartsAt: null, Moment("2026-11-01T00:00:00Z")),
                        ]
                    )
                ),
            ])
        );
    }

    [TestCase("""{"id":"00000067-0000-4000-8000-000000000067","passwordCredentials":[]}""")]
    [TestCase("""{"id":"00000067-0000-4000-8000-000000000067","keyCredentials":[]}""")]
    [TestCase("""{"id":"00000067-0000-4000-8000-000000000067","passwordCredentials":null,"keyCredentials":null}""")]
    public void Half_of_the_credentials_are_unknown_credentials(string principal) =>
        Assert.That(
            JsonSerializer
                .Deserialize($$"""{"value":[{{principal}}]}""", GraphJson.Default.ServicePrincipals)!
                .Value!.Select(row => row.ToModel().Credentials),
            Is.EqualTo(new System.Collections.Immutable.ImmutableArray<Credential>?[] { null })
        );

    private static string Registration(int number, bool isRegistered, params string[] methods) =>
        Body.Line(
            new RegistrationDetails(
                Body.Id(number),
                isRegistered,
                isRegistered,
                IsAdmin: false,
                [.. methods],
                Moment("2023-03-13T19:15:41.6195833Z")
            )
        );

    private static DateTimeOffset? Moment(string? text) =>
        text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
