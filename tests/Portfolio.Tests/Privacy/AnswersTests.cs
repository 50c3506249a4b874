using System.Net.Http.Json;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Records;

namespace Portfolio.Tests.Privacy;

/// <summary>Ready answers say what is really there, what is not, and what could be concluded; they name nobody and decide nothing.</summary>
public sealed class AnswersTests(TestHost host) : IClassFixture<TestHost>, IAsyncLifetime
{
    private Scene scene = null!;
    private HttpClient officer = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        scene = await Scene.Set(host);
        officer = await scene.DataProtectionOfficer();
        await scene.Signed(await scene.A_filled_register());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_patient_is_told_what_is_held_and_that_nothing_is_about_them()
    {
        var answer = await officer.Get<RequestAnswer>(scene.Path("answers/patient"));
        Assert.Equal(6, Count(answer, "people"));
        Assert.Equal((1, 2, 1, 0), (Count(answer, "sessions"), Count(answer, "lines on registers"),
            Count(answer, "of these, lines that say that somebody presented a case"), Count(answer, "of these, lines that say that somebody followed one up")));
        Assert.Contains(answer.NotHeld, text => text.Contains("patient", StringComparison.Ordinal));
        Assert.Contains(answer.NotHeld, text => text.Contains("themes", StringComparison.Ordinal));
        Assert.Contains(answer.Caution, text => text.Contains("could suppose", StringComparison.Ordinal));
        Assert.Contains(answer.Caution, text => text.Contains("free text", StringComparison.Ordinal));
        Assert.Equal(0, Count(answer, "reasons written for corrections"));
        Assert.Contains("[the controller: not set]", answer.Letter, StringComparison.Ordinal);
        Assert.Contains("It is not legal advice.", answer.Letter.Replace('\n', ' '), StringComparison.Ordinal);
        Assert.NotEmpty(answer.Sources);
    }

    [Fact]
    public async Task The_counts_follow_what_is_held()
    {
        var before = Count(await officer.Get<RequestAnswer>(scene.Path("answers/court")), "sessions");
        await scene.A_filled_register("2025-05-21");
        Assert.Equal(before + 1, Count(await officer.Get<RequestAnswer>(scene.Path("answers/court")), "sessions"));
    }

    [Theory]
    [InlineData("court")]
    [InlineData("person")]
    public async Task About_one_person_it_counts_what_their_export_has_and_shows_none_of_it(string request)
    {
        var answer = await officer.Get<RequestAnswer>(scene.Path($"answers/{request}?personId={scene.Trainee.Id}"));
        var export = await (await scene.As(scene.Trainee)).Get<PersonExport>(scene.Path($"people/{scene.Trainee.Id}/export"));
        // Signing in to fetch the export is one more token, and asking is one more entry in the audit.
        foreach (var held in answer.Held.Where(held => held.What is not ("signed-in" or "audit")))
            Assert.Equal((held.What, (long)export.Parts[held.What].Count), (held.What, held.Count));
        Assert.Equal(2, Count(answer, "records"));
        Assert.DoesNotContain(scene.Trainee.Name, answer.Letter, StringComparison.Ordinal);
        Assert.DoesNotContain("2025-05-28", answer.Letter, StringComparison.Ordinal);
        Assert.Equal(scene.Trainee.Id, answer.PersonId);
    }

    [Fact]
    public async Task The_letter_is_plain_text_that_fits_a_page_and_says_who_decides()
    {
        foreach (var request in new[] { "patient", "court", $"person?personId={scene.Leader.Id}" })
        {
            var letter = System.Text.Encoding.UTF8.GetString(await officer.Bytes(scene.Path($"answers/{request}"), "text/plain"));
            Assert.Contains("for the controller to decide", string.Join(' ', letter.Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
            Assert.All(letter.Split('\n').Where(line => !line.Contains("http", StringComparison.Ordinal) && !line.Contains("/v1/", StringComparison.Ordinal)), line => Assert.True(line.Length <= 90, line));
            Assert.DoesNotContain("consent", letter, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Somebody_who_is_not_there_and_a_form_that_is_not_are_refused()
    {
        Assert.Equal("404 not-found", await (await officer.GetAsync(scene.Path($"answers/person?personId={Guid.CreateVersion7()}"), Cancellation)).Refusal());
        Assert.Equal("400 invalid-request", await (await officer.GetAsync(scene.Path("answers/person"), Cancellation)).Refusal());
        Assert.Equal("406 not-acceptable", await (await officer.Form(scene.Path("answers/patient"), "image/png")).Refusal());
        Assert.Equal("404 not-found", await (await scene.Tutor.GetAsync(scene.Path("answers/patient"), Cancellation)).Refusal());
    }

    private static long Count(RequestAnswer answer, string what) => answer.Held.Single(held => held.What == what).Count;
}
