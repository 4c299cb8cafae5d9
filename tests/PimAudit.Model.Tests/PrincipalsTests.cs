using NUnit.Framework;

namespace PimAudit.Model.Tests;

public sealed class PrincipalsTests
{
    private static readonly User Member = new(
        new Guid("00000000-0000-0000-0000-00000000000a"),
        "Guest Speaker",
        "guest.speaker_partner.example#EXT#@contoso.example",
        IsEnabled: true,
        UserType: "Member",
        CreationType: null,
        ExternalUserState: null,
        IsSynchronised: false,
        CreatedAt: null,
        Plans: null
    );

    [Test]
    public void The_text_of_a_name_makes_nobody_a_guest() => Assert.That(Member.IsGuest, Is.False);

    [Test]
    public void User_type_creation_type_and_external_state_each_make_a_guest()
    {
        User[] guests =
        [
            Member with
            {
                UserType = "guest",
            },
            Member with
            {
                CreationType = "Invitation",
            },
            Member with
            {
                ExternalUserState = "Accepted",
            },
        ];

        Assert.That(guests.Select(user => user.IsGuest), Is.EqualTo(new bool?[] { true, true, true }));
    }

    [Test]
    public void A_user_whose_type_was_not_read_may_be_a_guest() =>
        Assert.That((Member with { UserType = null }).IsGuest, Is.Null);
}
