using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace PimAudit.History.Tests.Opening;

public sealed class RefusalTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("pimaudit-history-").FullName;

    [OneTimeTearDown]
    public void Clear() => Directory.Delete(folder, recursive: true);

    [TestCase("")]
    [TestCase("hunter2")]
    [TestCase("Password=hunter2")]
    [TestCase("Host=localhost;Passwort=hunter2")]
    [TestCase("Host=localhost;Port=hunter2")]
    [TestCase("Data Source=:memory:;Password=hunter2")]
    [TestCase("Data Source=history.db;Mode=Memory")]
    [TestCase("Data Source=file:hunter2")]
    public async Task A_connection_string_that_cannot_be_meant_is_not_repeated(string connection)
    {
        var error = await RefusedAsync(connection);

        Assert.That(error.Message, Does.StartWith("The connection string of the history cannot be used."));
        Assert.That(error.Message, Does.Not.Contain("hunter2"));
    }

    [Test]
    public async Task A_file_that_is_no_database_is_refused_and_kept()
    {
        var path = PathOf("notes.txt");
        await File.WriteAllTextAsync(path, new string('x', 5000));

        var error = await RefusedAsync($"Data Source={path}");

        Assert.That(error.Message, Does.StartWith($"Cannot open the history {path}.").And.Contain("not a database"));
        Assert.That(await File.ReadAllTextAsync(path), Is.EqualTo(new string('x', 5000)));
    }

    [Test]
    public async Task A_database_of_something_else_is_refused_and_kept()
    {
        var path = PathOf("other.db");
        await using (var other = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await other.OpenAsync();
            await using var make = new SqliteCommand("CREATE TABLE invoices (id INTEGER)", other);
            await make.ExecuteNonQueryAsync();
        }
        var bytes = await File.ReadAllBytesAsync(path);

        var error = await RefusedAsync($"Data Source={path}");

        Assert.That(error.Message, Does.Contain("is no history").And.Contain("invoices"));
        Assert.That(await File.ReadAllBytesAsync(path), Is.EqualTo(bytes));
    }

    [Test]
    public async Task A_new_file_is_its_owners_alone()
    {
        if (OperatingSystem.IsWindows())
            return;

        var path = Path.Combine(folder, "new", "history.db");

        await using var history = await HistoryDatabase.OpenAsync($"Data Source={path}", TimeProvider.System, default);

        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.That(File.GetUnixFileMode(path), Is.EqualTo(Owner));
        Assert.That(File.GetUnixFileMode(Path.GetDirectoryName(path)!), Is.EqualTo(Owner | UnixFileMode.UserExecute));
    }

    [Test]
    public async Task A_server_that_does_not_answer_is_named_without_the_password()
    {
        var error = await RefusedAsync("Host=127.0.0.1;Port=1;Username=u;Password=hunter2;Database=audit");

        Assert.That(error.Message, Does.StartWith("Cannot open the history 127.0.0.1:1/audit."));
        Assert.That(error.Message.Split('\n'), Has.Length.EqualTo(4));
        Assert.That(error.ToString(), Does.Not.Contain("hunter2"));
    }

    [Test]
    public async Task A_wrong_password_is_not_repeated()
    {
        var server = await Servers.OneAsync();

        var error = await RefusedAsync(server.ConnectionTo("postgres", "hunter2"));

        Assert.That(error.Message, Does.Contain("password authentication failed").And.Contain("Correct user and"));
        Assert.That(error.ToString(), Does.Not.Contain("hunter2"));
    }

    [Test]
    public async Task A_database_that_is_not_there_is_named()
    {
        var server = await Servers.OneAsync();

        var error = await RefusedAsync(server.ConnectionTo("nowhere"));

        Assert.That(error.Message, Does.Contain("\"nowhere\" does not exist").And.Contain("Create the database"));
    }

    private string PathOf(string name) => Path.Combine(folder, name);

    private static async Task<HistoryException> RefusedAsync(string connection) =>
        (
            await Assert.ThrowsAsync<HistoryException>(async () =>
            {
                await using var history = await HistoryDatabase.OpenAsync(connection, TimeProvider.System, default);
            })
        )!;
}
