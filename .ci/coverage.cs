// Merges the cobertura files of all test projects and says how many lines of what matters were run.
// dotnet run .ci/coverage.cs -- <folder> <least per cent>
using System.Globalization;
using System.Xml.Linq;

(string Name, string Folder)[] areas =
[
    ("Features", "HaloAgent.Features/"),
    ("Agent", "HaloAgent.AgentWorker/Agent/"),
    ("Api", "HaloAgent.Api/"),
];
string[] generated = ["/Migrations/", "/obj/", ".g.cs"];

var least = double.Parse(args[1], CultureInfo.InvariantCulture);
var files = Directory.GetFiles(args[0], "*.cobertura.xml", SearchOption.AllDirectories);
var lines = files.SelectMany(Lines).GroupBy(line => (line.File, line.Number), line => line.Run).ToDictionary(g => g.Key, g => g.Any(run => run));

Console.WriteLine($"{files.Length} reports");
var enough = true;
foreach (var (name, folder) in areas)
{
    var own = lines.Where(line => line.Key.File.StartsWith(folder, StringComparison.Ordinal)).ToList();
    var share = own.Count == 0 ? 0 : 100.0 * own.Count(line => line.Value) / own.Count;
    enough &= share >= least;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-10}{share,6:0.0} %   {own.Count(line => line.Value)} of {own.Count} lines{(share < least ? "   too little" : "")}"));
    var thin = own.GroupBy(line => line.Key.File).Select(f => (File: f.Key, Missed: f.Count(line => !line.Value))).Where(f => f.Missed > 0);
    foreach (var (file, missed) in thin.OrderByDescending(f => f.Missed).Take(share < least ? 15 : 3))
        Console.WriteLine($"      {missed,5} not run in {file}");
}
return enough ? 0 : 1;

IEnumerable<(string File, int Number, bool Run)> Lines(string report) =>
    from type in XDocument.Load(report).Descendants("class")
    let file = Relative(type.Attribute("filename")!.Value)
    where !generated.Any(mark => file.Contains(mark, StringComparison.Ordinal))
    from line in type.Elements("lines").Elements("line")
    select (file, (int)line.Attribute("number")!, (int)line.Attribute("hits")! > 0);

// Reports name files by absolute path; areas name them from the root of the sources, where this is run.
static string Relative(string path) => Path.GetRelativePath(Environment.CurrentDirectory, path).Replace('\\', '/');
