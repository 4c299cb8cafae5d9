using System.Text;

namespace PimAudit.Access.Use;

/// <summary>Where a text lies in a pool.</summary>
internal readonly record struct TextPlace(int Block, int Start, int Length);

/// <summary>Holds millions of short texts in few blocks.</summary>
internal sealed class TextPool
{
    private const int BlockSize = 1 << 20;

    private readonly List<byte[]> blocks = [];
    private int used = BlockSize;

    public string this[TextPlace place] => Encoding.UTF8.GetString(blocks[place.Block], place.Start, place.Length);

    public TextPlace Add(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        if (length > BlockSize - used)
        {
            blocks.Add(new byte[Math.Max(BlockSize, length)]);
            used = 0;
        }

        var place = new TextPlace(blocks.Count - 1, used, length);
        used += Encoding.UTF8.GetBytes(text, blocks[^1].AsSpan(used));
        return place;
    }
}
