using PimAudit.Benchmarks;

switch (args)
{
    case ["requests"]:
        return await RequestBudget.RunAsync();
    case ["pace"]:
        return await Pace.RunAsync();
    case ["limits", .. var sizes]:
        return await Limits.RunAsync(sizes);
    case ["memory", .. var sizes]:
        return await Memory.RunAsync(sizes);
    case ["kill", .. var times]:
        return await Kill.RunAsync(times);
    case ["kill-writing", .. var times]:
        return await KillWriting.RunAsync(times);
    case ["faults", .. var seeds]:
        return await Faults.RunAsync(seeds);
    case ["paths", .. var sizes]:
        return await Paths.RunAsync(sizes);
    case ["rules", .. var sizes]:
        return await RuleTimes.RunAsync(sizes);
    case ["findings", .. var sizes]:
        return await Findings.RunAsync(sizes);
    case ["reports", .. var sizes]:
        return await ReportTimes.RunAsync(sizes);
    case ["fleet", .. var tenants]:
        return await Fleet.RunAsync(tenants);
    case ["history", .. var count]:
        return await HistoryTimes.RunAsync(count);
    case ["cluster", .. var options]:
        return await Cluster.RunAsync(options);
    case ["demo"]:
        return await DemoTime.RunAsync();
    case [CollectingProcess.Verb, .. var collecting]:
        return await CollectingProcess.RunAsync(collecting);
    case [ResolvingProcess.Verb, var file]:
        return await ResolvingProcess.RunAsync(file);
    case [JudgingProcess.Verb, var file]:
        return await JudgingProcess.RunAsync(file);
    case [FleetGraphs.Verb, var tenants]:
        return await FleetGraphs.RunAsync(tenants);
    case [ReportingProcess.Verb, var format, var file, var rows]:
        return await ReportingProcess.RunAsync(format, file, rows);
    default:
        await Console.Error.WriteLineAsync(
            """
            Cannot measure: say what.
              requests            counts the HTTP calls that tenants of three sizes cost
              pace                times a typical collection at 50 ms a request
              limits [SIZE ...]   counts the requests that a Graph with the real limits throttles
              memory [SIZE ...]   tells what a collection takes at its peak
              kill [TIMES]        kills a typical collection at random moments, and resumes it
              kill-writing [TIMES]
                                  kills a run while it writes its files, and writes it again
              faults [SEEDS]      collects while every fifth request goes wrong
              paths [SIZE ...]    times the resolver, and tells what it takes at its peak
              rules [SIZE ...]    times every rule on a resolved tenant
              findings [SIZE ...] [--seeds N]
                                  audits generated tenants, without violations and with, and compares the findings
              reports [SIZE ...]  times the reports, and tells what each takes at its peak
              fleet [TENANTS]     scans many tenants, of which some refuse and some hang, and looks for what mixed
              history [N]         fills a history with N runs of a typical tenant, and times its use
              cluster [--tenants N] [--rounds N]
                                  kills nodes of a cluster in the middle of their scans, and looks what is left
              demo                times 'pimaudit scan --demo'
              Nothing was measured.
              Run for example: dotnet run -c Release --project tests/benchmarks -- requests
            """
        );
        return 2;
}
