using System.Globalization;
using System.Text;

namespace Portfolio.Tests.Paper;

/// <summary>Another year in the shape of the paper year, made from a seed, and what must follow from it.</summary>
internal sealed record MadeUpYear(string People, string Registers, int Held, int Cancelled, int Attendance, int Presentations, int FollowUps)
{
    public static MadeUpYear Of(int seed)
    {
        var chance = new Random(seed);
        var groups = Enumerable.Range(1, chance.Next(1, 4)).Select(group => $"group-{group}").ToArray();
        var people = new StringBuilder("person_id,name,email,professional_body,number,role,grade,wte,working_days,site,group,from,to,supervisor_id,grade_expected_to,review_date,evidence_cut_off\n");
        var registers = new StringBuilder("group,site,session_date,start,minutes,mode,state,leader_id,co_leader_id,person_id,attendance,minutes_attended,role,follow_up_of\n");
        var (held, cancelled, attendance, presentations, followUps) = (0, 0, 0, 0, 0);
        foreach (var group in groups)
        {
            people.Append(CultureInfo.InvariantCulture, $"L-{group},Lee {group},,none,,leader,,,,Hill Trust,{group},2023-08-02,2024-07-30,,,,\n");
            var members = Enumerable.Range(1, chance.Next(2, 9)).Select(at => $"M-{group}-{at}").ToArray();
            foreach (var member in members)
                people.Append(CultureInfo.InvariantCulture, $"{member},May {member},,none,,{(chance.Next(5) == 0 ? "member" : "trainee")},CT1,1.0,Mon Tue Wed Thu Fri,Hill Trust,{group},2023-08-02,2024-07-30,,2024-07-31,2024-06-20,2024-06-06\n");
            for (var week = 0; week < 40; week++)
            {
                var day = new DateOnly(2023, 8, 2).AddDays(week * 7);
                if (chance.Next(10) == 0)
                {
                    cancelled++;
                    registers.Append(CultureInfo.InvariantCulture, $"{group},Hill Trust,{day:yyyy-MM-dd},14:00,90,,cancelled:holiday,,,,,,,\n");
                    continue;
                }
                held++;
                foreach (var member in members)
                {
                    var (what, minutes) = chance.Next(6) switch { 0 => ("absent", 0), 1 => ("partial", chance.Next(1, 90)), 2 => ("apologies", 0), _ => ("present", 90) };
                    var role = minutes == 0 || week == 0 ? "member" : chance.Next(6) switch { 0 => "presenter", 1 => "follow-up", _ => "member" };
                    attendance += minutes > 0 ? 1 : 0;
                    presentations += role == "presenter" ? 1 : 0;
                    followUps += role == "follow-up" ? 1 : 0;
                    registers.Append(CultureInfo.InvariantCulture, $"{group},Hill Trust,{day:yyyy-MM-dd},14:00,90,{(chance.Next(4) == 0 ? "online" : "in-person")},held,L-{group},,{member},{what},{minutes},{role},{(role == "follow-up" ? $"{day.AddDays(-7):yyyy-MM-dd}" : "")}\n");
                }
            }
        }
        return new(people.ToString(), SameModePerSession(registers.ToString()), held, cancelled, attendance, presentations, followUps);
    }

    // The rows of one session agree on how it was held: the first row's mode stands.
    private static string SameModePerSession(string registers)
    {
        var modes = new Dictionary<string, string>();
        return string.Join('\n', registers.Split('\n').Select(line =>
        {
            var cells = line.Split(',');
            if (cells.Length < 14 || cells[6] != "held")
                return line;
            var session = cells[0] + cells[2];
            cells[5] = modes.TryGetValue(session, out var mode) ? mode : modes[session] = cells[5];
            return string.Join(',', cells);
        }));
    }
}

public sealed class MadeUpYearTests(Hosting.TestHost host) : IClassFixture<Hosting.TestHost>
{
    private sealed record Kind(string Name, long Count);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Any_other_year_in_the_same_shape_gives_what_follows_from_it(int seed)
    {
        var year = MadeUpYear.Of(seed);
        var scene = new ImportScene(host);

        var (added, findings) = await scene.Import(year.People, null, year.Registers);

        Assert.Empty(findings.Listed);
        Assert.Equal(year.Held + year.Cancelled, added!.Sessions);
        var kinds = (await scene.Rows<Kind>("select kind as name, count(*) from record where programme_id = @Programme group by kind")).ToDictionary(kind => kind.Name, kind => kind.Count);
        Assert.Equal((year.Attendance, year.Presentations, year.FollowUps), (kinds["attendance"], kinds["presentation"], kinds["follow-up"]));
    }
}
