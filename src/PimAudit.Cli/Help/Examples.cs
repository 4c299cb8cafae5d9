using System.CommandLine;

namespace PimAudit.Cli;

/// <summary>How verbs are called, for their help.</summary>
internal static class Examples
{
    /// <summary>A line in a shell, a colon, and what it does; of the verb that the line begins with.</summary>
    private const string Text = """
        init: begin here with a tenant of your own
        doctor: what this sign-in can read, and what to grant
        doctor --strict: in a pipeline; also refuses permissions to write
        scan --demo: the main job, on a sample tenant
        scan: the tenant of pimaudit.yaml
        scan --format xlsx,pdf,html --fail-on critical: other reports, and exit 1 for critical findings alone
        scan --baseline baseline.json -o sarif=pim.sarif: in a pipeline: only new findings fail
        scan --resume: go on after Ctrl-C or a lost connection
        snapshot --out q3.pimsnap: read today, judge later
        evaluate q3.pimsnap: without a token
        evaluate q3.pimsnap --profile best-practices,cisa-scuba: by two profiles side by side
        report pimaudit-out/TENANT/TIME --format html --out page: one more report of a run
        report result.json --redact --redact-key-file key.txt --out for-the-vendor: with pseudonyms
        diff pimaudit-out/TENANT/BEFORE pimaudit-out/TENANT/AFTER: two runs by their folders
        diff --since 24h: from the history
        diff last-quarter: since the quarter began
        who-can "Global Administrator" --demo: on the sample tenant
        who-can "Exchange Administrator" --within 2d --takeover: also who could take it
        what-can marcus.webb@contoso.example --demo: on the sample tenant
        what-can "Marcus Webb" --markdown: for a ticket
        active-now --fresh: as it is at this moment
        expiring --days 30: within a month
        orphans --csv: for a spreadsheet
        diagnose marcus.webb@contoso.example "Global Administrator" --demo: on the sample tenant
        diagnose "Marcus Webb" --discover-groups: why he finds no group to ask for
        plan "User Administrator" "RAG - Helpdesk Admins" --demo: a group that is there
        plan "Exchange Administrator" --new "RAG - Exchange Tier 1": a group yet to be made
        graph "Global Administrator" --out paths.svg: a picture of a role
        graph "Marcus Webb" --mermaid: a picture of a person, for a wiki
        query --schema: what can be asked
        query "SELECT display_name FROM people WHERE is_guest" --demo: on the sample tenant
        rules list: what is checked
        rules list --profile cisa-scuba: under another profile
        rules show PIM204: the page of a rule
        rules test: every example of every rule
        rules test pimaudit-rules/ORG001-EligibleTooLong.yaml: a rule of your own
        rules new ORG001 EligibleTooLong: a rule of your own to begin with
        explain PIM204: a rule
        explain 3f2a91c0 --from result.json: a finding by the first digits of its id
        waivers list --from result.json: with what each covers
        waivers add PIM101 USER-ID ROLE-ID --reason "Migration" --approved-by "CISO" --expires 2027-03-31: until then
        waivers prune: without the expired ones
        waivers check: in a pipeline
        baseline create --from pimaudit-out/TENANT/TIME: accept what is open today
        baseline update --from pimaudit-out/TENANT/TIME: accept what is new, let go what is mended
        baseline show: what is accepted
        review new --from pimaudit-out/TENANT/TIME --name 2026-Q3 --due 2026-12-31: one workbook
        review import review-2026-Q3-01-anna-schmidt.xlsx: what a reviewer sent back
        review import AccessReviewHistory.csv: what Microsoft's own reviews decided
        review status: who has decided
        fleet scan: every tenant of fleet.yaml
        fleet scan --only contoso,fabrikam --parallel 8: two of them
        fleet report pimaudit-out: again, without a token
        history list --last 10: the newest ten
        history show newest: with the day on which each finding was first seen
        history prune --older-than 400d --dry-run: what would go
        history export --out runs: every result and manifest
        history purge --older-than 730d --yes: personal data, for good
        notify test --channel soc: one channel
        notify list: what did not arrive
        verify pimaudit-out: every run and the chain between them
        verify q3.zip --trust signer.pem: an archive, with signatures
        serve: by the schedule of pimaudit.yaml or fleet.yaml
        schema config: of pimaudit.yaml
        emulate: the sample tenant on port 8877
        emulate --port 0 --size typical --seed 7: a generated tenant on a free port
        """;

    private static readonly string[] First = ["scan --demo", "init", "doctor", "scan"];

    private static readonly IReadOnlyList<(string Line, string Meaning)> All =
    [
        .. Text.Split('\n', StringSplitOptions.TrimEntries)
            .Select(line => (line[..line.IndexOf(": ", StringComparison.Ordinal)], line))
            .Select(pair => (pair.Item1, pair.line[(pair.Item1.Length + 2)..])),
    ];

    /// <returns>Lines to be typed, with what they do; those to begin with for the root.</returns>
    public static IEnumerable<(string Line, string Meaning)> Of(Command command)
    {
        var verbs = string.Join(' ', Verbs(command));
        return All.Where(example =>
                verbs.Length == 0
                    ? First.Contains(example.Line, StringComparer.Ordinal)
                    : example.Line == verbs || example.Line.StartsWith(verbs + " ", StringComparison.Ordinal)
            )
            .Select(example => ($"pimaudit {example.Line}", example.Meaning));
    }

    private static IEnumerable<string> Verbs(Command command) =>
        command is RootCommand ? [] : command.Parents.OfType<Command>().SelectMany(Verbs).Append(command.Name);
}
