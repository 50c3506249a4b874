using System.Security.Cryptography;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.People;

/// <summary>What is between two requests of one browser. Its secret is in that browser's page alone.</summary>
internal sealed record SignInStep(LinkSecret Secret, Guid? Person, byte[]? State, byte[]? CodeHash)
{
    public bool Is(string? code) => code is not null && CodeHash is not null && CryptographicOperations.FixedTimeEquals(Secret.With(SignInPeriods.Plain(code)), CodeHash);
}

internal sealed class SignInSteps(PersonKeys keys, TimeProvider clock)
{
    private const string Place = "sign_in_step.state";
    private const int MostTries = 5;

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private sealed record Row(Guid? PersonId, byte[]? State, byte[]? CodeHash);

    /// <param name="kind">What it leads to: a step of another kind is no use there.</param>
    /// <param name="state">Sealed where it is about somebody; a challenge to nobody yet is no secret.</param>
    /// <param name="code">A code that was sent, and has to come back.</param>
    /// <returns>The secret for the page.</returns>
    /// <param name="lasts">How long it waits; ten minutes when left out.</param>
    public async Task<string> Begin(Work work, string kind, Guid? person, byte[]? state = null, string? code = null, TimeSpan? lasts = null)
    {
        const string Sql = """
            delete from sign_in_step where programme_id = @Programme and expires_at < @now;
            insert into sign_in_step (programme_id, hash, kind, person_id, state, code_hash, expires_at)
            values (@Programme, @Hash, @kind, @person, @state, @codeHash, @expires)
            """;
        var secret = LinkSecret.Make(work.Programme);
        var now = clock.GetUtcNow();
        if (state is not null && person is { } of)
            state = (await keys.Of(work, [of]))[of].Close(state, Place);
        await work.Run(Sql, new { work.Programme, secret.Hash, kind, person, state, codeHash = code is null ? null : secret.With(code), now, expires = now + (lasts ?? Lasts) });
        return secret.Text;
    }

    /// <summary>The step, once: whoever comes with it again comes with nothing.</summary>
    public async Task<SignInStep?> Take(Work work, string? secret, string kind)
    {
        const string Sql = """
            delete from sign_in_step where programme_id = @Programme and hash = @Hash and kind = @kind and expires_at > @now returning person_id, state, code_hash
            """;
        return await Read(work, secret, kind, Sql);
    }

    /// <summary>The step as it waits, for showing what it leads to.</summary>
    public async Task<SignInStep?> Look(Work work, string? secret, string kind)
    {
        const string Sql = "select person_id, state, code_hash from sign_in_step where programme_id = @Programme and hash = @Hash and kind = @kind and expires_at > @now";
        return await Read(work, secret, kind, Sql);
    }

    /// <summary>The step for one more try; after five it is gone. Somebody guessing in many windows counts like one.</summary>
    public async Task<SignInStep?> Try(Work work, string? secret, string kind)
    {
        const string Sql = """
            update sign_in_step set tries = tries + 1
            where programme_id = @Programme and hash = @Hash and kind = @kind and expires_at > @now and tries < @MostTries returning person_id, state, code_hash
            """;
        return await Read(work, secret, kind, Sql);
    }

    public static Task End(Work work, SignInStep step) =>
        work.Run("delete from sign_in_step where programme_id = @Programme and hash = @Hash", new { work.Programme, step.Secret.Hash });

    private async Task<SignInStep?> Read(Work work, string? text, string kind, string sql)
    {
        if (LinkSecret.Read(text) is not { } secret || secret.Programme != work.Programme
            || await work.Row<Row>(sql, new { work.Programme, secret.Hash, kind, now = clock.GetUtcNow(), MostTries }) is not { } row)
            return null;
        var state = row.State;
        if (state is not null && row.PersonId is { } of)
            state = (await keys.Of(work, [of])).TryGetValue(of, out var key) ? key.Open(state, Place) : null;
        return new(secret, row.PersonId, state, row.CodeHash);
    }
}
