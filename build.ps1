<#
.SYNOPSIS
    Builds, checks and extends PimAudit. PowerShell 7 and the .NET SDK are all it needs.
.DESCRIPTION
    check                        what CI runs: restore, format, documents, build and every test; last line "N passed, N failed"
    test                         every test; last line "N passed, N failed"
    docs [-Check]                writes the documents that come from the catalogues; -Check only says whether they are stale
    samples [-NoPictures]        writes the reports of the sample tenant to reports/samples, and pictures of them with
                                 poppler, ImageMagick, LibreOffice and Chromium, as far as they are installed
    new-rule PIM205 Name         adds a rule: class, page, a test that fails until the rule is written, a line in the catalogue
.EXAMPLE
    ./build.ps1 new-rule PIM205 ActivationTooShort
.NOTES
    Only keywords, .NET and native commands: the tests run this script inside a bare PowerShell engine, without cmdlets.
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)] [string] $Verb = '',
    [Parameter(Position = 1)] [string] $Id = '',
    [Parameter(Position = 2)] [string] $Name = '',
    [switch] $Check,
    [switch] $NoPictures,

    # The command that builds and runs.
    [string] $Dotnet = 'dotnet'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

# What a user reads instead of a stack trace.
class Refusal : Exception {
    [int] $ExitCode
    Refusal([int] $exitCode, [string] $message) : base($message) { $this.ExitCode = $exitCode }
}

function Say([string] $text) {
    [Console]::Out.WriteLine($text)
}

function PathOf([string[]] $parts) {
    [IO.Path]::Combine([string[]] (@($PSScriptRoot) + $parts))
}

# Runs the .NET command and stops the verb when it fails.
function Step([string[]] $arguments) {
    $code = Run $arguments
    if ($code -ne 0) {
        throw [Refusal]::new($code, "'dotnet $($arguments -join ' ')' ended with $code. What came before says why; the steps after it did not run.")
    }
}

# Runs the .NET command; its output goes to the console, its exit code is returned.
function Run([string[]] $arguments) {
    Say "`n== dotnet $($arguments -join ' ')"
    & $Dotnet @arguments | ForEach-Object { Say $_ }
    $LASTEXITCODE
}

# Every test; counts them in the result files and returns the exit code.
# 'before' is the exit code of the steps that only looked: they do not keep the tests from running.
function Test([string[]] $options, [int] $before) {
    $results = [IO.Directory]::CreateTempSubdirectory('pimaudit-tests-').FullName
    try {
        [Environment]::SetEnvironmentVariable('PIMAUDIT_TEST_RESULTS', $results)
        $code = Run (@('test') + $options)
        $ran = 0
        $passed = 0
        foreach ($file in [IO.Directory]::GetFiles($results, '*.trx')) {
            $trx = [Xml.XmlDocument]::new()
            $trx.Load($file)
            $counters = $trx.GetElementsByTagName('Counters').Item(0)
            $ran += [int] $counters.GetAttribute('executed')
            $passed += [int] $counters.GetAttribute('passed')
        }
    }
    finally {
        [Environment]::SetEnvironmentVariable('PIMAUDIT_TEST_RESULTS', $null)
        [IO.Directory]::Delete($results, $true)
    }
    if ($ran -eq 0) { Say 'No test ran, so nothing is known: see the messages above.' }
    if ($code -eq 0) { $code = $before }
    if ($code -eq 0 -and ($ran -eq 0 -or $passed -lt $ran)) { $code = 1 }
    if ($code -ne 0) { Say "A step ended with ${code}: what it said stands above." }
    Say "$passed passed, $($ran - $passed) failed"
    $code
}

# Ids of the rules by the name of the class.
function KnownRules {
    $rules = @{}
    foreach ($file in [IO.Directory]::GetFiles((PathOf 'rules', 'PimAudit.Rules'), '*.cs', [IO.SearchOption]::AllDirectories)) {
        $id = [regex]::Match([IO.File]::ReadAllText($file), '\bId: "(PIM\d{3})"')
        $rules[[IO.Path]::GetFileNameWithoutExtension($file)] = if ($id.Success) { $id.Groups[1].Value } else { '' }
    }
    $rules
}

