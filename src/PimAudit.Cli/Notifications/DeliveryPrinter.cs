using System.Collections.Immutable;
using PimAudit.History;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>What became of notifications, on a terminal.</summary>
internal sealed class DeliveryPrinter(HistoryPage page)
{
    /// <summary>Of one run.</summary>
    public void OfRun(ImmutableArray<Delivery> deliveries)
    {
        if (deliveries.IsEmpty)
            return;
        page.Gap();
        page.Title("Notifications");
        page.Rows(
            deliveries.Select(one =>
                (DeliveryWords.Mark(one), ImmutableArray.Create(Printable.Of(one.Channel), DeliveryWords.Of(one)))
            )
        );
    }

    /// <summary>Those that did not arrive, whoever they speak of; at least one.</summary>
    public void Undelivered(ImmutableArray<WaitingMessage> messages) =>
        page.Rows(
            messages.Select(one =>
                (
                    DeliveryWords.Mark(one.Fate),
                    ImmutableArray.Create(
                        Printable.Of(one.Fate.Channel),
                        DeliveryWords.Of(one.Fate),
                        $"tenant {one.Tenant:D}, made {Say.Moment(one.CreatedAt)}, key {Printable.Of(one.Key)}"
                    )
                )
            )
        );
}
