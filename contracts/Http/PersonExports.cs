using System.Text.Json;

namespace Portfolio.Contracts.Http;

/// <summary>Everything that a programme holds about one person, as that person gets it.</summary>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="Programme">The programme's name.</param>
/// <param name="PersonId">Whom it is about.</param>
/// <param name="MadeAt">When it was made; all of it shows this one moment.</param>
/// <param name="Parts">
/// The kinds of thing that are held, each with its entries. What is empty is there too, so that it can be seen to be empty. Times are UTC, days are local to the
/// programme, bytes are hexadecimal. Other people stand in it by id; <c>names</c> has those whose names this person may know.
/// </param>
public sealed record PersonExport(
    Guid ProgrammeId, string Programme, Guid PersonId, DateTimeOffset MadeAt, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, JsonElement>>> Parts);

/// <summary>An order to send somebody what is held about them: they get a link by letter, and whoever orders it sees nothing of it.</summary>
/// <param name="Id">A UUID of the client's own, so that a repeated request sends one letter.</param>
public sealed record NewExportOrder(Guid? Id = null);

/// <summary>An order that was given.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PersonId">To whom the link goes.</param>
/// <param name="OrderedAt">When.</param>
/// <param name="Until">Until when the link can be used, once.</param>
/// <param name="TakenAt">When it was used; absent until then.</param>
public sealed record ExportOrderBody(Guid Id, Guid PersonId, DateTimeOffset OrderedAt, DateTimeOffset Until, DateTimeOffset? TakenAt = null);
