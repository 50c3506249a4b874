using System.Globalization;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>What a verification says of how far somebody is, in a code that a record can hold.</summary>
internal static class VerificationState
{
    public const string Met = "met";

    /// <summary><c>met</c>, or <c>18-of-25.on-track</c>: the numbers of the first rule that is not met, and the state of the whole.</summary>
    public static string Of(TraineeProgress progress) =>
        progress.State is ProgressState.Met || progress.Rules.FirstOrDefault(rule => !rule.Met) is not { } rule
            ? Met
            : $"{Number(rule.Have)}-of-{Number(rule.Need)}.{Code.Of(progress.State)}";

    private static string Number<T>(T value) where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);
}
