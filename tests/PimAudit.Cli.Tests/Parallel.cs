using NUnit.Framework;

// Every test has a world of its own; many wait for a Graph that is read no faster than the real one allows.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(4)]
