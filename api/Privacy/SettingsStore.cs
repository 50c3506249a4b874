using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Privacy;

internal static class SettingsStore
{
    private sealed record Row(
        int Version, string? Controller, string? Contact, string? LawfulBasis, string? LawfulBasisWords, string? SpecialCategoryCondition, string? Country,
        string? Retention, string Processors)
    {
        public Settings ToSettings() => new(Version, new(
            Controller, Contact, LawfulBasis, LawfulBasisWords, SpecialCategoryCondition, Country, Retention,
            JsonSerializer.Deserialize<IReadOnlyList<Processor>>(Processors, Json.Options)));
    }

    public static async Task<Settings> Find(Work work) => (await work.Row<Row>("""
        select version, controller, contact, lawful_basis, lawful_basis_words, special_category_condition, country, retention, processors::text as processors
        from privacy_setting where programme_id = @Programme
        """, new { work.Programme }))?.ToSettings() ?? Settings.None;

    /// <summary>Sets all of them, if they are still what the caller saw.</summary>
    /// <returns>Whether they were.</returns>
    public static async Task<bool> Set(Work work, PrivacySettings set, int seen, Guid by, DateTimeOffset now)
    {
        const string First = """
            insert into privacy_setting (programme_id, controller, contact, lawful_basis, lawful_basis_words, special_category_condition, country, retention,
                                         processors, changed_by, changed_at)
            values (@Programme, @Controller, @Contact, @LawfulBasis, @LawfulBasisWords, @SpecialCategoryCondition, @Country, @Retention, @processors::jsonb, @by, @now)
            on conflict (programme_id) do nothing
            """;
        const string Next = """
            update privacy_setting set version = version + 1, controller = @Controller, contact = @Contact, lawful_basis = @LawfulBasis,
                lawful_basis_words = @LawfulBasisWords, special_category_condition = @SpecialCategoryCondition, country = @Country, retention = @Retention,
                processors = @processors::jsonb, changed_by = @by, changed_at = @now
            where programme_id = @Programme and version = @seen
            """;
        return await work.Run(seen == 0 ? First : Next, new
        {
            work.Programme, set.Controller, set.Contact, set.LawfulBasis, set.LawfulBasisWords, set.SpecialCategoryCondition, set.Country, set.Retention,
            processors = JsonSerializer.Serialize(set.Processors ?? [], Json.Options), by, now, seen,
        }) == 1;
    }
}
