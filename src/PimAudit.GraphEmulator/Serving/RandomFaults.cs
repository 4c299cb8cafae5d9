using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PimAudit.GraphEmulator;

/// <summary>Deals the faults of a <see cref="FaultMix"/>: a path's fate does not depend on what happens to other paths.</summary>
internal sealed class RandomFaults(FaultMix mix)
{
    private readonly Lock gate = new();
    private readonly Dictionary<UInt128, History> histories = [];

    /// <summary>The fault that hits this request, or null; counts as one more request for its path.</summary>
    public EmulatorFault? Take(GraphRequest request)
    {
        var kinds = mix.Kinds.Where(kind => request.IsInner || kind is not FaultKind.LostInnerAnswer).ToList();
        var path = request.Readable;
        var key = BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(path)));
        int number;
        lock (gate)
        {
            var before = histories.GetValueOrDefault(key);
            number = before.Requests + 1;
            var isHit = kinds.Count > 0 && before.HitsInARow < mix.MostInARow && Share(path, number) < mix.Rate;
            histories[key] = new History(number, isHit ? before.HitsInARow + 1 : 0);
            if (!isHit)
                return null;
        }

        var kind = kinds[(int)(Dice(path, number, "kind") % (ulong)kinds.Count)];
        return new EmulatorFault("", kind) { RetryAfter = mix.RetryAfter, Delay = mix.Delay };
    }

    private double Share(string path, int number) => (Dice(path, number, "hit") >> 11) * (1.0 / (1UL << 53));

    private ulong Dice(string path, int number, string purpose)
    {
        var text = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{mix.Seed}\n{path}\n{number}\n{purpose}"
        );
        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private readonly record struct History(int Requests, int HitsInARow);
}
