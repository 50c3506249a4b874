using System.Net;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Tests.Deliveries;

/// <summary>A connection that keeps nothing, over whatever answers.</summary>
internal sealed class ConnectionDouble(HttpMessageHandler answers, Dictionary<string, string> settings) : AdapterConnection
{
    public override Guid Id { get; } = Guid.CreateVersion7();

    public override Guid Subject { get; } = Guid.NewGuid();

    public override IReadOnlyDictionary<string, string> Settings => settings;

    public override IReadOnlyDictionary<string, string> Notes { get; } = new Dictionary<string, string>();

    public override IReadOnlyDictionary<string, string> Steps { get; } = new Dictionary<string, string>();

    public override TimeProvider Clock => TimeProvider.System;

    public override HttpClient Http { get; } = new(answers, disposeHandler: false);

    public override AdapterKey Key => throw new NotSupportedException();

    public override Task KeepNote(string name, string? value, CancellationToken cancellation) => throw new NotSupportedException();

    public override Task KeepStep(string name, string value, CancellationToken cancellation) => throw new NotSupportedException();
}

/// <summary>A folder of files over HTTP, for whoever brings the token.</summary>
internal sealed class FilesThere : HttpMessageHandler
{
    public Dictionary<string, byte[]> Files { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Authorization?.Parameter != "made-up")
            return new(HttpStatusCode.Unauthorized);
        var name = request.RequestUri!.AbsolutePath;
        if (request.Method == HttpMethod.Put)
            Files[name] = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        else if (request.Method == HttpMethod.Delete && !Files.Remove(name))
            return new(HttpStatusCode.NotFound);
        return new(HttpStatusCode.NoContent);
    }
}
