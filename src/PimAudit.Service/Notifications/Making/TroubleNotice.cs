namespace PimAudit.Service;

/// <summary>Makes notices that no run stands behind.</summary>
internal static class TroubleNotice
{
    public static Notice Of(ScanTrouble trouble) =>
        WithHeadline(
            new()
            {
                Events = [trouble.IsMissed ? NoticeEvent.ScanMissed : NoticeEvent.ScanFailed],
                Headline = "",
                TenantId = trouble.Tenant,
                Alias = trouble.Alias is { } alias ? PlainLine.Of(alias, Most.Name) : null,
                Slot = trouble.Slot,
                Reason = trouble.WhyNot is { } why ? PlainLine.Reason(why) : null,
            }
        );

    public static Notice Test() =>
        WithHeadline(
            new()
            {
                Events = [NoticeEvent.Test],
                Headline = "",
                TenantId = Guid.Empty,
            }
        );

    private static Notice WithHeadline(Notice notice) => notice with { Headline = Headlines.Of(notice, findings: 0) };
}
