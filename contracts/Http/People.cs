using System.ComponentModel.DataAnnotations;

namespace Portfolio.Contracts.Http;

/// <summary>A programme to make: the tenant that holds everything else.</summary>
/// <param name="Key">Its short name in commands: lower-case letters, digits and hyphens.</param>
/// <param name="Name">Its name as records show it.</param>
/// <param name="TimeZone">An IANA time zone such as <c>Europe/London</c>, in which days and deadlines are judged.</param>
/// <param name="Demonstration">Must be true over HTTP: a real programme is made by whoever runs the service.</param>
/// <param name="Tutor">The first person, who becomes its tutor.</param>
/// <param name="Id">A UUID of the client's own, so that a repeated request makes one programme.</param>
public sealed record NewProgramme(
    [PlainText(63), RegularExpression(Fences.Key)] string Key, [PlainText(Fences.ProgrammeName)] string Name, [PlainText(64)] string TimeZone, bool Demonstration,
    NewPerson Tutor, Guid? Id = null);

/// <summary>A programme.</summary>
/// <param name="Id">Its id, which stands in every path.</param>
/// <param name="Key">Its short name in commands.</param>
/// <param name="Name">Its name as records show it.</param>
/// <param name="TimeZone">The IANA time zone in which its days are judged.</param>
/// <param name="Demonstration">Whether it is a demonstration, which anybody at this computer can enter.</param>
/// <param name="Issuer">The <c>did:web</c> under which it signs, fixed when it was made.</param>
public sealed record ProgrammeBody(Guid Id, string Key, string Name, string TimeZone, bool Demonstration, string Issuer);

/// <summary>A person to add.</summary>
/// <param name="Name">The name as a certificate would show it.</param>
/// <param name="Key">An id of the programme's own, such as the one in its sheets.</param>
/// <param name="Email">An e-mail address.</param>
/// <param name="Body">The professional body that gave the number: <c>GMC</c>, <c>NMC</c>, <c>HCPC</c> or another; none where the person has no number.</param>
/// <param name="Number">The number there, as text: leading zeros count.</param>
/// <param name="Id">A UUID of the client's own, so that a repeated request adds one person.</param>
public sealed record NewPerson(
    [PlainText(Fences.Name)] string Name, [PlainText(40)] string? Key = null, [EmailAddress, PlainText(Fences.Email)] string? Email = null,
    [PlainText(20)] string? Body = null, [PlainText(20)] string? Number = null, Guid? Id = null);

/// <summary>A person.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name as a certificate would show it.</param>
/// <param name="Key">The programme's own id for them.</param>
/// <param name="Email">An e-mail address.</param>
/// <param name="Body">The professional body that gave the number.</param>
/// <param name="Number">The number there.</param>
public sealed record PersonBody(Guid Id, string Name, string? Key, string? Email, string? Body, string? Number);

/// <summary>A page of people, in the order of their names.</summary>
/// <param name="People">The people.</param>
/// <param name="Next">What to send as <c>after</c> for the next page; absent on the last.</param>
public sealed record PeoplePage(IReadOnlyList<PersonBody> People, Guid? Next = null);

/// <summary>A placement: where somebody works, how much, and the dates that deadlines hang on.</summary>
/// <param name="Site">The site's name; it is made when missing.</param>
/// <param name="Role"><c>trainee</c> has a requirement, <c>member</c> takes part without one.</param>
/// <param name="WholeTime">The whole-time equivalent, above 0 and at most 1.</param>
/// <param name="WorkingDays">The days worked: 1 is Monday, 7 is Sunday.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, where it is known.</param>
/// <param name="Grade">The grade, such as <c>CT1</c>.</param>
/// <param name="GradeExpectedTo">The day on which the grade is expected to end.</param>
/// <param name="ReviewOn">The day of the next review.</param>
/// <param name="EvidenceCutOff">The last day for evidence towards that review.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record NewPlacement(
    [PlainText(Fences.Name)] string Site, [Code("trainee", "member")] string Role, [Range(0.05, 1.0)] decimal WholeTime,
    [WeekDays] IReadOnlyList<short> WorkingDays, [LocalDay] DateOnly From, [LocalDay] DateOnly? Until = null,
    [PlainText(20)] string? Grade = null, [LocalDay] DateOnly? GradeExpectedTo = null, [LocalDay] DateOnly? ReviewOn = null,
    [LocalDay] DateOnly? EvidenceCutOff = null, Guid? Id = null);

/// <summary>A period that stops the clock: its dates, never its reason.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record NewClockStop([LocalDay] DateOnly From, [LocalDay] DateOnly Until, Guid? Id = null);

/// <summary>A supervisor's relation to a trainee.</summary>
/// <param name="SupervisorId">The supervisor.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, where it is known.</param>
/// <param name="Kind"><c>educational</c>, who sees all of the trainee's evidence while in office, or <c>clinical</c>, who sees the period accounts that are shared.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record NewSupervision(
    Guid SupervisorId, [LocalDay] DateOnly From, [LocalDay] DateOnly? Until = null, [Code("educational", "clinical")] string Kind = "educational", Guid? Id = null);

/// <summary>Who supervises or supervised a trainee.</summary>
/// <param name="Supervisions">Oldest first.</param>
public sealed record SupervisionList(IReadOnlyList<SupervisionBody> Supervisions);

/// <summary>One supervision.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SupervisorId">The supervisor.</param>
/// <param name="Name">The supervisor's name.</param>
/// <param name="Kind"><c>educational</c> or <c>clinical</c>.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, where it is known.</param>
public sealed record SupervisionBody(Guid Id, Guid SupervisorId, string Name, string Kind, DateOnly From, DateOnly? Until);

/// <summary>An office in the programme.</summary>
/// <param name="PersonId">Who holds it.</param>
/// <param name="Office"><c>tutor</c> and <c>administrator</c> look after sites; <c>director</c> after the programme; <c>panel-member</c> sits until a day;
/// <c>data-protection-officer</c> sees the audit, holds and exports, and no content.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, where it is known.</param>
/// <param name="Site">The site that a tutor or administrator looks after; every site where it is left out.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record NewAppointment(
    Guid PersonId, [Code("tutor", "administrator", "director", "panel-member", "data-protection-officer")] string Office, [LocalDay] DateOnly From,
    [LocalDay] DateOnly? Until = null, [PlainText(Fences.Name)] string? Site = null, Guid? Id = null);

/// <summary>Who holds or held which office.</summary>
/// <param name="Appointments">Oldest first.</param>
public sealed record AppointmentList(IReadOnlyList<AppointmentBody> Appointments);

/// <summary>One office of one person.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PersonId">Who holds it.</param>
/// <param name="Name">Their name.</param>
/// <param name="Office">The office.</param>
/// <param name="Site">The site; absent where it is for every site.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, where it is known.</param>
public sealed record AppointmentBody(Guid Id, Guid PersonId, string Name, string Office, string? Site, DateOnly From, DateOnly? Until);

/// <summary>A dated fact that was added.</summary>
/// <param name="Id">Its id.</param>
public sealed record FactBody(Guid Id);
