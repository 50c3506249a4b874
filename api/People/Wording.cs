using System.Globalization;
using Portfolio.Api.Database;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.People;

/// <summary>A programme's own words, as they stand in a sentence.</summary>
internal sealed record Wording(string Trainee, string Leader)
{
    public static readonly Wording Usual = new("trainee", "leader");

    public string Trainees => Trainee + "s";

    public string Leaders => Leader + "s";

    public static Wording Of(ProgrammeWords set) => new(set.Trainee.Replace('-', ' '), set.Leader);

    /// <summary>The word as it begins a sentence or a heading.</summary>
    public static string First(string word) => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];
}

internal static class WordingStore
{
    public static async Task<ProgrammeWords> Find(Work work) => await work.Row<ProgrammeWords>(
        "select trainee, leader from programme_words where programme_id = @Programme", new { work.Programme }) ?? new("trainee", "leader");

    public static Task<int> Set(Work work, ProgrammeWords words, Guid by, DateTimeOffset now) => work.Run("""
        insert into programme_words (programme_id, trainee, leader, set_by, set_at) values (@Programme, @Trainee, @Leader, @by, @now)
        on conflict (programme_id) do update set trainee = @Trainee, leader = @Leader, set_by = @by, set_at = @now
        where (programme_words.trainee, programme_words.leader) <> (@Trainee, @Leader)
        """, new { work.Programme, words.Trainee, words.Leader, by, now });
}
