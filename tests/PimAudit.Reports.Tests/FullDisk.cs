namespace PimAudit.Reports.Tests;

/// <summary>Takes so many bytes and then fails, as a full disk does.</summary>
internal sealed class FullDisk(int bytes) : MemoryStream
{
    private int left = bytes;

    public override void Write(byte[] buffer, int offset, int count) => Take(count);

    public override void Write(ReadOnlySpan<byte> buffer) => Take(buffer.Length);

    public override void WriteByte(byte value) => Take(1);

    private void Take(int count)
    {
        left -= count;
        if (left < 0)
            throw new IOException("No space left on device");
    }
}
