using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

// Whatever is handed in: refused with the right check, never an exception, never accepted.
public sealed class HostileRecordTests
{
    // Every byte with PORTFOLIO_EXHAUSTIVE=1, otherwise a spread of places.
    private static readonly bool Exhaustive = Environment.GetEnvironmentVariable("PORTFOLIO_EXHAUSTIVE") == "1";
    private const int Places = 200;

    public static TheoryData<string> Files => [.. GoldenRecords.Files];
    public static TheoryData<string> Names => [.. RecordSamples.Claims.Keys];

    [Theory, MemberData(nameof(Files))]
    public void No_byte_of_a_golden_file_can_be_changed(string file)
    {
        var (good, keys) = (GoldenRecords.Read(file), GoldenRecords.Keys());
        var step = Exhaustive ? 1 : good.Length / (double)Places;
        for (var place = 0.0; place < good.Length; place += step)
        {
            var bytes = (byte[])good.Clone();
            bytes[(int)place] ^= (byte)(1 << ((int)place % 8));
            var found = RecordVerifier.Check(bytes, keys, RecordSamples.Now);
            Assert.False(found.Accepted, $"{file} at {(int)place}");
            Assert.Contains(found.Checks, check => check.Answer == Answer.No);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void No_place_of_the_JSON_can_be_changed(string name)
    {
        var mutations = JsonMutations.Of(GoldenRecords.Read($"{name}.json")).ToList();
        var keys = GoldenRecords.Keys();
        foreach (var (what, json) in mutations.Where((_, index) => Exhaustive || index % 5 == 0))
            Assert.False(RecordVerifier.Check(Encoding.UTF8.GetBytes(json), keys, RecordSamples.Now).Accepted, what);
    }

    [Fact]
    public void A_record_without_its_proof_is_not_signed() =>
        Refused(CheckNames.SignatureValid, Changed("attendance", record => record.Remove("proof")));

    [Fact]
    public void A_record_without_its_endorsement_is_refused_even_under_a_new_proof() =>
        Refused(CheckNames.EndorsementValid, Resigned("attendance", record => record.Remove("endorsement")));

    [Fact]
    public void An_endorsement_of_another_record_does_not_count() =>
        Refused(CheckNames.EndorsementValid, Resigned("attendance", record =>
            record["endorsement"] = Json(RecordSamples.SignedAs("attendance", RecordSamples.Header(2)).Embedded!)["endorsement"]!.DeepClone()));

    [Fact]
    public void An_endorsement_of_an_earlier_version_does_not_count() =>
        Refused(CheckNames.EndorsementValid, Resigned("attendance", record =>
            record["credentialSubject"]!["result"]![3]!["value"] = "2"));

    [Fact]
    public void An_endorsement_of_other_claims_does_not_count() =>
        Refused(CheckNames.EndorsementValid, Resigned("attendance", record => record["credentialSubject"]!["result"]![1]!["value"] = "61"));

    [Fact]
    public void A_second_endorsement_is_one_too_many() =>
        Refused(CheckNames.EndorsementValid, Resigned("attendance", record => record["endorsement"]!.AsArray().Add(record["endorsement"]![0]!.DeepClone())));

    [Fact]
    public void An_imported_record_cannot_borrow_an_endorsement() =>
        Refused(CheckNames.EndorsementValid, Resigned("attendance-imported", record =>
            record["endorsement"] = Json(RecordSamples.SignedAs("attendance").Embedded!)["endorsement"]!.DeepClone()));

    [Fact]
    public void An_imported_record_cannot_pass_for_a_contemporaneous_one() =>
        Refused(CheckNames.SignatureValid, Changed("attendance-imported", record => record["credentialSubject"]!["result"]![4]!["value"] = "contemporaneous"));

    [Fact]
    public void Keys_that_were_swapped_sign_nothing()
    {
        using var otherRsa = RSA.Create(2048);
        using var otherEd25519 = new Ed25519Key(Ed25519.NewSeed());
        var swapped = RecordKeys.Of(
            RecordSamples.RsaKey with { Rsa = otherRsa.ExportParameters(false) }, RecordSamples.Ed25519RecordKey with { Ed25519 = otherEd25519.PublicKey.ToArray() });
        var signed = RecordSamples.SignedAs("attendance");
        Refused(CheckNames.SignatureValid, signed.Embedded!, swapped);
        Refused(CheckNames.SignatureValid, signed.Jwt, swapped);
    }

    [Fact]
    public void A_leaders_key_cannot_sign_for_the_programme() =>
        Refused(CheckNames.KeyKnown, Changed("attendance", record =>
            record["proof"]!["verificationMethod"] = DidKey.VerificationMethod(RecordSamples.LeaderEd25519.PublicKey)));

    [Fact]
    public void Another_programmes_key_signs_nothing_of_this_one()
    {
        var other = RecordSamples.Ed25519RecordKey with { Id = "did:web:elsewhere.example.org:programmes:1#a" };
        var record = Changed("attendance", json => json["proof"]!["verificationMethod"] = other.Id);
        Refused(CheckNames.KeyKnown, record, RecordKeys.Of(other));
    }

    [Theory]
    [InlineData("""{"alg":"none","kid":"KID","typ":"JWT"}""", "")]
    [InlineData("""{"alg":"HS256","kid":"KID","typ":"JWT"}""", null)]
    [InlineData("""{"alg":"RS256","kid":"KID","typ":"JWT","crit":["b64"]}""", null)]
    [InlineData("""{"alg":"RS256","alg":"none","kid":"KID","typ":"JWT"}""", null)]
    [InlineData("""{"alg":"RS256","kid":"KID","typ":"JWT","jwk":{}}""", null)]
    [InlineData("""{"alg":"RS256","kid":7,"typ":"JWT"}""", null)]
    public void A_header_that_says_anything_else_is_refused(string header, string? signature)
    {
        var payload = Encoding.ASCII.GetString(RecordSamples.SignedAs("attendance").Jwt).Split('.')[1];
        var input = $"{Base64Url.Encode(Encoding.UTF8.GetBytes(header.Replace("KID", RecordSamples.KeyId, StringComparison.Ordinal)))}.{payload}";
        signature ??= Base64Url.Encode(HMACSHA256.HashData(RecordSamples.RsaKey.Rsa!.Value.Modulus!, Encoding.ASCII.GetBytes(input)));
        Refused(CheckNames.FormatKnown, Encoding.ASCII.GetBytes($"{input}.{signature}"));
    }

    [Theory]
    [InlineData("=")]
    [InlineData("\n.")]
    [InlineData(".")]
    public void A_JWT_has_one_spelling(string tail) =>
        Refused(CheckNames.FormatKnown, [.. RecordSamples.SignedAs("attendance").Jwt, .. Encoding.ASCII.GetBytes(tail)]);

    [Fact]
    public void Stray_bits_of_base64url_are_refused()
    {
        var jwt = RecordSamples.SignedAs("attendance").Jwt;
        // 256 bytes leave four bits of the last letter unused: the next letter of the alphabet sets the lowest of them.
        jwt[^1]++;
        Refused(CheckNames.FormatKnown, jwt);
    }

    [Fact]
    public void A_record_that_ends_before_it_begins_is_refused() =>
        Refused(CheckNames.FormatKnown, Resigned("attendance-imported", record => record["validUntil"] = "2025-03-05T16:04:08Z"));

    [Theory]
    [InlineData("\"further\":1,", CheckNames.FormatKnown)]
    [InlineData("\"id\":\"https://portfolio.example.org/other\",", CheckNames.FormatKnown)]
    [InlineData("\"further\":\"\\ud800\",", CheckNames.FormatKnown)]
    [InlineData("\"further\":\"\\u0000\",", CheckNames.FormatKnown)]
    [InlineData("\"further\":\"\\u0001\",", CheckNames.FormatKnown)]
    [InlineData("\"\\u0001\":1,", CheckNames.FormatKnown)]
    [InlineData("\0", CheckNames.FormatKnown)]
    [InlineData("/* */", CheckNames.FormatKnown)]
    public void What_was_slipped_in_is_seen(string member, string check)
    {
        var signed = RecordSamples.SignedAs("attendance");
        Refused(check, Inserted(signed.Embedded!, member));
        Base64Url.TryDecode(Encoding.ASCII.GetString(signed.Jwt).Split('.')[1], out var payload);
        Refused(check, Encoding.ASCII.GetBytes(Jws.Sign(RecordSamples.Rsa, RecordSamples.KeyId, Inserted(payload!, member))));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("{\"type\":[")]
    public void Ten_megabytes_of_nesting_are_refused_at_once(string unit) =>
        Refused(CheckNames.FormatKnown, Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(unit, 10_000_000 / unit.Length))));

