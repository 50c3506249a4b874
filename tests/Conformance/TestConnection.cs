using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Portfolio.Adapters.Outbound;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Conformance;

/// <summary>A connection that keeps everything in memory, over the guard and the pipeline that the host gives to real ones; loopback is let through.</summary>
public sealed class TestConnection(IReadOnlyDictionary<string, string> settings, IReadOnlyDictionary<string, string>? notes = null) : AdapterConnection, IDisposable
{
    public static readonly DateTimeOffset Starts = new(2025, 6, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Quick enough for a test, and patient enough for a busy machine.</summary>
    internal static Patience Patient => new() { Total = 30, Try = 20, Repeats = 2, Pause = 0.01, FailuresBeforeRest = 1000 };

    /// <summary>For platforms that are slow on purpose.</summary>
    internal static Patience Impatient => new() { Total = 2, Try = 0.5, Repeats = 1, Pause = 0.01, FailuresBeforeRest = 1000 };

    private readonly Dictionary<string, string> kept = new(notes ?? new Dictionary<string, string>());
    private readonly Dictionary<(Guid, int), Dictionary<string, string>> steps = [];
    private (Guid, int) delivery;
    private HttpClient? http;
    private Patience patience = Patient;

    public override Guid Id { get; } = new("0198c0de-0000-7000-8000-0000000000c1");

    public override Guid Subject { get; } = new("0198c0de-0000-7000-8000-0000000000c2");

    public override IReadOnlyDictionary<string, string> Settings { get; } = settings;

    public override IReadOnlyDictionary<string, string> Notes => kept;

    public override IReadOnlyDictionary<string, string> Steps => StepsOf(delivery);

    public override TimeProvider Clock => Hands;

    public override AdapterKey Key => TestKey.Instance;

    public override HttpClient Http => http ??= new HttpClient(
        new ConnectionPipeline(patience, Hands, PrivateAddressGuard.Handler(new(Loopback: true) { MostRedirects = 0 }), 1 << 20)) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The hands of our clock.</summary>
    internal MovableClock Hands { get; } = new(Starts);

    /// <summary>How patient it is, from now on.</summary>
    internal void Be(Patience with)
    {
        Dispose();
        (patience, http) = (with, null);
    }

    /// <summary>Which delivery is under way: steps are kept for each by itself.</summary>
    public void Delivering(Guid record, int version) => delivery = (record, version);

    /// <summary>What is gone there has no steps behind it.</summary>
    public void Forget(Guid record, int version) => steps.Remove((record, version));

    /// <summary>The same with another address wherever one stands.</summary>
    public TestConnection At(string from, string to) =>
        new(Settings.ToDictionary(pair => pair.Key, pair => pair.Value.Replace(from, to, StringComparison.Ordinal)),
            kept.ToDictionary(pair => pair.Key, pair => pair.Value.Replace(from, to, StringComparison.Ordinal)));

    public override Task KeepNote(string name, string? value, CancellationToken cancellation)
    {
        if (value is null)
            kept.Remove(name);
        else
            kept[name] = value;
        return Task.CompletedTask;
    }

    public override Task KeepStep(string name, string value, CancellationToken cancellation)
    {
        StepsOf(delivery)[name] = value;
        return Task.CompletedTask;
    }

    public void Dispose() => http?.Dispose();

    private Dictionary<string, string> StepsOf((Guid, int) of) => steps.TryGetValue(of, out var there) ? there : steps[of] = [];

    /// <summary>A key that lives as long as the tests run.</summary>
    private sealed class TestKey : AdapterKey
    {
        public static readonly TestKey Instance = new();
        private readonly RSA rsa = RSA.Create(2048);

        private TestKey()
        {
            var request = new CertificateRequest("CN=portfolio.example.org", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var certificate = request.CreateSelfSigned(Starts.AddDays(-1), Starts.AddYears(2));
            Certificate = certificate.RawData;
        }

        public override string Id => "platforms-2025-a";

        public override Uri KeySet { get; } = new("https://portfolio.example.org/programmes/0198c0de-0000-7000-8000-000000000001/platform-keys");

        public override ReadOnlyMemory<byte> Certificate { get; }

        public override byte[] Sign(ReadOnlySpan<byte> data) => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
