using NUnit.Framework;
using PimAudit.Access;
using PimAudit.TestKit;

namespace PimAudit.Query.Tests;

/// <summary>A query reads the views, and can do nothing else.</summary>
public sealed class RefusalTests
{
    [TestCase("INSERT INTO people (id) VALUES ('x')", "Writing is refused")]
    [TestCase("REPLACE INTO people (id) VALUES ('x')", "Writing is refused")]
    [TestCase("UPDATE people SET is_guest = 0", "Writing is refused")]
    [TestCase("DELETE FROM people", "Writing is refused")]
    [TestCase("WITH x AS (SELECT 1) DELETE FROM people", "Writing is refused")]
    [TestCase("INSERT INTO people (id) VALUES ('x') RETURNING id", "Writing is refused")]
    [TestCase("CREATE TABLE mine (id)", "Creating, changing or dropping a table is refused")]
    [TestCase("CREATE TEMP TABLE mine (id)", "Creating, changing or dropping a table is refused")]
    [TestCase("CREATE TEMP VIEW mine AS SELECT 1", "is refused: a query only reads")]
    [TestCase("CREATE INDEX i ON people (id)", "Creating, changing or dropping a table is refused")]
    [TestCase("CREATE TEMP TRIGGER t AFTER INSERT ON people BEGIN SELECT 1; END", "is refused: a query only reads")]
    [TestCase("CREATE VIRTUAL TABLE f USING fts5(a)", "is refused: a query only reads")]
    [TestCase("DROP TABLE people", "Creating, changing or dropping a table is refused")]
    [TestCase("ALTER TABLE people RENAME TO them", "is refused: a query only reads")]
    [TestCase("ANALYZE", "is refused: a query only reads")]
    [TestCase("REINDEX", "Only SELECT is answered.")]
    [TestCase("ATTACH 'other.db' AS other", "Opening or closing another database is refused")]
    [TestCase("DETACH main", "Opening or closing another database is refused")]
    [TestCase("VACUUM", "Only SELECT is answered.")]
    [TestCase("VACUUM INTO 'copy.db'", "Only SELECT is answered.")]
    [TestCase("PRAGMA query_only = 0", "PRAGMA is refused")]
    [TestCase("PRAGMA database_list", "PRAGMA is refused")]
    [TestCase("BEGIN", "A transaction is refused")]
    [TestCase("SAVEPOINT s", "A transaction is refused")]
    [TestCase("EXPLAIN SELECT 1", "EXPLAIN is refused.")]
    [TestCase("EXPLAIN QUERY PLAN SELECT 1", "EXPLAIN is refused.")]
    [TestCase("SELECT ?1", "Parameters are refused")]
    [TestCase("SELECT :name", "Parameters are refused")]
    [TestCase("-- nothing", "There is no statement.")]
    [TestCase(" ;", "There is no statement.")]
    [TestCase("", "There is no statement.")]
    [TestCase("SELECT 1\0; DELETE FROM people", "There is no statement.")]
    public void A_statement_that_is_no_select_is_refused(string sql, string words) =>
        Assert.That(Refused(sql).Message, Does.Contain(words));

    [TestCase("SELECT 1; SELECT 2")]
    [TestCase("SELECT 1; DROP TABLE people")]
    [TestCase("SELECT 1;; ; DELETE FROM people -- gone")]
    [TestCase("SELECT 1; nonsense")]
    public void A_second_statement_is_refused_and_not_left_out(string sql) =>
        Assert.That(Refused(sql).Message, Is.EqualTo("A second statement is refused."));

    [TestCase("SELECT 1;")]
    [TestCase("SELECT 1 ; -- a comment")]
    [TestCase("/* before */ SELECT 1; ; /* after */")]
    public void Comments_and_semicolons_may_follow(string sql) =>
        Assert.That(Asked.Rows(A.Tenant, sql), Is.EqualTo(["1"]));

    [TestCase("load_extension('x.so')")]
    [TestCase("readfile('/etc/hostname')")]
    [TestCase("writefile('x', 'y')")]
    [TestCase("edit('x')")]
    [TestCase("fts3_tokenizer('simple')")]
    [TestCase("random()")]
    [TestCase("randomblob(4)")]
    [TestCase("zeroblob(1000000000)")]
    [TestCase("sqlite_version()")]
    [TestCase("changes()")]
    [TestCase("last_insert_rowid()")]
    [TestCase("timediff('now', '2026-01-01')")]
    [TestCase("sqlite_compileoption_get(1)")]
    public void A_function_that_is_not_on_the_list_is_refused(string call)
    {
        var name = call[..call.IndexOf('(', StringComparison.Ordinal)];
        var refused = Refused($"SELECT {call}");

        Assert.That(
            (refused.Message, refused.Seen),
            Is.AnyOf(
                ("The query calls a function that is refused.", $"{name}()"),
                ("The query cannot be understood or answered.", $"no such function: {name}")
            )
        );
    }

    [TestCase("sqlite_master")]
    [TestCase("sqlite_schema")]
    [TestCase("sqlite_temp_master")]
    [TestCase("pragma_table_info('people')")]
    [TestCase("pragma_database_list")]
    [TestCase("fts3tokenize")]
    public void A_table_of_the_database_itself_is_refused(string table) =>
        Assert.Multiple(() =>
        {
            Assert.That(Refused($"SELECT * FROM {table}").Message, Does.Contain("refused").Or.Contain("understood"));
            Assert.That(
                Refused($"SELECT count(*) FROM {table}").Message,
                Does.Contain("refused").Or.Contain("understood")
            );
        });

    [Test]
    public void A_misspelt_column_is_an_error_even_in_double_quotes()
    {
        var refused = Refused("SELECT id FROM people WHERE \"is_gest\" = '1'");

        Assert.That(refused.Seen, Does.Contain("no such column: \"is_gest\""));
        Assert.That(refused.Remedy, Does.Contain("is_guest").And.Contain("'single quotes'"));
    }

    [Test]
    public void A_misspelt_view_is_answered_with_the_views() =>
        Assert.That(Refused("SELECT * FROM persons").Remedy, Does.Contain("access_paths"));

    [Test]
    public void What_was_refused_changes_nothing()
    {
        using var query = SnapshotQuery.Open(AccessMap.Resolve(A.Tenant.Users("Ada")));
        foreach (var sql in new[] { "DELETE FROM people", "SELECT 1; DROP TABLE people", "PRAGMA writable_schema = 1" })
            Assert.Throws<QueryRefusedException>(() => query.Ask(sql, QueryLimits.Default));

        Assert.That(Asked.Rows(query.Ask("SELECT display_name FROM people", QueryLimits.Default)), Is.EqualTo(["Ada"]));
    }

    private static QueryRefusedException Refused(string sql) =>
        Assert.Throws<QueryRefusedException>(() => Asked.Of(A.Tenant.Users("Ada"), sql))!;
}
