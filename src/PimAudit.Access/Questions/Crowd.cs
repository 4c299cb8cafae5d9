using PimAudit.Model;

namespace PimAudit.Access.Questions;

/// <summary>A way into a crowd: one person, or everybody of another crowd.</summary>
/// <param name="Person">Null for a crowd.</param>
/// <param name="Lock">The crowd that must consent to whoever comes this way; null when nobody must.</param>
/// <param name="Activates">Whoever comes this way must activate something first.</param>
internal sealed record Entrance(Guid? Person, Crowd? Crowd, Crowd? Lock, bool Activates);

/// <summary>The people of a group, or those who can approve a request; grows until it holds everybody who can come in.</summary>
/// <param name="admits">Why a person cannot be counted in; null when he can.</param>
internal sealed class Crowd(Func<Guid, (bool Admitted, Gap? Gap)> admits)
{
    private readonly HashSet<Guid> people = [];
    private readonly HashSet<Guid> ready = [];

    public List<Entrance> Entrances { get; } = [];

    public IReadOnlySet<Guid> People => people;

    /// <summary>Those who need not activate anything.</summary>
    public IReadOnlySet<Guid> Ready => ready;

    /// <summary>Why there may be more people; null when everybody is known.</summary>
    public Gap? Gap { get; private set; }

    public void Miss(Gap? gap) => Gap ??= gap;

    /// <summary>Lets in whoever can come in by now.</summary>
    /// <returns>Whether that changed anything.</returns>
    public bool Grow()
    {
        var before = (people.Count, ready.Count, Gap is null);
        foreach (var entrance in Entrances)
            Enter(entrance);
        return before != (people.Count, ready.Count, Gap is null);
    }

    private void Enter(Entrance entrance)
    {
        Miss(entrance.Crowd?.Gap);
        foreach (var person in entrance.Person is { } one ? [one] : entrance.Crowd!.people.ToArray())
            if (Passes(entrance.Lock, person) && IsAdmitted(person))
            {
                people.Add(person);
                if (!entrance.Activates && entrance.Crowd?.ready.Contains(person) is not false)
                    ready.Add(person);
            }
    }

    /// <summary>Nobody consents to himself.</summary>
    private bool Passes(Crowd? needed, Guid person)
    {
        if (needed is null || needed.people.Any(other => other != person))
            return true;

        Miss(needed.Gap);
        return false;
    }

    private bool IsAdmitted(Guid person)
    {
        if (people.Contains(person))
            return true;

        var (admitted, gap) = admits(person);
        Miss(gap);
        return admitted;
    }
}
