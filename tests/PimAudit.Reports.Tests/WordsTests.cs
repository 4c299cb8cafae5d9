using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Reports.Tests;

public sealed class WordsTests
{
    /// <summary>Characters of the narrowest column that names a part.</summary>
    private const int Narrowest = 24;

    private static IEnumerable<string> Parts =>
        Enum.GetValues<SnapshotParts>().Where(part => part is not SnapshotParts.None).Select(PartNames.Of);

    [Test]
    public void Every_part_has_a_noun_of_its_own() => Assert.That(Parts, Is.Unique);

    [Test]
    public void Every_noun_fits_its_column() =>
        Assert.That(Parts.Where(noun => noun.Length > Narrowest || !char.IsUpper(noun[0])), Is.Empty);

    [TestCase(SnapshotParts.RoleAssignableGroups, "role-assignable groups")]
    [TestCase(SnapshotParts.SignInActivity, "last sign-ins")]
    [TestCase(SnapshotParts.ConditionalAccessPolicies, "Conditional Access")]
    public void In_a_sentence_only_Microsofts_own_names_keep_their_capitals(SnapshotParts part, string noun) =>
        Assert.That(PartNames.InSentence(part), Is.EqualTo(noun));
}
