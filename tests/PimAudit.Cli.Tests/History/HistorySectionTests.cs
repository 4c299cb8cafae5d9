using NUnit.Framework;

namespace PimAudit.Cli.Tests.History;

public sealed class HistorySectionTests
{
    [TestCase("Host=db;Username=u;Password=hunter2")]
    [TestCase("Host=db;pwd=hunter2")]
    [TestCase("Data Source=history.db;Password=hunter2")]
    [TestCase("postgres://u:hunter2@db/audit")]
    public void A_password_in_the_file_is_refused_and_not_repeated(string connection)
    {
        var error = Read($"history: {{ connection: \"{connection}\" }}");

        Assert.That(error.Seen, Does.Contain("history.connection holds a password"));
        Assert.That(error.Seen, Does.Not.Contain("hunter2"));
    }

    [TestCase("history: { path: history.db }", "is not a key that PimAudit knows")]
    [TestCase("history: { }", "connection is missing")]
    [TestCase("history: { connection: { variable: A, file: B } }", "must name either a variable or a file")]
    [TestCase("history: { connection: { } }", "must name either a variable or a file")]
    public void What_cannot_be_meant_is_said(string text, string seen) =>
        Assert.That(Read(text).Seen, Does.Contain(seen));

    [Test]
    public async Task A_path_lies_beside_the_configuration()
    {
        using var world = RecordedWorld.Make().With("PIMAUDIT_HISTORY", "");
        Directory.CreateDirectory(world.PathOf("conf"));
        world.Write(
            "conf/pimaudit.yaml",
            File.ReadAllText(world.PathOf("pimaudit.yaml")) + "\nhistory: { connection: Data Source=kept/history.db }\n"
        );

        await world.ScanAsync(null, "--config", "conf/pimaudit.yaml");

        Assert.That(File.Exists(world.PathOf("conf/kept/history.db")), world.Error);
    }

    [Test]
    public async Task A_connection_string_can_be_kept_in_a_file()
    {
        using var world = RecordedWorld.Make().With("PIMAUDIT_HISTORY", "");
        world
            .Write("secret.txt", "Data Source=elsewhere.db\n")
            .Write(
                "pimaudit.yaml",
                File.ReadAllText(world.PathOf("pimaudit.yaml")) + "\nhistory: { connection: { file: secret.txt } }\n"
            );

        await world.ScanAsync();

        Assert.That(File.Exists(world.PathOf("elsewhere.db")), world.Error);
    }

    [Test]
    public async Task A_variable_that_is_not_set_is_named()
    {
        using var world = RecordedWorld.Make().With("PIMAUDIT_HISTORY", "");
        world.Write("pimaudit.yaml", "history: { connection: { variable: NOWHERE } }");

        Assert.That(await world.ScanAsync(), Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain("The variable NOWHERE is not set."));
    }

    private static Failure Read(string text) => Assert.Throws<Failure>(() => SettingsFile.Read(text, "pimaudit.yaml"))!;
}
