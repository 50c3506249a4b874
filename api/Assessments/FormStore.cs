using System.Text;
using Portfolio.Api.Database;
using Portfolio.Api.Http;

namespace Portfolio.Api.Assessments;

/// <summary>A programme's own forms beside those that are shipped.</summary>
internal static class FormStore
{
    /// <summary>One version of a form; the newest where no version is named.</summary>
    public static async Task<AssessmentForm?> Find(Work work, string key, int? number)
    {
        const string Sql = """
            select document from assessment_form where programme_id = @Programme and key = @key and (@number::int is null or version = @number) order by version desc limit 1
            """;
        var own = await work.Row<string>(Sql, new { work.Programme, key, number }) is { } document ? Open(document) : null;
        var shipped = ShippedForms.Find(key, number);
        return own is null || shipped?.Version > own.Version ? shipped : own;
    }

    public static async Task<IReadOnlyList<AssessmentForm>> All(Work work)
    {
        var own = await work.Rows<string>("select document from assessment_form where programme_id = @Programme", new { work.Programme });
        return [.. own.Select(Open).Concat(ShippedForms.All).OrderBy(form => form.Id, StringComparer.Ordinal).ThenBy(form => form.Version)];
    }

    /// <returns>True when it was loaded now, false when these very bytes had been before.</returns>
    public static async Task<Answer<Made>> Add(Work work, AssessmentForm form, byte[] document, Creation creation, DateTimeOffset now)
    {
        const string Insert = """
            insert into assessment_form (programme_id, key, version, document, made_by, made_from, made_at)
            values (@Programme, @Id, @Version, @document, @By, @Hash, @now) on conflict (programme_id, key, version) do nothing
            """;
        const string There = "select made_from from assessment_form where programme_id = @Programme and key = @Id and version = @Version";
        if (ShippedForms.Find(form.Id, form.Version) is not null)
            return Problems.FormVersionTaken;
        if (await work.Run(Insert, new { work.Programme, form.Id, form.Version, document = Encoding.UTF8.GetString(document), creation.By, creation.Hash, now }) == 1)
            return new Made(creation.By, creation.Hash, Now: true);
        var there = await work.Row<byte[]>(There, new { work.Programme, form.Id, form.Version });
        return there.AsSpan().SequenceEqual(creation.Hash) ? new Made(creation.By, creation.Hash, Now: false) : Problems.FormVersionTaken;
    }

    private static AssessmentForm Open(string document) =>
        FormReader.Read(Encoding.UTF8.GetBytes(document)).Form ?? throw new InvalidOperationException("A form that was loaded is not right any more.");
}
