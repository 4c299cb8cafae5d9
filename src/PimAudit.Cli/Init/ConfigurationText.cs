using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>The text of a configuration that says every key. Names of the tenant stand in comments alone, harmless.</summary>
internal sealed class ConfigurationText(Settings settings, Found found)
{
    public override string ToString() =>
        $$"""
            # PimAudit: how to read a tenant and what to judge it by. 'pimaudit schema config' prints the JSON Schema.
            # Every key may be left out. What is not commented out is the default, or was found by 'pimaudit init'.

            # Refuse to run against another tenant.
            {{Tenant}}

            # global, usgov (GCC High), usgovdod (DoD) or china.
            cloud: {{settings.Cloud}}

            # How to sign in: managed-identity, workload-identity, certificate, client-secret, device-code, interactive, azure-cli or
            # environment. A secret never stands in this file: name a variable or a file that holds it.
            auth:
              mode: {{settings.Auth.Mode}}
              {{ClientId}}
              # certificate: pimaudit.pfx
              # certificatePassword: { variable: PFX_PASSWORD }
              # clientSecret: { file: /run/secrets/pimaudit }
              # accessToken: { variable: GRAPH_TOKEN }   # for the mode access-token

            # Another Graph than that of the cloud, such as a proxy.
            # endpoint: https://graph.microsoft.com

            # What to judge by: {{string.Join(", ", ProfileFile.Shipped)}}, or a file. Of a list the
            # first decides; the others add columns.
            profile: {{Settings.DefaultProfile}}

            # Emergency access (break-glass) accounts by object id. Their standing access is not reported as a fault, so name no other.
            {{EmergencyAccounts}}

            # Lists of role template ids that replace those of the profile.
            # highlyPrivilegedRoles: [ {{WellKnownRoles.GlobalAdministrator:D}} ]
            # alsoPrivileged: []
            # serviceRoles: []

            # Rules by id: a parameter, another severity, or off. 'pimaudit rules list' names them, 'pimaudit rules show RULE' explains.
            rules:
              # PIM204: { maxHours: 4 }
              # PIM309: { enabled: false }
              # PIM105: { severity: low, source: "our policy, chapter 3" }

            # Findings accepted as known: 'pimaudit baseline create' writes the file, beside this one; only new ones fail a run then.
            # baseline: baseline.json

            # Access reviews that 'pimaudit review new' sent out: a run says what became of their decisions.
            # reviews: [review-2026-Q3.json]

            # Folders with rules of your own, beside this file; 'pimaudit rules new ORG001 MyRule' writes one to begin with.
            # customRules: [ pimaudit-rules ]

            # Parts that must be asked for: Graph beta; the audit log of PIM so far back (30d at most, or false); last sign-ins and
            # registered methods of people on a path; schedules of PIM for Groups (two further requests for each group).
            collect:
              beta: false
              audit: 30d
              signIn: true
              registration: true
              groupSchedules: false

            # Findings that are accepted for a time. The report prints the whole entry for each finding.
            waivers:
              # - { rule: PIM101, targets: [ <principal id>, <role id> ], reason: Migration, approvedBy: CISO, expires: 2027-03-31 }

            # Who must act, by rule id, family or object id: a column of the reports.
            owners:
              # PIM3xx: Identity team

            # Who is asked in an access review, by id of a person, a group, a role or a scope; else the owner of that id.
            reviewers:
              # 62e90394-69f5-4237-9190-012177145e10: CISO   # Global Administrator

            # Where runs are written, and which reports: {{string.Join(", ", Formats.Names)}}.
            outputs:
              directory: {{Settings.DefaultOutput}}
              formats: [ {{string.Join(", ", Settings.DefaultFormats)}} ]
              # classification: {{Settings.DefaultClassification}}   # on every page and sheet
              # paper: a4   # or letter
              # pages: 25   # the PDF shows less rather than have more

            # Runs are recorded here; the next one says what is new, and since when.
            # history: { connection: "Data Source=history.db" }

            # The certificate that signs the manifest of each run; docs/evidence.md says what that proves.
            # signing: { certificate: signing.pfx, password: { variable: SIGNING_PASSWORD } }

            # Who is told of new findings, lost coverage and scans that did not come about; docs/notifications.md has every kind.
            # notifications: { channels: { soc: { kind: teams, url: { variable: TEAMS_URL } } } }

            # When 'pimaudit serve' scans (second, minute, hour, day, month, weekday), and how it works.
            # schedule: { cron: "0 30 2 * * ?", timeZone: Europe/Berlin, jitter: 5m, misfire: run-once, timeLimit: 30m }
            # serve: { listen: 127.0.0.1:8085 }   # where it is asked for its health

            """.ReplaceLineEndings("\n");

    private string Tenant =>
        found.Tenant is { } tenant
            ? $"tenant: {tenant.Id:D}{(tenant.DisplayName is { } name ? "   # " + Printable.Of(name) : "")}"
        : settings.Tenant is { } configured ? $"tenant: {configured:D}   # not confirmed: no sign-in worked"
        : "# tenant: 00000000-0000-0000-0000-000000000000   # not known: no sign-in worked; write the tenant's id";

    private string ClientId =>
        settings.Auth.ClientId is { } id
            ? $"clientId: {id:D}"
            : "# clientId: 00000000-0000-0000-0000-000000000000   # of the application, or of a user-assigned identity";

    private string EmergencyAccounts =>
        found.Candidates.Count == 0
            ? "emergencyAccounts: []"
            : string.Join(
                '\n',
                [
                    "# These hold Global Administrator as such an account would. Nobody assumed that they are: take the # away where one is.",
                    "emergencyAccounts:",
                    .. found.Candidates.Select(Candidate),
                ]
            );

    private static string Candidate(AccessPath path)
    {
        var way = path.Holder is { } group ? $"through {group.Label}" : "assigned directly";
        return $"  # - {path.Principal.Id}   # {Printable.Of(path.Principal.Label)}: enabled, Global Administrator active and permanent, {Printable.Of(way)}";
    }
}
