using PimAudit.History;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>What became of a notification, in words.</summary>
internal static class DeliveryWords
{
    public static Glyph Mark(Delivery one) =>
        one.DeliveredAt is not null ? Glyph.Pass
        : one.GivenUpAt is not null ? Glyph.Fail
        : Glyph.Unknown;

    public static string Of(Delivery one) =>
        one.DeliveredAt is { } at ? $"delivered {Say.Moment(at)}, {Say.Count(one.Attempts, "attempt")}"
        : one.GivenUpAt is { } end
            ? $"given up {Say.Moment(end)} after {Say.Count(one.Attempts, "attempt")}: {Printable.Of(one.Failure ?? "no reason")}"
        : $"waits, {Say.Count(one.Attempts, "attempt")}{(one.Failure is { } why ? ": " + Printable.Of(why) : "")}";
}