    [Fact]
    public void A_megabyte_of_nodes_that_are_all_alike_is_refused_in_a_moment()
    {
        var alike = string.Join(',', Enumerable.Repeat("""{"type":["Result"]}""", 40_000));
        var record = Changed("attendance-imported", json => json["credentialSubject"]!["result"] = JsonNode.Parse($"[{alike}]"));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Refused(CheckNames.FormatKnown, record);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("..")]
    [InlineData("{\"proof\":{}}")]
    [InlineData("{\"issuer\":7,\"proof\":7,\"endorsement\":{}}")]
    [InlineData("e30.e30.e30")]
    public void What_is_no_record_at_all_is_refused(string text) => Refused(CheckNames.FormatKnown, Encoding.UTF8.GetBytes(text));

    [Fact]
    public void Random_bytes_never_throw()
    {
        var random = new Random(20250305);
        for (var i = 0; i < 5000; i++)
        {
            var bytes = new byte[random.Next(300)];
            random.NextBytes(bytes);
            if (i % 2 == 0 && bytes.Length > 0)
                bytes[0] = (byte)'{';
            Assert.False(RecordVerifier.Check(bytes, RecordSamples.Keys, RecordSamples.Now).Accepted);
        }
    }

    private static void Refused(string check, byte[] record, RecordKeys? keys = null)
    {
        var found = RecordVerifier.Check(record, keys ?? RecordSamples.Keys, RecordSamples.Now);
        Assert.False(found.Accepted);
        Assert.True(found[check].Answer == Answer.No, string.Join("\n", found.Checks));
    }

    private static JsonObject Json(byte[] record) => JsonNode.Parse(record)!.AsObject();

    private static byte[] Changed(string name, Action<JsonObject> change)
    {
        var record = Json(RecordSamples.SignedAs(name).Embedded!);
        change(record);
        return Encoding.UTF8.GetBytes(record.ToJsonString());
    }

    // The programme itself signs what was changed: only the other checks can still refuse it.
    private static byte[] Resigned(string name, Action<JsonObject> change)
    {
        var record = Json(RecordSamples.SignedAs(name).Embedded!);
        record.Remove("proof");
        change(record);
        return DataIntegrity.Sign(
            Encoding.UTF8.GetBytes(record.ToJsonString()), RecordSamples.Programme25.ProofMethod, RecordSamples.Signed, RecordSamples.ProgrammeEd25519);
    }

    private static byte[] Inserted(byte[] json, string member) => [(byte)'{', .. Encoding.UTF8.GetBytes(member), .. json.AsSpan(1)];
}
