using System.Collections.Immutable;
using PimAudit.Collect;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>A diagnosis as a table on a terminal.</summary>
internal sealed class DiagnosisText(Diagnosis diagnosis, Paint paint, TextWriter writer, int width)
{
    private const int NameWidth = 48;
    private const int FactWidth = 12;
    private const string Indent = "      ";

    private readonly Examination seen = diagnosis.Seen;

    public void Print()
    {
        writer.WriteLine(paint.Bold($"{Product.Name} {Product.Version}") + "   " + paint.Quiet("reads only"));
        writer.WriteLine();
        Facts();
        Permissions();
        Parts();
        Consent();
        writer.WriteLine();
        var (code, reason) = diagnosis.Ending;
        writer.WriteLine($"{paint.Bold($"Exit {(int)code}")}: {reason}.");
    }

    private void Facts()
    {
        Fact(seen.Bearer.Id is null ? Glyph.Unknown : Glyph.Pass, "Signed in", Bearer());
        Fact(seen.Tenant.Id == Guid.Empty ? Glyph.Unknown : Glyph.Pass, "Tenant", Tenant());
        Fact(
            Glyph.Pass,
            "Graph",
            FormattableString.Invariant(
                $"{seen.Origin}, {Math.Max(1, (long)seen.Latency.TotalMilliseconds)} ms, cloud {diagnosis.Cloud.Name}"
            )
        );
        Fact(
            seen.ClockSkew is null ? Glyph.Unknown
                : diagnosis.HasSkew ? Glyph.Medium
                : Glyph.Pass,
            "Clock",
            seen.ClockSkew is { } skew ? DiagnosisWords.Skew(skew) : "Graph did not tell the time"
        );
        Licence();
        Writing();
    }

    private string Bearer() =>
        seen.Bearer switch
        {
            { Id: null } => "not known: the token does not say",
            { IsUser: true, Application: { } application } => $"user {seen.Bearer.Id} by application {application:D}",
            { IsUser: true } => $"user {seen.Bearer.Id}",
            _ => $"application {seen.Bearer.Id}",
        };

    private string Tenant() =>
        seen.Tenant.Id == Guid.Empty
            ? "not known: nothing told which"
            : $"{seen.Tenant.DisplayName ?? "name not read"}, {seen.Tenant.Id:D}";

    private void Licence()
    {
        if (seen.Licences is not { } licences)
            Fact(Glyph.Unknown, "Licence", "not known: the subscriptions cannot be read");
        else if (licences.IsEmpty)
            Fact(Glyph.Fail, "Licence", "neither Entra ID P1, P2 nor Governance");
        else
            Fact(
                seen.HasPim ? Glyph.Pass : Glyph.Fail,
                "Licence",
                string.Join("; ", licences.Select(DiagnosisWords.Licence)) + (seen.HasPim ? "" : "; none for PIM")
            );
    }

    private void Writing()
    {
        if (seen.Bearer.MoreThanRead is not { } more)
            Fact(Glyph.Unknown, "Writes", "not known: the token does not list its permissions");
        else if (more.IsEmpty)
            Fact(Glyph.Pass, "Writes", "no permission does more than read");
        else
            Fact(
                diagnosis.Strict ? Glyph.Fail : Glyph.Medium,
                "Writes",
                $"{string.Join(", ", more)}: more than reads; take it away from this application"
            );
    }

    private void Fact(Glyph glyph, string name, string text) =>
        Wrapped($"  {paint.Mark(glyph)} {name.PadRight(FactWidth)}", 4 + FactWidth, text);

    private void Permissions()
    {
        Head("Permissions");
        foreach (var check in seen.Permissions)
        {
            Row(GlyphOf(check.State), check.Name, DiagnosisWords.Of(check));
            if (check.State is PermissionState.Held or PermissionState.Off)
                continue;

            Quiet(Names(check.Parts));
            Blind(diagnosis.RulesWithout(check));
        }

        if (seen.LacksHiddenMembers)
        {
            Row(Glyph.Fail, ConsentSet.HiddenMembers, DiagnosisWords.Of(PermissionState.Missing));
            Quiet("Members of groups that hide them");
        }
    }

