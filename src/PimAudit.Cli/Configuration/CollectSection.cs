using PimAudit.Collect;

namespace PimAudit.Cli;

/// <summary>Reads the <c>collect:</c> mapping.</summary>
internal static class CollectSection
{
    private const int DaysOfGraph = 30;

    public static CollectionScope Read(YamlMap? collect)
    {
        var usual = new CollectionScope();
        if (collect is null)
            return usual;

        var scope = new CollectionScope
        {
            Beta = collect.Flag("beta") ?? usual.Beta,
            Audit = Audit(collect, usual.Audit),
            SignIn = collect.Flag("signIn") ?? usual.SignIn,
            Registration = collect.Flag("registration") ?? usual.Registration,
            GroupSchedules = collect.Flag("groupSchedules") ?? usual.GroupSchedules,
        };
        collect.RefuseOtherKeys();
        return scope;
    }

    private static TimeSpan? Audit(YamlMap collect, TimeSpan? usual)
    {
        if (collect.Text("audit") is not { } text)
            return usual;
        if (text.ToLowerInvariant() is "false" or "off")
            return null;
        if (DurationText.Parse(text) is not { } window)
        {
            collect.Issue("audit", $"is '{text}' but must be a time such as 30d or 7d, or false");
            return usual;
        }

        if (window > TimeSpan.FromDays(DaysOfGraph))
            collect.Issue("audit", $"is '{text}', but Graph keeps {DaysOfGraph} days of the audit log");
        return window;
    }
}
