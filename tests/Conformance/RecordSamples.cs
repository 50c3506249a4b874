using System.Security.Cryptography;
using Portfolio.Contracts.Records;

namespace Portfolio.Conformance;

// Made-up people and made-up records of every kind.
internal static class RecordSamples
{
    public const string Base = "https://portfolio.example.org";
    public const string Programme = "0198c0de-0000-7000-8000-000000000001";
    public const string KeyId = $"{Base}/programmes/{Programme}/keys/2025-a";
    public static readonly DateTimeOffset Signed = new(2025, 3, 5, 16, 4, 9, TimeSpan.Zero);
    public static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly Issuer Issuer = new(DidWeb.Of(Base, Programme), "Example Psychiatry Training Programme (demonstration)");
    public static readonly RSA Rsa = RSA.Create(2048);
    public static readonly RecordKey RsaKey = new(KeyId, Signed.AddDays(-30)) { Rsa = Rsa.ExportParameters(false) };

    public static readonly Ed25519Key ProgrammeEd25519 = new(Ed25519.NewSeed());
    public static readonly Ed25519Key LeaderEd25519 = new(Ed25519.NewSeed());
    public static readonly ProgrammeKeys Programme25 = new(Issuer.Id, "2025-a", Rsa, ProgrammeEd25519);
    public static readonly RecordKey Ed25519RecordKey = new(Programme25.ProofMethod, Signed.AddDays(-30)) { Ed25519 = ProgrammeEd25519.PublicKey.ToArray() };
    public static readonly RecordKeys Keys = RecordKeys.Of(RsaKey, Ed25519RecordKey);

    private static readonly Holder Trainee = new(new("0198c0de-0000-7000-8000-0000000000a1"), "Zoë O’Brien-Łuczak", "GMC", "9900001");
    private static readonly Leader Leader = new(new("0198c0de-0000-7000-8000-0000000000b1"), "Quentin \"Q\" Hughes", "GMC", "9907341");
    private static readonly Leader Unregistered = new(new("0198c0de-0000-7000-8000-0000000000b2"), "Tariq Corrigan");
    private static readonly DateOnly Day = new(2025, 3, 5);
    private static readonly Provenance Attested = Provenance.Attested("Wren Quaye, psychotherapy tutor", Signed);
    private static readonly Provenance Imported = Provenance.Imported("Wren Quaye, psychotherapy tutor", Signed);

    private static readonly IReadOnlyList<Alignment> Alignments =
    [
        new($"{Base}/ims/case/v1p1/CFItems/7e9a3c52-0a4d-5a6f-9b1e-3f2d1c0b9a81", "HLO-2", "Communication", "Example framework 2022"),
        new($"{Base}/ims/case/v1p1/CFItems/7e9a3c52-0a4d-5a6f-9b1e-3f2d1c0b9a82", "HLO-1.2", "Reflective practice", "Example framework 2022"),
    ];

    public static RecordHeader Header(int number = 1, int version = 1) => new(
        $"{Base}/v1/programmes/{Programme}/records/0198c0de-0000-7000-8000-{number:x12}", version, Signed, Issuer,
        new($"{Base}/programmes/{Programme}/status/1", 1000 + number));

    public static IReadOnlyDictionary<string, Claim> Claims { get; } = new Dictionary<string, Claim>
    {
        ["attendance"] = new Attendance(Trainee, Leader, "riverside-wed", Day, 60, Mode.InPerson, Provenance.Contemporaneous, []),
        ["attendance-attested"] = new Attendance(Trainee, Leader, "riverside-wed", Day, 45, Mode.Online, Attested, []),
        ["attendance-imported"] = new Attendance(Trainee, null, "riverside-wed", Day, 60, Mode.InPerson, Imported, []),
        ["presentation"] = new Presentation(Trainee, Unregistered, "riverside-wed", Day, PresentationRole.FollowedUp, Provenance.Contemporaneous, Alignments),
        ["leading"] = new Leading(
            new(Unregistered.Id, Unregistered.Name), Leader, "riverside-wed", Day, 90, Mode.InPerson, LeadingRole.CoLed, Provenance.Contemporaneous, []),
        ["period-account"] = new PeriodAccount(
            Trainee, Leader, "riverside-wed", new(2024, 8, 7), new(2025, 2, 4), 24, 22, 20, 1185, 2, 1,
            [new(Leader.Name, Leader.Body, Leader.Number), new(Unregistered.Name)],
            [$"{Header(7).Id}/versions/1", $"{Header(8).Id}/versions/2"], Provenance.Contemporaneous, Alignments),
        ["assessment"] = new Assessment(
            Trainee, Leader, "riverside-wed", Day, "Example group form", "3", "Satisfactory",
            [new("1", "Meets expectations"), new("2", "Above expectations; often")],
            Provenance.Contemporaneous, Alignments),
        ["recorded-elsewhere"] = new RecordedElsewhere(
            Trainee, "Another portfolio", "sessions", new(2024, 2, 7), new(2024, 7, 31), 12, "AB/12", Imported, []),
        ["verification"] = new Verification(
            Trainee, Leader, "uk-nw-core", "1", VerificationScope.Requirement, "met", new(2025, 7, 31), [$"{Header(9).Id}/versions/1"],
            Provenance.Contemporaneous, Alignments),
    };

    public static SignedRecord SignedAs(string name, RecordHeader? header = null)
    {
        var claim = Claims[name];
        var contemporaneous = claim.Provenance.Kind == ProvenanceKind.Contemporaneous;
        var list = claim is PeriodAccount or Assessment or Verification
            ? null
            : new SignedList($"{Base}/v1/programmes/{Programme}/sessions/0198c0de-0000-7000-8000-0000000000f1/sign-off", SHA256.HashData("list"u8));
        return RecordSigner.Sign(header ?? Header(), claim, Programme25, contemporaneous ? new(LeaderEd25519, list) : null);
    }
}