# The folder of the family that a rule belongs to by its id.
function FolderOf([string] $ruleId) {
    $folders = @{
        '1' = 'StandingAccess'; '2' = 'RoleSettings'; '3' = 'Groups'; '4' = 'EmergencyAccess'
        '5' = 'Reviews'; '6' = 'People'; '7' = 'Notifications'; '8' = 'Use'; '9' = 'Coverage'
    }
    if ($ruleId -cmatch '^PIM(\d)\d\d$' -and $folders.ContainsKey($Matches[1])) { return $folders[$Matches[1]] }
    throw [Refusal]::new(2, @"
Cannot add the rule '$ruleId'.
  An id is PIM and three digits, of which the first is the family: 1 standing access, 2 role settings, 3 groups,
  4 emergency access, 5 reviews, 6 people, 7 notifications, 8 use, 9 coverage.
  Nothing was written. Write for example: build.ps1 new-rule PIM205 ActivationTooShort
"@)
}

function RefuseKnown([string] $ruleId, [string] $ruleName, [hashtable] $rules) {
    if ($ruleName -cnotmatch '^[A-Z][a-z0-9]+([A-Z][a-z0-9]*)+$' -or $ruleName.Length -gt 60) {
        throw [Refusal]::new(2, @"
Cannot add the rule $ruleId as '$ruleName'.
  A name is the fault in two to six words written together, such as ActivationTooShort; at most 60 letters and digits.
  Nothing was written.
"@)
    }
    if ($rules.ContainsKey($ruleName)) {
        throw [Refusal]::new(2, "Cannot add the rule ${ruleId}: rules/PimAudit.Rules already has a $ruleName. Nothing was written. Choose another name.")
    }
    foreach ($other in $rules.GetEnumerator()) {
        if ($other.Value -ceq $ruleId) {
            throw [Refusal]::new(2, "Cannot add the rule ${ruleId}: that is $($other.Key), and ids are stable for ever. Nothing was written. Choose a free id.")
        }
    }
}

# The catalogue with one more line, before the first rule of a higher id.
function WithLine([string] $catalogue, [string] $ruleId, [string] $ruleName, [hashtable] $rules) {
    $lines = [Collections.Generic.List[string]]::new($catalogue.Split("`n"))
    $at = -1
    for ($i = 0; $i -lt $lines.Count; $i++) {
        if ($lines[$i] -cmatch '^        new (\w+)\(\),\s*$') {
            $at = $i
            if ([string]::CompareOrdinal($rules[$Matches[1]], $ruleId) -gt 0) { break }
            $at = $i + 1
        }
    }
    if ($at -lt 0) {
        throw [Refusal]::new(5, "Cannot add the rule ${ruleId}: rules/PimAudit.Rules/Catalogue.cs lists no rule as 'new Name(),'. Nothing was written.")
    }
    $lines.Insert($at, "        new $ruleName(),")
    $lines -join "`n"
}

function NewRule([string] $ruleId, [string] $ruleName) {
    $folder = FolderOf $ruleId
    $rules = KnownRules
    RefuseKnown $ruleId $ruleName $rules

    $catalogue = PathOf 'rules', 'PimAudit.Rules', 'Catalogue.cs'
    $listed = WithLine ([IO.File]::ReadAllText($catalogue)) $ruleId $ruleName $rules
    $words = $ruleName -creplace '(?<!^)([A-Z])', ' $1'
    $title = $words.Substring(0, 1) + $words.Substring(1).ToLowerInvariant()
    $files = @(
        @('Rule.cs.txt', "rules/PimAudit.Rules/$folder/$ruleName.cs"),
        @('Page.md.txt', "rules/PimAudit.Rules/$folder/$ruleName.md"),
        @('Tests.cs.txt', "tests/PimAudit.Rules.Tests/$folder/${ruleName}Tests.cs")
    )
    foreach ($file in $files) {
        if ([IO.File]::Exists((PathOf $file[1]))) {
            throw [Refusal]::new(2, "Cannot add the rule ${ruleId}: $($file[1]) exists. Nothing was written. Choose another name.")
        }
    }
    foreach ($file in $files) {
        $text = [IO.File]::ReadAllText((PathOf 'build', 'new-rule', $file[0]))
        $text = $text.Replace('{Id}', $ruleId).Replace('{Name}', $ruleName).Replace('{Title}', $title)
        $path = PathOf $file[1]
        $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($path))
        [IO.File]::WriteAllText($path, $text)
        Say "Wrote $($file[1])"
    }
    [IO.File]::WriteAllText($catalogue, $listed)
    Say 'Added a line to rules/PimAudit.Rules/Catalogue.cs'
    Say "Its test fails until the rule is written. Then run 'build.ps1 docs', and 'build.ps1 check'."
}

# Whether the programs are there; says what is not made without them.
function Has([string] $picture, [string[]] $programs) {
    $missing = @($programs | Where-Object { -not (Get-Command $_ -CommandType Application -ErrorAction Ignore) })
    if ($missing.Count -gt 0) { Say "Left reports/samples/$picture as it is: $($missing -join ', ') not found." }
    $missing.Count -eq 0
}

# The first pages of a PDF side by side.
function PagePicture([string] $pdf, [string] $picture, [int] $pages, [int] $columns, [string] $folder) {
    & pdftoppm -r 50 -l $pages -png $pdf (PathOf $folder, 'page')
    $files = [IO.Directory]::GetFiles($folder, 'page*.png')
    [Array]::Sort($files, [StringComparer]::Ordinal)
    & montage @files -tile "${columns}x" -geometry '+6+6' -background '#8A929A' -colors 48 (PathOf 'reports', 'samples', $picture)
    foreach ($file in $files) { [IO.File]::Delete($file) }
    Say "Wrote reports/samples/$picture"
}

# What the samples look like: the report to sign, the workbook as LibreOffice prints it, the page in Chromium.
function Pictures {
    $samples = PathOf 'reports', 'samples'
    $folder = [IO.Directory]::CreateTempSubdirectory('pimaudit-pictures-').FullName
    try {
        if (Has 'report.png' 'pdftoppm', 'montage') {
            PagePicture (PathOf $samples, 'findings.pdf') 'report.png' 12 6 $folder
        }
        if (Has 'workbook.png' 'soffice', 'pdftoppm', 'montage') {
            $null = & soffice "-env:UserInstallation=file://$folder/office" --headless --convert-to pdf --outdir $folder (PathOf $samples, 'findings.xlsx')
            PagePicture (PathOf $folder, 'findings.pdf') 'workbook.png' 12 4 $folder
        }
        if (Has 'page.png' 'chromium') {
            $null = & chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1280,1600 "--screenshot=$(PathOf $samples, 'page.png')" "file://$(PathOf $samples, 'findings.html')" 2>&1
            Say 'Wrote reports/samples/page.png'
        }
    }
    finally {
        [IO.Directory]::Delete($folder, $true)
    }
}

function Usage {
    @"
Cannot run the verb '$Verb': the verbs are check, test, docs [-Check], samples [-NoPictures], and new-rule ID NAME.
  'check' is what CI runs. Write for example: build.ps1 check
"@
}

$docs = @('run', '--project', 'build/PimAudit.Docs', '--no-restore', '--')
$place = $ExecutionContext.SessionState.Path
$before = $place.CurrentLocation
$code = 0
try {
    $null = $place.SetLocation($PSScriptRoot)
    switch -CaseSensitive ($Verb) {
        'check' {
            Step 'tool', 'restore'
            Step 'restore', '--locked-mode'
            $format = Run 'csharpier', 'check', '.'
            $documents = Run ($docs + '--check')
            $code = Test '--no-restore' ($format -ne 0 ? $format : $documents)
        }
        'test' { $code = Test @() 0 }
        'docs' {
            Step 'restore', 'build/PimAudit.Docs'
            Step ($Check ? $docs + '--check' : $docs)
        }
        'samples' {
            Step 'run', '--project', 'src/PimAudit.Cli', '--configuration', 'Release', '--', 'scan', '--demo', '--out', 'reports/samples', '--force', '--format', 'xlsx,pdf,json,html,md,sarif,junit,csv,ndjson'
            if (-not $NoPictures) { Pictures }
        }
        'new-rule' { NewRule $Id $Name }
        default { throw [Refusal]::new(2, (Usage)) }
    }
}
catch [Refusal] {
    [Console]::Error.WriteLine($_.Exception.Message)
    $code = $_.Exception.ExitCode
}
finally {
    $null = $place.SetLocation($before.Path)
}
exit $code
