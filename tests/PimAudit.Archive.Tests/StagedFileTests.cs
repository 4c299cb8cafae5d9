using System.Text;
using NUnit.Framework;

namespace PimAudit.Archive.Tests;

public sealed class StagedFileTests
{
    [Test]
    public async Task Appears_whole_when_it_is_put_in_place_and_not_before()
    {
        using var scratch = new Scratch();
        using (var file = await Stage(scratch["a.txt"], "content"))
        {
            Assert.That(File.Exists(scratch["a.txt"]), Is.False);
            file.Commit();
        }

        Assert.That(
            (scratch.Names.Single(), await File.ReadAllTextAsync(scratch["a.txt"])),
            Is.EqualTo(("a.txt", "content"))
        );
    }

    [Test]
    public async Task Leaves_nothing_behind_when_nobody_puts_it_in_place()
    {
        using var scratch = new Scratch();
        (await Stage(scratch["a.txt"], "content")).Dispose();

        Assert.That(scratch.Names, Is.Empty);
    }

    [Test]
    public async Task A_disk_that_fills_up_leaves_what_was_there_and_no_half_file()
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["a.txt"], "before");

        Assert.That(
            async () =>
                await StagedFile.WriteAsync(
                    scratch["a.txt"],
                    async (stream, cancellation) =>
                    {
                        await stream.WriteAsync(Encoding.UTF8.GetBytes("half"), cancellation);
                        throw new IOException("No space left on device");
                    },
                    CancellationToken.None
                ),
            Throws.InstanceOf<IOException>()
        );
        Assert.That(
            (scratch.Names.Single(), await File.ReadAllTextAsync(scratch["a.txt"])),
            Is.EqualTo(("a.txt", "before"))
        );
    }

    [TestCase("content", false)]
    [TestCase("another", true)]
    [TestCase("longer content", true)]
    public async Task Knows_whether_it_would_replace_something_else(string there, bool expected)
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["a.txt"], there);
        using var file = await Stage(scratch["a.txt"], "content");

        Assert.That(file.WouldReplace, Is.EqualTo(expected));
    }

    [Test]
    public async Task Replaces_nothing_where_nothing_is()
    {
        using var scratch = new Scratch();
        using var file = await Stage(scratch["new/a.txt"], "content");

        Assert.That(file.WouldReplace, Is.False);
    }

    private static Task<StagedFile> Stage(string path, string content) =>
        StagedFile.WriteAsync(
            path,
            (stream, cancellation) => stream.WriteAsync(Encoding.UTF8.GetBytes(content), cancellation).AsTask(),
            CancellationToken.None
        );
}
