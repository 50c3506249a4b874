using Portfolio.Api.People;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>Where things of a programme are found. All of it follows from the issuer, which never moves.</summary>
internal static class Addresses
{
    public static string Record(Programme programme, Guid record) => $"{Root(programme)}/v1/programmes/{programme.Id:D}/records/{record:D}";

    /// <summary>Where anybody who holds a record on paper sees whether that version stands.</summary>
    public static string RecordCheck(Programme programme, Guid record, int number) => $"{DidWeb.Url(programme.Issuer)}/records/{record:D}/versions/{number}";

    public static string Register(Programme programme, Guid session, int number) =>
        $"{Root(programme)}/v1/programmes/{programme.Id:D}/sessions/{session:D}/registers/{number}";

    public static string EvidencePack(Programme programme, Guid person, Guid pack) =>
        $"{Root(programme)}/v1/programmes/{programme.Id:D}/trainees/{person:D}/evidence-packs/{pack:D}";

    /// <summary>Where anybody who holds an evidence pack on paper sees whether it was issued and what changed since.</summary>
    public static string EvidencePackCheck(Programme programme, Guid pack) => $"{DidWeb.Url(programme.Issuer)}/evidence-packs/{pack:D}";

    /// <summary>Beside it stand the programme's `did.json` and `jwks.json`.</summary>
    public static string Keys(Programme programme) => DidWeb.Url(programme.Issuer)!;

    public static string StatusList(Programme programme, int list) => $"{DidWeb.Url(programme.Issuer)}/status/{list}";

    public static string CompetencyItem(Programme programme, Guid item) => $"{Root(programme)}/ims/case/v1p1/CFItems/{item:D}";

    private static string Root(Programme programme) => new Uri(DidWeb.Url(programme.Issuer)!).GetLeftPart(UriPartial.Authority);
}
