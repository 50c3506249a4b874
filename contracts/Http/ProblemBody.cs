namespace Portfolio.Contracts.Http;

/// <summary>Why a request was refused, as RFC 9457 has it (<c>application/problem+json</c>).</summary>
/// <param name="Type">A path that names the refusal and answers with its description, such as <c>/problems/register-still-open</c>.</param>
/// <param name="Title">What the refusal means, the same for every request.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The refusal's stable name: what a program should compare.</param>
/// <param name="Detail">What was wrong with this request and how to put it right.</param>
/// <param name="Errors">Each member that was wrong, where single members can be named.</param>
/// <param name="TraceId">What to quote when asking for help.</param>
public sealed record ProblemBody(
    string Type, string Title, int Status, string Code, string? Detail = null, IReadOnlyList<FieldError>? Errors = null, string? TraceId = null);

/// <summary>One thing that was wrong in a body or a sheet.</summary>
/// <param name="Field">The member's path in a JSON body (<c>$.entries[2].minutes</c>), the query parameter, or <c>file:line column</c> in a sheet.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record FieldError(string Field, string Message);

/// <summary>The catalogue of refusals.</summary>
/// <param name="Problems">Every refusal, by code.</param>
public sealed record ProblemList(IReadOnlyList<ProblemBody> Problems);
