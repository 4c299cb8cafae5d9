using System.Collections.Immutable;
using System.Text;
using PimAudit.Archive;
using PimAudit.Engine;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PimAudit.Cli;

/// <summary>A change to the waivers of a configuration.</summary>
/// <param name="Text">The whole text as it is to be.</param>
/// <param name="Waivers">What must then be read from it.</param>
internal sealed record WaiverChange(string Text, ImmutableArray<Waiver> Waivers);

/// <summary>
/// Changes the waivers in a configuration file: one process at a time, whole or not at all, and only where the file then reads
/// as it did but for the waivers.
/// </summary>
internal sealed class WaiverEditor(string path)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>EEXIST, and ERROR_FILE_EXISTS as a result.</summary>
    private const int FileExists = 17;
    private const int FileExistsOnWindows = unchecked((int)0x80070050);

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <param name="change">
    /// Gets the file as it is at that moment, read and as text, and says what it is to become; null leaves it alone.
    /// </param>
    /// <exception cref="Failure">The file cannot be used; it is as it was.</exception>
    /// <exception cref="FormatException">The text cannot be changed without risk; it is as it was.</exception>
    public async Task EditAsync(Func<Settings, string, WaiverChange?> change, CancellationToken cancellation)
    {
        await using var alone = await LockAsync(cancellation);
        var bytes = await File.ReadAllBytesAsync(path, cancellation);
        var (mark, before) = Decode(bytes);
        if (change(SettingsFile.Read(before, path), before) is not { } after)
            return;

        Check(before, after);
        var now = await File.ReadAllBytesAsync(path, cancellation);
        if (!now.AsSpan().SequenceEqual(bytes))
            throw Refused("Somebody else has just changed the file.", "Run this again.");
        await AtomicFile.ReplaceAsync(path, [.. mark, .. Strict.GetBytes(after.Text)], cancellation);
    }

    public static Failure Refused(string seen, string remedy) =>
        new(
            ExitCode.Usage,
            "The configuration cannot be changed without risk.",
            seen,
            "The file is as it was.",
            remedy
        );

    /// <summary>The waivers are those that are meant, and nothing else has changed its meaning.</summary>
    /// <exception cref="FormatException">It is not so.</exception>
    private void Check(string before, WaiverChange after)
    {
        Settings settings;
        try
        {
            settings = SettingsFile.Read(after.Text, path);
        }
        catch (Failure failure)
        {
            throw new FormatException($"With the change the file could not be used: {failure.Seen}", failure);
        }

        if (!settings.Audit.Waivers.Select(Words).SequenceEqual(after.Waivers.Select(Words), StringComparer.Ordinal))
            throw new FormatException("With the change the file would hold other waivers than those that are meant.");
        if (!string.Equals(Others(before), Others(after.Text), StringComparison.Ordinal))
            throw new FormatException("The change would touch something else than the waivers.");
    }

    private static string Words(Waiver waiver) =>
        string.Join('\n', [waiver.Rule, .. waiver.Targets, waiver.Reason, waiver.ApprovedBy, $"{waiver.Expires:O}"]);

    /// <summary>All of a text but the waivers, whatever its spelling.</summary>
    private static string Others(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents is [{ RootNode: YamlMappingNode root }]
            ? string.Join(
                '\n',
                root.Children.Where(pair => pair.Key is not YamlScalarNode { Value: "waivers" })
                    .Select(pair => $"{Shape(pair.Key)}: {Shape(pair.Value)}")
            )
            : "";
    }

    private static string Shape(YamlNode node) =>
        node switch
        {
            YamlScalarNode scalar =>
                $"{scalar.Style is ScalarStyle.Plain} \"{scalar.Value?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
            YamlSequenceNode list => $"[{string.Join(", ", list.Children.Select(Shape))}]",
            YamlMappingNode map =>
                $"{{{string.Join(", ", map.Children.Select(pair => $"{Shape(pair.Key)}: {Shape(pair.Value)}"))}}}",
            _ => node.ToString(),
        };

    private static (byte[] Mark, string Text) Decode(byte[] bytes)
    {
        try
        {
            return bytes is [0xEF, 0xBB, 0xBF, .. var rest]
                ? ([0xEF, 0xBB, 0xBF], Strict.GetString(rest))
                : ([], Strict.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            throw Refused("The file is not UTF-8.", "Save it as UTF-8, then run this again.");
        }
    }

    /// <summary>A file that only one process can make; it goes when the change is done.</summary>
    private async Task<FileStream> LockAsync(CancellationToken cancellation)
    {
        var name = path + ".lock";
        for (var waited = TimeSpan.Zero; ; waited += Pause)
            try
            {
                return new(name, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException error) when (IsTaken(error))
            {
                if (waited >= Patience)
                    throw new Failure(
                        ExitCode.Internal,
                        $"Another process is changing {path}.",
                        error.Message,
                        "The file is as it was.",
                        $"Run this again when it has ended. If none runs, one was killed: remove {name}."
                    );
                await Task.Delay(Pause, cancellation);
            }
    }

    /// <summary>The file was there; it may be gone by now.</summary>
    private static bool IsTaken(IOException error) => error.HResult is FileExists or FileExistsOnWindows;
}
