namespace Portfolio.Api.Database;

/// <summary>The folder with <c>initdb</c> and <c>postgres</c>.</summary>
internal sealed record PostgresPrograms(string Folder)
{
    internal const string Remedy = "sudo apt-get install -y postgresql";

    private const string Packages = "/usr/lib/postgresql";

    internal string InitDb => Path.Combine(Folder, "initdb");

    internal string Postgres => Path.Combine(Folder, "postgres");

    /// <summary>A cluster is opened by the major version that made it; a new one is made by the first found on PATH, else by the newest package.</summary>
    internal static PostgresPrograms Find(string cluster)
    {
        var made = Path.Combine(cluster, "PG_VERSION");
        if (!File.Exists(made)) return Candidates().FirstOrDefault() ?? throw new RefusedException($"PostgreSQL is missing: {Remedy}");
        var version = File.ReadAllText(made).Trim();
        return Candidates().FirstOrDefault(found => found.Major() == version)
            ?? throw new RefusedException($"The data folder was made by PostgreSQL {version}, which is missing: {Remedy}-{version}");
    }

    private static IEnumerable<PostgresPrograms> Candidates()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        var packages = Directory.Exists(Packages) ? Directory.GetDirectories(Packages) : [];
        return path
            .Concat(packages.OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var major) ? major : 0).Select(folder => folder + "/bin"))
            .Select(folder => new PostgresPrograms(folder))
            .Where(found => File.Exists(found.InitDb) && File.Exists(found.Postgres));
    }

    // Debian names the folder after the version; elsewhere the program has to be asked.
    private string Major()
    {
        if (Folder.StartsWith(Packages + "/", StringComparison.Ordinal)) return Folder[(Packages.Length + 1)..].Split('/')[0];
        var answer = Programs.Ask(Postgres, "--version");
        return answer.Split(' ', '.').FirstOrDefault(word => int.TryParse(word, out _)) ?? "";
    }
}
