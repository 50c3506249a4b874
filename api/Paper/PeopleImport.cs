using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sheets;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Paper;

/// <summary>Adds the people of a sheet that are missing, and what the sheet says of each from one day to another.</summary>
internal sealed class PeopleImport(Work work, ProgrammeDirectory directory, PersonStore store, string by, DateTimeOffset now)
{
    private readonly Dictionary<string, Guid> people = directory.People.ToDictionary(of => of.Key, of => of.Value.Id);
    private readonly Dictionary<string, Guid> groups = directory.Groups.ToDictionary();

    public IReadOnlyDictionary<string, Guid> People => people;

    public IReadOnlyDictionary<string, Guid> Groups => groups;

    /// <summary>A group as records name it; one that came with a sheet is called by its key.</summary>
    public string NameOf(string group) => directory.GroupNames.GetValueOrDefault(group, group);

    public int AddedPeople { get; private set; }

    public int AddedFacts { get; private set; }

    public int AddedGroups { get; private set; }

    /// <summary>Findings about people whom the programme knows otherwise than the sheet has them.</summary>
    public static void Check(string file, PeopleSheet sheet, ProgrammeDirectory directory, Findings findings)
    {
        var byNumber = directory.People.Where(of => of.Value.Identity.Number is not null)
            .ToDictionary(of => (of.Value.Identity.Body, of.Value.Identity.Number), of => of.Key);
        foreach (var row in sheet.Rows.DistinctBy(row => row.Person))
        {
            var identity = ToIdentity(row);
            if (directory.People.GetValueOrDefault(row.Person) is { } known)
                Compare(row, identity, known.Identity);
            else if (identity.Number is not null && byNumber.TryGetValue((identity.Body, identity.Number), out var other))
                findings.Add(file, row.Line, "number", identity.Number, $"the number of this person: the programme knows it as that of {other}");
        }

        void Compare(PersonRow row, Identity here, Identity known)
        {
            foreach (var (column, value, right) in new[]
            {
                ("name", here.Name, known.Name), ("email", here.Email, known.Email), ("professional_body", here.Body, known.Body), ("number", here.Number, known.Number),
            })
            {
                if (value != right)
                    findings.Add(file, row.Line, column, value ?? "", $"{right ?? "nothing"}, as the programme has it");
            }
        }
    }

    public async Task Add(PeopleSheet sheet, ClockStopSheet? stops)
    {
        foreach (var row in sheet.Rows.DistinctBy(row => row.Person).Where(row => !people.ContainsKey(row.Person)))
            await AddPerson(row);
        foreach (var row in sheet.Rows)
            await AddFacts(row);
        foreach (var stop in stops?.Rows ?? [])
            await Add(new("clock-stop", people[stop.Person], null, stop.From, stop.To),
                creation => FactStore.AddClockStop(work, people[stop.Person], new(stop.From, stop.To), creation));
    }

    private async Task AddPerson(PersonRow row)
    {
        var creation = Creation.Of(by, null, row.Person, by: null);
        if ((await store.Add(work, ToIdentity(row), creation, now)).Refused(out var problem, out _))
            throw new RefusedException($"{row.Person} cannot be added: {problem.Title}");
        people[row.Person] = creation.Id;
        AddedPeople++;
    }

    private async Task AddFacts(PersonRow row)
    {
        var person = people[row.Person];
        if (row.Attends)
        {
            await Add(new("placement", person, (await SiteStore.Named(work, row.Site, among: null)).Value!.Id, row.From, row.To),
                creation => FactStore.AddPlacement(work, person, ToPlacement(row), sites: null, creation));
            var group = await Group(row);
            await Add(new("membership", person, group, row.From, row.To), creation => PlaceStore.AddMember(work, group,
                new(person, row.Role == PersonRole.Trainee ? "member" : "member-without-requirement", row.From, row.To), creation));
        }
        if (row.Supervisor is { } supervisor)
            await Add(new("supervision", person, people[supervisor], row.From, row.To),
                creation => FactStore.AddSupervision(work, person, new(people[supervisor], row.From, row.To), creation));
        if (row.Leads)
        {
            var group = await Group(row);
            await Add(new("mandate", person, group, row.From, row.To),
                creation => PlaceStore.AddLeader(work, group, new(person, "leader", row.From, row.To), creation));
        }
        if (row.Role == PersonRole.Tutor)
            await Add(new("appointment", person, null, row.From, row.To),
                creation => FactStore.AddAppointment(work, new(person, "tutor", row.From, row.To), creation));
    }

    private async Task<Guid> Group(PersonRow row)
    {
        if (groups.TryGetValue(row.Group!, out var known))
            return known;
        var creation = Creation.Of(by, null, row.Group, by: null);
        await Must(GroupStore.Add(work, new NewGroup(row.Group!, row.Group!, row.Site, "case-based-discussion-group"), sites: null, creation));
        AddedGroups++;
        return groups[row.Group!] = creation.Id;
    }

    private async Task Add(KnownFact fact, Func<Creation, Task<Answer<Made>>> add)
    {
        if (directory.Facts.Contains(fact))
            return;
        await Must(add(Creation.Of(by, null, fact, by: null)));
        AddedFacts++;
    }

    private static async Task Must(Task<Answer<Made>> adding)
    {
        if ((await adding).Refused(out var problem, out _))
            throw new RefusedException(problem.Title);
    }

    private static Identity ToIdentity(PersonRow row) => new(row.Name, row.Person, row.Email, row.Number is null ? null : row.Body, row.Number);

    private static NewPlacement ToPlacement(PersonRow row) => new(
        row.Site, row.Role, row.WholeTimeEquivalent ?? 1m,
        row.WorkingDays.Count == 0 ? [1, 2, 3, 4, 5] : [.. row.WorkingDays.Select(day => (short)(day == DayOfWeek.Sunday ? 7 : (int)day))],
        row.From, row.To, row.Grade, row.GradeExpectedTo, row.Review, row.EvidenceCutOff);
}
