using Portfolio.Contracts.Http;

namespace Portfolio.Api.People;

/// <summary>The tenant: a school or training programme, or one private group run by its leaders.</summary>
internal sealed record Programme(Guid Id, string Key, string Name, string TimeZone, bool Demonstration, string Issuer)
{
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    public DateOnly LocalDate(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>When that local time was; nothing where the clocks skip it.</summary>
    public DateTimeOffset? At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return Zone.IsInvalidTime(local) ? null : new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }

    public ProgrammeBody ToBody() => new(Id, Key, Name, TimeZone, Demonstration, Issuer);

    /// <summary>A demonstration says so wherever its name is signed.</summary>
    public string SignedName => Demonstration ? Name + " (demonstration, not real evidence)" : Name;
}
