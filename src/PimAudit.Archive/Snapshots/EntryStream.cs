using System.IO.Compression;

namespace PimAudit.Archive;

/// <summary>One entry of a zip file, which is opened and closed with it.</summary>
internal sealed class EntryStream : Stream
{
    private readonly ZipArchive zip;
    private readonly Stream entry;

    public EntryStream(string path, string name)
    {
        zip = ZipFile.OpenRead(path);
        entry = zip.GetEntry(name)?.Open() ?? throw new InvalidDataException($"{path} no longer holds {name}.");
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => entry.Read(buffer, offset, count);

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            entry.Dispose();
            zip.Dispose();
        }

        base.Dispose(disposing);
    }
}
