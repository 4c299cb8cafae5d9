using PimAudit.Benchmarks;

switch (args)
{
    case ["requests"]:
        return await RequestBudget.RunAsync();
    case ["demo"]:
        return await DemoTime.RunAsync();
    default:
        await Console.Error.WriteLineAsync(
            """
            Cannot measure: say what. 'requests' counts the HTTP calls that a large tenant costs, 'demo' times 'pimaudit scan --demo'.
              Nothing was measured.
              Run for example: dotnet run -c Release --project tests/benchmarks -- requests
            """
        );
        return 2;
}
