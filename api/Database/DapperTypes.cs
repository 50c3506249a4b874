using System.Data;
using Dapper;

namespace Portfolio.Api.Database;

/// <summary>What Dapper has to be told once for the whole process.</summary>
internal static class DapperTypes
{
    private static readonly Lazy<bool> Registered = new(() =>
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        // Dapper's own entry would win over the handler for parameters.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new Instant());
        return true;
    });

    internal static void Register() => _ = Registered.Value;

    /// <summary>The driver reads <c>timestamptz</c> as a UTC <see cref="DateTime"/> and writes offset zero only.</summary>
    private sealed class Instant : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => new((DateTime)value, TimeSpan.Zero);

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value.ToUniversalTime();
    }
}
