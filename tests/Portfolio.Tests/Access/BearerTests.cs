using System.Net;
using System.Security.Cryptography;
using System.Text;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Access;

/// <summary>Tokens of a provider: what is good opens exactly what its person may see, and whatever else is sent is a 401 that the log explains.</summary>
public sealed class BearerTests(ProviderHost provided) : IClassFixture<ProviderHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ProviderDouble One => provided.One;

    [Fact]
    public async Task A_token_of_the_provider_is_its_person_and_nobody_else()
    {
        var token = Good();

        Assert.Equal(HttpStatusCode.OK, (await provided.Ask(token)).StatusCode);
        Assert.Equal("404 not-found", await (await provided.Ask(token, provided.Scene.Other)).Refusal());
        Assert.Equal(HttpStatusCode.OK, (await provided.Ask(Good(type: "application/at+jwt"))).StatusCode);
    }

    [Fact]
    public async Task Two_providers_with_the_same_subject_are_two_people()
    {
        var token = provided.Two.Sign(provided.Two.Header(), provided.Two.Claims());

        Assert.Equal(HttpStatusCode.OK, (await provided.Ask(token, provided.Scene.Other)).StatusCode);
        Assert.Equal("404 not-found", await (await provided.Ask(token, provided.Scene.Trainee)).Refusal());
    }

    [Theory]
    [InlineData("subject-2")]
    [InlineData("SUBJECT-1")]
    [InlineData(" subject-1")]
    [InlineData("tara@example.org")]
    public async Task An_account_that_nobody_added_is_told_how_to_be_invited(string subject)
    {
        var said = await provided.Said(async () =>
        {
            var answer = await provided.Ask(One.Sign(One.Header(), One.Claims(subject)));
            Assert.Equal("401 sign-in-unknown", await answer.Refusal());
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        });
        Assert.Contains("account-unknown", Assert.Single(said), StringComparison.Ordinal);
        Assert.DoesNotContain(subject.Trim(), said[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_account_is_in_one_programme_it_is_not_in_another_and_an_absent_one_answers_alike()
    {
        var elsewhere = await Scene.Set(provided.Host);
        var answers = new HashSet<string>();
        foreach (var programme in new[] { elsewhere.Programme, Guid.CreateVersion7() })
            answers.Add(await (await provided.Ask(Good(), programme: programme)).Content.ReadAsStringAsync(Cancellation));
        Assert.Contains("sign-in-unknown", Assert.Single(answers), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ended_sign_in_is_over_at_once()
    {
        var person = await provided.Scene.Person("Enid Ended", "E1", "9900041");
        await provided.Know(person, One, "ended");
        var token = One.Sign(One.Header(), One.Claims("ended"));
        Assert.Equal(HttpStatusCode.OK, (await provided.Ask(token, person)).StatusCode);

        await using (var work = await provided.Host.Database.Begin(provided.Scene.Programme, Cancellation))
        {
            await Portfolio.Api.Database.WorkQueries.Run(work, "update sign_in set ended_at = @now where person_id = @Id", new { now = provided.Host.Clock.GetUtcNow(), person.Id });
            await work.Commit();
        }
        Assert.Equal("401 sign-in-unknown", await (await provided.Ask(token, person)).Refusal());
    }

    /// <summary>The most that two clocks may be apart is 300 seconds, either way.</summary>
    [Theory]
    [InlineData("exp", -299, true)]
    [InlineData("exp", -301, false)]
    [InlineData("nbf", 299, true)]
    [InlineData("nbf", 301, false)]
    public async Task Clocks_may_be_apart_by_299_seconds_and_not_by_301(string claim, int seconds, bool taken)
    {
        var claims = One.Claims();
        claims[claim] = One.Seconds(seconds);
        await Outcome(One.Sign(One.Header(), claims), taken ? null : "not-in-time");
    }

    public static TheoryData<string, string> Bad { get; } = new()
    {
        { "alg none", "algorithm" }, { "alg None", "algorithm" }, { "alg none with a signature", "algorithm" }, { "alg missing", "algorithm" },
        { "HS256 with the public key in PEM", "algorithm" }, { "HS256 with the public key in DER", "algorithm" }, { "HS256 with the modulus", "algorithm" },
        { "signed by somebody else", "signature" }, { "signature cut off", "signature" }, { "signature of another token", "signature" }, { "EC signature under an RSA key", "signature" },
        { "another audience", "audience" }, { "the client's own audience", "audience" }, { "two audiences", "audience" }, { "no audience", "audience" }, { "an empty audience", "audience" },
        { "another issuer", "issuer" }, { "the other provider's issuer", "key-unknown" }, { "issuer with a slash", "issuer" }, { "no issuer", "no-issuer" },
        { "an id_token", "type" }, { "no typ", "type" }, { "typ logout+jwt", "type" },
        { "no end", "not-in-time" }, { "ended long ago", "not-in-time" }, { "an end in words", "not-in-time not-valid unreadable" }, { "an end beyond time", "" },
        { "no subject", "no-subject" }, { "an empty subject", "no-subject" }, { "a subject of 256", "no-subject" }, { "a subject in numbers", "no-subject account-unknown" },
        { "crit", "header" }, { "jku", "header" }, { "x5u", "header" }, { "jwk", "header" }, { "nested", "header" }, { "encrypted", "not-a-signed-jwt" }, { "zip", "header" },
        { "kid unknown", "key-unknown" }, { "kid is a path", "key-unknown" }, { "kid is SQL", "key-unknown" }, { "no kid", "" },
        { "15 kB of claims", "account-unknown" }, { "garbage", "not-a-signed-jwt" }, { "dots", "unreadable" }, { "not base64", "unreadable" }, { "arrays for objects", "unreadable" },
        { "deep", "unreadable" }, { "JSON that breaks off", "unreadable" }, { "15 kB of dots", "not-a-signed-jwt" }, { "issuer in a list", "unreadable no-issuer issuer" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public Task Whatever_is_not_a_good_token_is_refused_with_a_reason_in_the_log(string what, string reason) => Outcome(Make(what), reason is "" ? null : reason);

    [Fact]
    public async Task A_token_too_long_for_a_header_is_refused_before_anybody_reads_it()
    {
        foreach (var size in new[] { 17_000, 100_000 })
            Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, (await provided.Ask(Good() + new string('A', size))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await provided.Ask(Good())).StatusCode);
    }

    [Fact]
    public async Task Nothing_of_a_token_is_ever_logged()
    {
        var tokens = new[] { Good(), Make("signed by somebody else"), Make("kid is SQL"), Make("another issuer") };
        foreach (var token in tokens)
            await provided.Ask(token);
        Assert.All(tokens, token => Assert.DoesNotContain(provided.Host.Log.Lines, line => line.Contains(token.Split('.')[1], StringComparison.Ordinal)));
        Assert.DoesNotContain(provided.Host.Log.Lines, line => line.Contains("drop table", StringComparison.Ordinal) || line.Contains("elsewhere.example.org", StringComparison.Ordinal));
    }

    private async Task Outcome(string token, string? reason)
    {
        var said = await provided.Said(async () =>
        {
            var answer = await provided.Ask(token);
            if (reason is null)
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            else
                Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        });
        if (reason is null)
            Assert.Empty(said);
        else
            Assert.Contains(reason.Split(' '), one => Assert.Single(said).Contains($"refused: {one}. Request", StringComparison.Ordinal));
    }

    private string Good(string type = "at+jwt") => One.Sign(One.Header(type), One.Claims());

    private string Make(string what)
    {
        var (header, claims, key) = (One.Header(), One.Claims(), One.Keys[0].Key);
        string Signed() => One.Sign(header, claims, key);
        string With(string name, object? value)
        {
            header[name] = value;
            return Signed();
        }
        string Saying(string name, object? value)
        {
            claims[name] = value;
            return Signed();
        }
        string Without(string name)
        {
            claims.Remove(name);
            return Signed();
        }
        string Hmac(byte[] secret)
        {
            header["alg"] = "HS256";
            var signed = $"{ProviderDouble.Part(header)}.{ProviderDouble.Part(claims)}";
            return $"{signed}.{System.Buffers.Text.Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)))}";
        }
        string NoSignature(string algorithm)
        {
            header["alg"] = algorithm;
            return $"{ProviderDouble.Part(header)}.{ProviderDouble.Part(claims)}.";
        }
        var parts = Signed().Split('.');
        switch (what)
        {
            case "alg none": return NoSignature("none");
            case "alg None": return NoSignature("nOnE");
            case "alg none with a signature": return With("alg", "none");
            case "alg missing": header.Remove("alg"); return Signed();
            case "HS256 with the public key in PEM": return Hmac(Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()));
            case "HS256 with the public key in DER": return Hmac(key.ExportSubjectPublicKeyInfo());
            case "HS256 with the modulus": return Hmac(key.ExportParameters(false).Modulus!);
            case "signed by somebody else": using (key = RSA.Create(2048)) return Signed();
            case "signature cut off": return $"{parts[0]}.{parts[1]}.";
            case "signature of another token": claims["sub"] = "subject-2"; return $"{parts[0]}.{parts[1]}.{Signed().Split('.')[2]}";
            case "EC signature under an RSA key":
                header["alg"] = "ES256";
                var signed = $"{ProviderDouble.Part(header)}.{ProviderDouble.Part(claims)}";
                using (var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256))
                    return $"{signed}.{System.Buffers.Text.Base64Url.EncodeToString(curve.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}";
            case "another audience": return Saying("aud", "https://elsewhere.example.org");
            case "the client's own audience": return Saying("aud", ProviderDouble.ClientId);
            case "two audiences": return Saying("aud", new[] { ProviderDouble.Audience, "https://elsewhere.example.org" });
            case "no audience": return Without("aud");
            case "an empty audience": return Saying("aud", "");
            case "another issuer": return Saying("iss", "https://elsewhere.example.org");
            case "the other provider's issuer": header["kid"] = "key-9"; return Saying("iss", provided.Two.Issuer);
            case "issuer with a slash": return Saying("iss", One.Issuer + "/");
            case "no issuer": return Without("iss");
            case "issuer in a list": return Saying("iss", new[] { One.Issuer });
            case "an id_token": return With("typ", "JWT");
            case "no typ": header.Remove("typ"); return Signed();
            case "typ logout+jwt": return With("typ", "logout+jwt");
            case "no end": return Without("exp");
            case "ended long ago": return Saying("exp", One.Seconds(-86_400));
            case "an end in words": return Saying("exp", "tomorrow");
            case "an end beyond time": return Saying("exp", 9e18);
            case "no subject": return Without("sub");
            case "an empty subject": return Saying("sub", "");
            case "a subject of 256": return Saying("sub", new string('s', 256));
            case "a subject in numbers": return Saying("sub", 1);
            case "crit": header["exp"] = 0; return With("crit", new[] { "exp" });
            case "jku": return With("jku", "https://elsewhere.example.org/keys");
            case "x5u": return With("x5u", "https://elsewhere.example.org/keys.pem");
            case "jwk":
                using (key = RSA.Create(2048))
                {
                    var own = key.ExportParameters(false);
                    return With("jwk", new { kty = "RSA", n = System.Buffers.Text.Base64Url.EncodeToString(own.Modulus), e = System.Buffers.Text.Base64Url.EncodeToString(own.Exponent) });
                }
            case "nested": return With("cty", "JWT");
            case "encrypted": return $"{ProviderDouble.Part(new { alg = "RSA-OAEP", enc = "A256GCM" })}.AAAA.AAAA.{parts[1]}.AAAA";
            case "zip": return With("zip", "DEF");
            case "kid unknown": return With("kid", "key-9");
            case "kid is a path": return With("kid", "../../../../dev/null");
            case "kid is SQL": return With("kid", "'; drop table person; --");
            case "no kid": header.Remove("kid"); return Signed();
            case "15 kB of claims": claims["sub"] = "subject-2"; return Saying("more", new string('m', 10_500));
            case "garbage": return "garbage";
            case "dots": return "..";
            case "not base64": return "%%%.%%%.%%%";
            case "arrays for objects": return $"{ProviderDouble.Part(new[] { 1 })}.{ProviderDouble.Part(new[] { 2 })}.{parts[2]}";
            case "deep": return $"{parts[0]}.{System.Buffers.Text.Base64Url.EncodeToString(Encoding.ASCII.GetBytes(new string('[', 4_000)))}.{parts[2]}";
            case "JSON that breaks off": return $"{parts[0]}.{parts[1][..(parts[1].Length / 8 * 4)]}.{parts[2]}";
            case "15 kB of dots": return new string('.', 15_000);
            default: throw new ArgumentOutOfRangeException(nameof(what), what, null);
        }
    }
}
