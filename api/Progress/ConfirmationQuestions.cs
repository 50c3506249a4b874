using System.Text;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>A step sent back with a question, and the answer: sealed under the key of the person they are about.</summary>
internal sealed class ConfirmationQuestions(PersonKeys keys, TimeProvider clock)
{
    internal const string QuestionPlace = "confirmation_question.question", AnswerPlace = "confirmation_question.answer";

    private const string Columns = "select id, step_id, question, made_by as asked_by, asked_at, answers, answer, answered_by, answered_at from confirmation_question";

    private sealed record Row(
        Guid Id, string StepId, byte[] Question, Guid? AskedBy, DateTimeOffset AskedAt, Guid Answers, byte[]? Answer, Guid? AnsweredBy, DateTimeOffset? AnsweredAt);

    public static Task<bool> IsOpen(Work work, Course course, int round) => work.Any("""
        select 1 from confirmation_question
        where programme_id = @Programme and person_id = @Person and pack = @Pack and pack_version = @Version and round = @round and answered_at is null
        """, new { work.Programme, course.Person, course.Pack, course.Version, round });

    public async Task<Answer<Made>> Ask(Work work, Course course, RequirementPack pack, NewQuestion body, Asker asker, Creation creation)
    {
        const string Insert = """
            insert into confirmation_question (programme_id, id, person_id, pack, pack_version, round, step_id, question, asked_at, answers, made_by, made_from)
            values (@Programme, @Id, @Person, @Pack, @Version, @round, @Step, @question, @now, @Answers, @By, @Hash)
            """;
        if (ConfirmationSteps.Of(pack).SingleOrDefault(each => each.Id == body.Step) is not { } step)
            return Problems.StepUnknown;
        if (ConfirmationSteps.WhyNotTheirs(step, asker with { LedOne = false }, []) is { } theirs)
            return theirs;
        await work.WaitForItself(creation);
        var now = clock.GetUtcNow();
        var round = await ConfirmationStore.Hold(work, course, now);
        if (await Find(work, course.Person, creation.Id) is null)
        {
            var taken = await ConfirmationStore.Taken(work, course, round);
            if (ConfirmationSteps.WhyNotNow(ConfirmationSteps.NumberOf(pack, step.Id)!.Value, taken) is { } early)
                return early;
            if (await IsOpen(work, course, round))
                return Problems.QuestionOpen;
            if (!await MayAnswer(work, course.Person, body.Answers, taken))
                return Problems.InvalidBody.At(new FieldError("$.answers", "Name the person themselves, or somebody who took an earlier step or leads a group of theirs."));
        }
        var key = (await keys.Of(work, [course.Person]))[course.Person];
        return await work.Once("confirmation_question", Insert, new
        {
            work.Programme, creation.Id, course.Person, course.Pack, course.Version, round, body.Step, question = key.Close(Encoding.UTF8.GetBytes(body.Question), QuestionPlace),
            now, body.Answers, creation.By, creation.Hash,
        }, creation);
    }

    /// <summary>Whoever was asked answers, or whoever asked notes what they were told.</summary>
    public async Task<Problem?> Answer(Work work, Guid person, Guid question, Guid by, string answer)
    {
        const string Sql = """
            update confirmation_question set answer = @closed, answered_by = @by, answered_at = greatest(@now, asked_at)
            where programme_id = @Programme and person_id = @person and id = @question and answered_at is null
            """;
        if (await Find(work, person, question) is not { } row)
            return Problems.NotFound;
        if (by != row.Answers && by != row.AskedBy)
            return Problems.NotYoursToAnswer;
        var closed = (await keys.Of(work, [person]))[person].Close(Encoding.UTF8.GetBytes(answer), AnswerPlace);
        return await work.Run(Sql, new { work.Programme, person, question, by, closed, now = clock.GetUtcNow() }) == 1 ? null : Problems.AnsweredAlready;
    }

    public async Task<QuestionBody> Read(Work work, Guid person, Guid question) => ToBody((await Find(work, person, question))!, (await keys.Of(work, [person]))[person]);

    public async Task<IReadOnlyList<QuestionBody>> Of(Work work, Course course)
    {
        var rows = await work.Rows<Row>($"{Columns} where programme_id = @Programme and person_id = @Person and pack = @Pack and pack_version = @Version order by asked_at desc, id desc",
            new { work.Programme, course.Person, course.Pack, course.Version });
        return (await keys.Of(work, [course.Person])).TryGetValue(course.Person, out var key) ? [.. rows.Select(row => ToBody(row, key))] : [];
    }

    private static QuestionBody ToBody(Row row, PersonKey key) => new(
        row.Id, row.StepId, Encoding.UTF8.GetString(key.Open(row.Question, QuestionPlace)), row.AskedBy, row.AskedAt, row.Answers,
        row.Answer is null ? null : Encoding.UTF8.GetString(key.Open(row.Answer, AnswerPlace)), row.AnsweredBy, row.AnsweredAt);

    private static Task<Row?> Find(Work work, Guid person, Guid id) =>
        work.Row<Row>($"{Columns} where programme_id = @Programme and person_id = @person and id = @id", new { work.Programme, person, id });

    private async Task<bool> MayAnswer(Work work, Guid person, Guid answers, IReadOnlyList<TakenStep> taken) =>
        answers == person || taken.Any(step => step.By == answers) || await work.Any("""
            select 1 from mandate m join membership b on b.programme_id = m.programme_id and b.group_id = m.group_id
            where m.programme_id = @Programme and m.person_id = @answers and b.person_id = @person and in_force(m.from_on, m.until_on, local_date(@Programme, @now))
            """, new { work.Programme, person, answers, now = clock.GetUtcNow() });
}
