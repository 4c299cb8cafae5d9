# A scan each night by the Task Scheduler of Windows, without a service. Run it once, as an administrator.
$action = New-ScheduledTaskAction -Execute 'C:\Program Files\PimAudit\pimaudit.exe' `
    -Argument 'scan --config C:\ProgramData\PimAudit\pimaudit.yaml --quiet --fail-on high' `
    -WorkingDirectory 'C:\ProgramData\PimAudit'
$trigger = New-ScheduledTaskTrigger -Daily -At '02:30'
$settings = New-ScheduledTaskSettingsSet -StartWhenAvailable -MultipleInstances IgnoreNew -ExecutionTimeLimit (New-TimeSpan -Hours 1)
$account = New-ScheduledTaskPrincipal -UserId 'NT AUTHORITY\LOCAL SERVICE' -LogonType ServiceAccount
Register-ScheduledTask -TaskName 'PimAudit' -Action $action -Trigger $trigger -Settings $settings -Principal $account
