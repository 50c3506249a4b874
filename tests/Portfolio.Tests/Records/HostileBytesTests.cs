using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

// Seeded damage to good input: whatever comes, an answer and never another exception.
public class HostileBytesTests
{
    private const int Tries = 20_000;

    [Fact]
    public void Damaged_JSON_is_read_or_refused_and_what_is_read_can_be_walked()
    {
        var good = """{"a":[1,-0.5e3,true,null,"\uD83D\uDE00 é \\ \" \u0041"],"b":{"c":{},"d":[]}, "ü":"漢"}"""u8.ToArray();
        Assert.True(StrictJson.TryParse(good, out _, out _));
        var read = Damaged(good, seed: 1).Count(bytes =>
        {
            if (!StrictJson.TryParse(bytes, out var element, out var fault))
                return fault is null;
            Walk(element);
            return true;
        });
        Assert.InRange(read, 1, Tries - 1);
    }

    [Fact]
    public void A_damaged_token_is_never_accepted()
    {
        using var key = RSA.Create(2048);
        var good = Jws.Sign(key, "https://portfolio.example/keys/1", """{"iss":"x"}"""u8);
        foreach (var text in Damaged(Encoding.ASCII.GetBytes(good), seed: 2).Select(Encoding.Latin1.GetString).Where(text => text != good))
            Assert.False(Jws.TryRead(text, out var jws, out _) && jws.Check(key) is null, text);
    }

    [Fact]
    public void A_damaged_key_is_refused_or_is_another_key_with_one_spelling()
    {
        var good = DidKey.VerificationMethod(Ed25519.PublicKey(Ed25519.NewSeed()));
        foreach (var text in Damaged(Encoding.ASCII.GetBytes(good), seed: 3).Select(Encoding.Latin1.GetString))
        {
            if (DidKey.TryReadVerificationMethod(text, out var key))
                Assert.Equal(text, DidKey.VerificationMethod(key));
        }
    }

    [Fact]
    public void A_damaged_status_list_is_read_or_refused()
    {
        var good = new BitstringStatusList { [77] = true }.Encode();
        foreach (var text in Damaged(Encoding.ASCII.GetBytes(good), seed: 4).Take(2_000).Select(Encoding.Latin1.GetString))
        {
            try
            {
                Assert.InRange(BitstringStatusList.Decode(text).Length, BitstringStatusList.MinLength, BitstringStatusList.MaxLength);
            }
            catch (FormatException)
            {
            }
        }
    }

    private static IEnumerable<byte[]> Damaged(byte[] good, int seed)
    {
        var random = new Random(seed);
        for (var n = 0; n < Tries; n++)
        {
            List<byte> bytes = [.. good];
            for (var hits = random.Next(1, 4); hits > 0; hits--)
            {
                var at = random.Next(bytes.Count);
                switch (random.Next(4))
                {
                    case 0: bytes[at] = (byte)random.Next(256); break;
                    case 1: bytes.RemoveAt(at); break;
                    case 2: bytes.Insert(at, good[random.Next(good.Length)]); break;
                    default: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                }
            }

            yield return [.. bytes];
        }
    }

    private static void Walk(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    Assert.DoesNotContain('\0', member.Name);
                    Walk(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Walk(item);
                break;
            case JsonValueKind.String:
                Assert.DoesNotContain('\0', element.GetString()!);
                break;
        }
    }
}
