using NUnit.Framework;

namespace PimAudit.Engine.Tests;

public sealed class LiteralPrefixTests
{
    [TestCase(@"^RAG - \S.*$", "RAG - ")]
    [TestCase("^RAG", "RAG")]
    [TestCase(@"^PIM\.role\-\w+", "PIM.role-")]
    [TestCase("^role_[A-Z]{3}", "role_")]
    [TestCase("^ab+c", "ab")]
    public void Is_the_text_before_the_first_mark(string pattern, string prefix) =>
        Assert.That(LiteralPrefix.Of(pattern), Is.EqualTo(prefix));

    [TestCase("^RAGS?-", "RAG")]
    [TestCase("^RAGS*-", "RAG")]
    [TestCase("^RAGS{0,1}-", "RAG")]
    [TestCase(@"^RAG\-?x", "RAG")]
    public void Leaves_out_a_letter_that_may_be_absent(string pattern, string prefix) =>
        Assert.That(LiteralPrefix.Of(pattern), Is.EqualTo(prefix));

    [TestCase("RAG - ")]
    [TestCase(".*RAG")]
    [TestCase("^.*RAG")]
    [TestCase("^(RAG|ROLE)-")]
    [TestCase("^RAG-|^ROLE-")]
    [TestCase("^(?i)rag")]
    [TestCase("^[Rr]AG")]
    [TestCase(@"^\d+")]
    [TestCase("^a?")]
    [TestCase("^")]
    [TestCase("")]
    public void Is_nothing_where_names_may_begin_differently(string pattern) =>
        Assert.That(LiteralPrefix.Of(pattern), Is.Null);
}
