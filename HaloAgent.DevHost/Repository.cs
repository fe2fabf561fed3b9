using System.Reflection;
using System.Runtime.InteropServices;

namespace HaloAgent.DevHost;

/// <summary>Where the sources and the built services are, seen from wherever this assembly runs.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Debug or Release: the services are run as they were built together with DevHost.</summary>
    public static string Configuration { get; } =
        typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";

    /// <summary>The <c>dotnet</c> this process runs on, which need not be the first one on the path.</summary>
    public static string DotNet { get; } = FindDotNet();

    public static string Folder(string project) => Path.Combine(Root, project);

    public static string Assembly(string project)
    {
        var path = Path.Combine(Folder(project), "bin", Configuration, "net10.0", project + ".dll");
        return File.Exists(path) ? path : throw new DevHostException($"{path} is missing. Build it: dotnet build HaloAgent.DevHost -c {Configuration}");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HaloAgent.sln")))
                return folder.FullName;
        }
        throw new DevHostException($"No HaloAgent.sln in {AppContext.BaseDirectory} or above it.");
    }

    private static string FindDotNet()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(beside) ? beside : name;
    }
}
