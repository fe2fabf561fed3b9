namespace HaloAgent.Evals.Format;

internal static class ScenarioFiles
{
    /// <summary>Reads every <c>.txt</c> under the folder (or the one file), in the order of their names.</summary>
    /// <exception cref="ScenarioFormatException">With the mistakes of all files at once.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static List<Scenario> Read(string folder)
    {
        var files = File.Exists(folder) ? [folder] : Directory.GetFiles(folder, "*.txt", SearchOption.AllDirectories);
        Array.Sort(files, StringComparer.Ordinal);
        List<Scenario> scenarios = [];
        List<string> mistakes = [];
        foreach (var file in files)
        {
            var name = Path.ChangeExtension(Path.GetRelativePath(File.Exists(folder) ? Path.GetDirectoryName(Path.GetFullPath(folder))! : folder, file), null);
            try
            {
                scenarios.Add(ScenarioReader.Read(file, name.Replace('\\', '/'), File.ReadAllLines(file)));
            }
            catch (ScenarioFormatException wrong)
            {
                mistakes.AddRange(wrong.Mistakes);
            }
        }

        return mistakes.Count == 0 ? scenarios : throw new ScenarioFormatException(mistakes);
    }
}
