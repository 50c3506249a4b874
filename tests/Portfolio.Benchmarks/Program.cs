using System.Globalization;
using System.Security.Cryptography;
using Portfolio.Benchmarks;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Progress;
using Portfolio.Tests.Records;

if (args is [CohortBenchmark.Word, var folder])
    return await CohortBenchmark.Measure(folder);
if (args is [CohortBenchmark.Word])
    return CohortBenchmark.Print() ? 0 : 1;
if (args is [DeliveryBenchmark.Word, ..])
    return await DeliveryBenchmark.Print(args is [_, var backlog] ? int.Parse(backlog, CultureInfo.InvariantCulture) : 100_000) ? 0 : 1;

// Prints milliseconds of CPU for each operation; run with `dotnet run -c Release --project tests/Portfolio.Benchmarks`.
var signed = RecordSamples.SignedAs("attendance");
var claims = RecordJson.Claims(RecordSamples.Header(), RecordSamples.Claims["attendance"]);
var message = SHA256.HashData(claims);
var rsaSignature = RecordSamples.Rsa.SignData(claims, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
var edSignature = RecordSamples.LeaderEd25519.Sign(message);
var edKey = RecordSamples.LeaderEd25519.PublicKey.ToArray();

Console.WriteLine("CPU milliseconds: median batch, quietest batch");
Measure.Print("bare RSA-2048 signature", () => RecordSamples.Rsa.SignData(claims, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
Measure.Print("bare RSA-2048 verification", () => RecordSamples.Rsa.VerifyData(claims, rsaSignature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
Measure.Print("bare Ed25519 signature", () => RecordSamples.LeaderEd25519.Sign(message));
Measure.Print("bare Ed25519 verification", () => Ed25519.Verify(edKey, message, edSignature));
foreach (var name in (string[])["attendance", "presentation", "period-account"])
{
    var both = RecordSamples.SignedAs(name);
    Measure.Print($"sign {name}: both forms and endorsement", () => RecordSamples.SignedAs(name), atMost: 1);
    Measure.Print($"verify {name}: embedded form", () => Accepted(both.Embedded!), atMost: 1);
    Measure.Print($"verify {name}: JWT form", () => Accepted(both.Jwt));
}
Measure.Print("canonical statements of an attendance record", () => RecordRdf.Canonical(StrictJson.Parse(signed.Embedded!), "proof"));
Measure.Print("progress of one trainee: 150 records, 20 rules with every limit", () => HeavyYear.Answer(), atMost: 1);
NodeComparison.Print(signed.Embedded!);
var quick = CohortBenchmark.Print();
return Measure.AllWithin && quick ? 0 : 1;

static void Accepted(byte[] record)
{
    if (!RecordVerifier.Check(record, RecordSamples.Keys, RecordSamples.Now).Accepted)
        throw new InvalidOperationException("A good record was refused.");
}
