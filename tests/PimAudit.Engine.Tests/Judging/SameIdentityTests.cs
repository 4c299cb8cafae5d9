using System.Collections.Immutable;
using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Engine.Tests;

/// <summary>What counts as one subject of a rule: the object with its identity, however that is written.</summary>
public sealed class SameIdentityTests
{
    private static readonly ObjectRef Ada = StubRule.Person(1);
    private static readonly ObjectRef Role = StubRule.Person(2);
    private static readonly ObjectRef Scope = StubRule.Person(3);

    [Test]
    public void Order_repetition_and_the_subject_itself_make_no_other_identity() =>
        Assert.That(
            Counted(
                Of(Ada, Role, Scope),
                Of(Ada, Scope, Role),
                Of(Ada, Role, Scope, Role),
                Of(Ada, Scope, Scope, Role, Ada)
            ),
            Is.EqualTo(1)
        );

    [Test]
    public void Another_subject_or_another_part_makes_another_identity() =>
        Assert.That(
            Counted(Of(Ada), Of(Ada, Role), Of(Ada, Scope), Of(Ada, Role, Scope), Of(Role), Of(Role, Ada)),
            Is.EqualTo(6)
        );

    [Test]
    public void An_object_of_another_kind_with_the_same_id_is_another() =>
        Assert.That(Counted(Of(Ada, Role), Of(Ada, Role with { Kind = ObjectKind.Group })), Is.EqualTo(2));

    [Test]
    public void Names_make_no_other_identity() =>
        Assert.That(
            Counted(Of(Ada, Role), Of(Ada with { DisplayName = "Other" }, Role with { DisplayName = "Else" })),
            Is.EqualTo(1)
        );

    /// <summary>Counted by one number for those that meet the rule and those that break it.</summary>
    [Test]
    public void What_a_finding_would_remove_is_the_identity_of_a_subject_that_breaks_the_rule() =>
        Assert.That(
            Judged
                .By(
                    StubRule.Saying(
                        StubRule.Breaks(Ada, null, Role),
                        new Judgement.Meets(Ada) { Identity = [Role] },
                        new Judgement.Meets(Ada) { Identity = [Scope] }
                    )
                )
                .Rules.Single()
                .Counts.Judged,
            Is.EqualTo(2)
        );

    [Test]
    public void Blind_subjects_are_told_once_each_by_subject_then_identity()
    {
        var gap = new Gap(SnapshotParts.GroupMembers, MissingReason.Throttled, "429");
        Judgement.Blind Blind(ObjectRef subject, params ImmutableArray<ObjectRef> identity) =>
            new(subject, gap) { Identity = identity };

        var rule = Judged
            .By(StubRule.Saying(Blind(Role), Blind(Ada, Scope), Blind(Scope, Ada), Blind(Ada, Scope, Scope)))
            .Rules.Single();

        Assert.That(rule.Blind.Select(one => one.Subject), Is.EqualTo([Ada, Role, Scope]));
    }

    private static Judgement.Meets Of(ObjectRef subject, params ImmutableArray<ObjectRef> identity) =>
        new(subject) { Identity = identity };

    private static int Counted(params Judgement[] judgements) =>
        Judged.By(StubRule.Saying(judgements)).Rules.Single().Counts.Judged;
}
