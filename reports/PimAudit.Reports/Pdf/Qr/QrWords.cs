namespace PimAudit.Reports.Pdf.Qr;

/// <summary>The code words of a QR code: data, then error correction, both interleaved over the blocks.</summary>
internal static class QrWords
{
    private const int Field = 0x11D;

    public static byte[] Of(byte[] bytes, QrLayout layout)
    {
        var data = Data(bytes, layout.DataWords);
        var length = layout.DataWords / layout.Blocks;
        var blocks = data.Chunk(length).ToList();
        var checks = blocks.ConvertAll(block => Check(block, layout.CheckWords));
        return
        [
            .. Enumerable.Range(0, length).SelectMany(at => blocks.Select(block => block[at])),
            .. Enumerable.Range(0, layout.CheckWords).SelectMany(at => checks.Select(check => check[at])),
        ];
    }

    /// <summary>Mode 4 (bytes), eight bits of length, the bytes, four bits of end, then the two padding words in turn.</summary>
    private static byte[] Data(byte[] bytes, int count)
    {
        var words = new byte[count];
        words[0] = (byte)(0x40 | (bytes.Length >> 4));
        words[1] = (byte)(bytes.Length << 4);
        for (var at = 0; at < bytes.Length; at++)
        {
            words[at + 1] |= (byte)(bytes[at] >> 4);
            words[at + 2] = (byte)(bytes[at] << 4);
        }

        for (var at = bytes.Length + 2; at < count; at++)
            words[at] = (at - bytes.Length) % 2 == 0 ? (byte)0xEC : (byte)0x11;
        return words;
    }

    /// <summary>The remainder of the division by the generator polynomial (Reed-Solomon).</summary>
    private static byte[] Check(byte[] block, int count)
    {
        var generator = Generator(count);
        var rest = new byte[count];
        foreach (var word in block)
        {
            var factor = (byte)(word ^ rest[0]);
            for (var at = 0; at < count; at++)
                rest[at] = (byte)((at + 1 < count ? rest[at + 1] : 0) ^ Multiply(generator[at], factor));
        }

        return rest;
    }

    /// <summary>Product of (x - 2^i) for i from 0, highest power first, without the leading 1.</summary>
    private static byte[] Generator(int count)
    {
        var result = new byte[count];
        result[^1] = 1;
        byte root = 1;
        for (var power = 0; power < count; power++)
        {
            for (var at = 0; at < count; at++)
                result[at] = (byte)(Multiply(result[at], root) ^ (at + 1 < count ? result[at + 1] : 0));
            root = Multiply(root, 2);
        }

        return result;
    }

    private static byte Multiply(byte left, byte right)
    {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--)
        {
            product = (product << 1) ^ ((product >> 7) * Field);
            product ^= ((right >> bit) & 1) * left;
        }

        return (byte)product;
    }
}
