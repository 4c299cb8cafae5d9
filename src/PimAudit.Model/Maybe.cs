namespace PimAudit.Model;

/// <summary>Logic with an unknown: null is neither true nor false, and wins over neither.</summary>
public static class Maybe
{
    public static bool? And(bool? one, bool? other) =>
        one is false || other is false ? false
        : one is null || other is null ? null
        : true;

    public static bool? Not(bool? one) => one is { } known ? !known : null;

    public static bool? Any(params IEnumerable<bool?> all)
    {
        bool? any = false;
        foreach (var one in all)
        {
            if (one is true)
                return true;
            any = one is null ? null : any;
        }

        return any;
    }
}