    private void Parts()
    {
        var whole = seen.Parts.Count(part => part.Health is PartHealth.Readable);
        Head(
            $"Parts   {Say.Count(whole, "part")} of {seen.Parts.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)} readable"
        );
        foreach (var part in seen.Parts.Where(part => part.Health is not PartHealth.Readable))
        {
            Row(GlyphOf(part), PartNames.Of(part.Part), DiagnosisWords.Of(part.Health));
            if (part.Detail is { } detail && part.Health is not PartHealth.Off)
                Quiet(detail);
            Blind(diagnosis.RulesWithout(part));
        }

        var blind = diagnosis.BlindRules;
        writer.WriteLine();
        writer.WriteLine(
            blind.IsEmpty
                ? $"{paint.Mark(Glyph.Pass)} No rule would be without its evidence."
                : $"{paint.Mark(Glyph.Unknown)} {paint.Bold($"{Say.Count(blind.Length, "rule")} would not be evaluated")}"
        );
        if (!blind.IsEmpty)
            Quiet(string.Join(", ", blind));
    }

    private void Consent()
    {
        if (diagnosis.WantsEntraRole || seen.Bearer.IsUser is true)
        {
            writer.WriteLine();
            Wrapped("", 0, DiagnosisWords.EntraRoles);
        }

        if (diagnosis.ToGrant is not { IsEmpty: false } missing)
            return;

        var isUser = seen.Bearer.IsUser is true;
        Guid? tenant = seen.Tenant.Id == Guid.Empty ? null : seen.Tenant.Id;
        Head("To grant what is missing, in Graph PowerShell");
        Commands(ConsentCommands.PowerShell(diagnosis.Cloud, tenant, seen.Bearer.Application, isUser, missing));
        Head("The same with az");
        Commands(ConsentCommands.Shell(diagnosis.Cloud, tenant, seen.Bearer.Application, isUser, missing));
    }

    /// <summary>Never cut or wrapped: they are there to be copied.</summary>
    private void Commands(ImmutableArray<string> lines)
    {
        foreach (var line in lines)
            writer.WriteLine("  " + line);
    }

    private void Row(Glyph glyph, string name, string state) =>
        writer.WriteLine(
            width < NameWidth + 30
                ? $"  {paint.Mark(glyph)} {name}: {state}"
                : $"  {paint.Mark(glyph)} {name.PadRight(NameWidth)} {state}"
        );

    private void Blind(ImmutableArray<string> rules)
    {
        if (!rules.IsEmpty)
            Quiet($"{Say.Count(rules.Length, "rule")} blind: {string.Join(", ", rules)}");
    }

    private void Quiet(string text)
    {
        foreach (var line in Lines(Printable.Of(text), Indent.Length))
            writer.WriteLine(Indent + paint.Quiet(line));
    }

    private void Wrapped(string head, int headWidth, string text)
    {
        var lines = Lines(Printable.Of(text), headWidth);
        writer.WriteLine(head + lines[0]);
        foreach (var line in lines.Skip(1))
            writer.WriteLine(new string(' ', headWidth) + line);
    }

    private List<string> Lines(string text, int indent) =>
        [.. FailurePrinter.Wrap(text, Math.Max(20, width - indent - 1))];

    private void Head(string text)
    {
        writer.WriteLine();
        writer.WriteLine(paint.Bold(text));
    }

    private static string Names(ImmutableArray<PartCheck> parts) =>
        string.Join(", ", parts.Select(part => PartNames.Of(part.Part)));

    private static Glyph GlyphOf(PermissionState state) =>
        state switch
        {
            PermissionState.Held => Glyph.Pass,
            PermissionState.Missing or PermissionState.Useless => Glyph.Fail,
            PermissionState.Off => Glyph.Info,
            _ => Glyph.Unknown,
        };

    private static Glyph GlyphOf(PartCheck part) =>
        part.IsMissing ? Glyph.Fail
        : part.Health is PartHealth.Off or PartHealth.Permitted ? Glyph.Info
        : Glyph.Unknown;
}
