using System.Collections.Immutable;

namespace PimAudit.Query;

/// <summary>All that a query may read.</summary>
public static class ViewCatalogue
{
    public static ImmutableArray<View> All { get; } =
    [
        PeopleView.Make(),
        GroupsView.Make(),
        MembershipsView.Make(),
        EligibleAssignmentsView.Make(),
        ActiveAssignmentsView.Make(),
        RoleSettingsView.Make(),
        AccessPathsView.Make(),
        ActivationsView.Make(),
        ReviewsView.Make(),
    ];

    internal static string Names => string.Join(", ", All.Select(view => view.Name));

    internal static View? Find(string? name) =>
        All.FirstOrDefault(view => string.Equals(view.Name, name, StringComparison.OrdinalIgnoreCase));
}
