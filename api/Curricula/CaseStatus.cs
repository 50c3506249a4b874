using Portfolio.Contracts.Http;

namespace Portfolio.Api.Curricula;

/// <summary>CASE's own refusals: its clients read no others.</summary>
internal static class CaseStatus
{
    public static CaseRefusal Unknown { get; } = Of("unknownobject", "There is nothing public of that identifier here.");

    public static CaseRefusal NoUuid { get; } = Of("invalid_uuid", "An identifier is a UUID, such as 0198a000-0000-7000-8000-000000000001.");

    public static CaseRefusal Selection(string description) => Of("invalid_selection_field", description);

    public static CaseRefusal Sort(string description) => Of("invalid_sort_field", description);

    private static CaseRefusal Of(string code, string description) => new("failure", "error", description, new([new("TargetEndSystem", code)]));
}
