using Portfolio.Api.Access;
using Portfolio.Api.Database;

namespace Portfolio.Api.People;

/// <summary>Anybody who takes part in the programme.</summary>
internal sealed class PersonOfProgramme : Relation
{
    public override string Who => "anybody of the programme";

    public override Task<bool> Holds(Asked asked, Work work) => Task.FromResult(asked.Actor.Person is not null);
}

/// <summary>A tutor of the programme, in office today.</summary>
internal sealed class TutorOfProgramme : Relation
{
    public override string Who => "a tutor of the programme";

    public override Task<bool> Holds(Asked asked, Work work) => Is(work, asked);

    public static async Task<bool> Is(Work work, Asked asked) => asked.Actor.Person is { } person && await Is(work, person, asked.Now);

    public static Task<bool> Is(Work work, Guid person, DateTimeOffset now) => work.Any("""
        select 1 from appointment
        where programme_id = @Programme and person_id = @person and office = 'tutor' and site_id is null
          and in_force(from_on, until_on, local_date(@Programme, @now))
        """, new { work.Programme, person, now });
}

/// <summary>The person themselves, a tutor, or their educational supervisor in office today.</summary>
internal sealed class ReaderOfPerson(string idInPath) : Relation
{
    public override string Who => "the person themselves, their educational supervisor, or a tutor of the programme";

    public override async Task<bool> Holds(Asked asked, Work work)
    {
        const string Supervises = """
            select 1 from supervision
            where programme_id = @Programme and supervisor_id = @Person and trainee_id = @of
              and in_force(from_on, until_on, local_date(@Programme, @Now))
            """;
        var of = asked.Id(idInPath);
        return asked.Actor.Person is { } person
            && (person == of
                || await work.Any(Supervises, new { work.Programme, Person = person, of, asked.Now })
                || (await TutorOfProgramme.Is(work, asked) && await work.Any("select 1 from person where programme_id = @Programme and id = @of", new { work.Programme, of })));
    }
}

internal static class PeoplePolicies
{
    public static RouteGroupBuilder RequirePerson(this RouteGroupBuilder group) => group.Require(new PersonOfProgramme());

    public static RouteGroupBuilder RequireTutor(this RouteGroupBuilder group) => group.Require(new TutorOfProgramme());

    public static RouteGroupBuilder RequireReaderOf(this RouteGroupBuilder group, string idInPath) => group.Require(new ReaderOfPerson(idInPath));
}
