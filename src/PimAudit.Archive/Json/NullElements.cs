namespace PimAudit.Archive;

/// <summary>
/// Finds a <c>null</c> that stands in a list of JSON, which no file of PimAudit holds and which the serialiser would hand on as
/// if it were a thing. Text that is no JSON passes: the serialiser refuses it.
/// </summary>
internal sealed class NullElements
{
    private ulong lists;
    private bool isText;
    private bool isEscaped;
    private long offset;

    /// <exception cref="InvalidDataException">A list holds null.</exception>
    public static void Refuse(ReadOnlySpan<byte> whole) => new NullElements().Read(whole);

    /// <summary>The next piece of the text.</summary>
    /// <exception cref="InvalidDataException">A list holds null.</exception>
    public void Read(ReadOnlySpan<byte> piece)
    {
        foreach (var letter in piece)
        {
            offset++;
            if (isText)
                ReadText(letter);
            else
                ReadOutside(letter);
        }
    }

    private void ReadText(byte letter)
    {
        var ends = !isEscaped && letter is (byte)'"';
        isEscaped = !isEscaped && letter is (byte)'\\';
        isText = !ends;
    }

    /// <summary>Of the words of JSON only null begins with, or holds, this letter.</summary>
    private void ReadOutside(byte letter)
    {
        switch (letter)
        {
            case (byte)'"':
                isText = true;
                break;
            case (byte)'[':
                lists = (lists << 1) | 1;
                break;
            case (byte)'{':
                lists <<= 1;
                break;
            case (byte)']' or (byte)'}':
                lists >>= 1;
                break;
            case (byte)'n' when (lists & 1) == 1:
                throw new InvalidDataException($"A list in it holds null, at byte {offset}.");
        }
    }
}
