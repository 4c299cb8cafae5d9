using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Changes in a few words. Names are the tenant's own, and come out escaped.</summary>
internal static class ChangeWords
{
    public static Glyph Mark(ChangeKind kind) =>
        kind switch
        {
            ChangeKind.Gained or ChangeKind.Extended or ChangeKind.MadeStanding or ChangeKind.Weakened => Glyph.Fail,
            ChangeKind.Lost or ChangeKind.Shortened or ChangeKind.MadeEligible or ChangeKind.Strengthened => Glyph.Pass,
            ChangeKind.NotConfirmed => Glyph.Unknown,
            _ => Glyph.NotApplicable,
        };

    /// <summary>Who or what, and where: <c>Ada Byrne, Exchange Administrator, through RAG - Messaging</c>.</summary>
    public static string Object(ChangeRow row)
    {
        string?[] parts =
        [
            row.Object.Label,
            row.Role is { } role && !role.IsSame(row.Object) ? role.Label : null,
            row.Scope is { Id: not "/" } scope ? $"at {scope.Label}" : null,
            row.Subject is ChangeSubject.Setting ? Setting(row.What) : row.What,
        ];
        return Printable.Of(string.Join(", ", parts.OfType<string>()));
    }

    /// <summary>Such as <c>longest activation</c> for <c>longestActivation</c>.</summary>
    private static string? Setting(string? name) =>
        name is null or "mfa"
            ? name?.ToUpperInvariant()
            : string.Concat(
                name.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")
            );

    public static string Values(ChangeRow row) =>
        Printable.Of(
            (row.Before, row.After) switch
            {
                ({ } before, { } after) => $"{before} -> {after}",
                (null, { } after) => after,
                ({ } before, null) => $"was {before}",
                _ => "",
            }
        );

    /// <summary>Such as <c>access: 2 gained, 1 lost; settings: 1 weakened</c>.</summary>
    public static string Counts(IEnumerable<ChangeRow> changes) =>
        string.Join(
            "; ",
            changes
                .GroupBy(row => row.Subject)
                .OrderBy(subject => subject.Key)
                .Select(subject =>
                    $"{Plural(subject.Key)}: "
                    + string.Join(
                        ", ",
                        subject
                            .CountBy(row => row.Kind)
                            .OrderBy(pair => pair.Key)
                            .Select(pair =>
                                Say.Count(
                                    pair.Value,
                                    Say.Word(pair.Key).ToLowerInvariant(),
                                    Say.Word(pair.Key).ToLowerInvariant()
                                )
                            )
                    )
                )
        );

    private static string Plural(ChangeSubject subject) =>
        subject switch
        {
            ChangeSubject.Access => "access",
            ChangeSubject.Setting => "settings",
            ChangeSubject.Group => "groups",
            _ => "waivers",
        };
}
