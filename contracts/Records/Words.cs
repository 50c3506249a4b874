namespace Portfolio.Contracts.Records;

// Faults in plain words.
internal static class Words
{
    public static string Of(JwsFault fault) => fault switch
    {
        JwsFault.TooLong => "It is larger than any record.",
        JwsFault.NotThreeParts => "It is neither JSON nor three parts of a compact JWS.",
        JwsFault.NotCanonicalBase64Url => "A part of it is not canonical base64url.",
        JwsFault.HeaderNotAnObject => "Its header cannot be read.",
        JwsFault.HeaderMemberDuplicated => "Its header says something twice.",
        JwsFault.HeaderMemberUnknown => "Its header holds a member other than alg, kid and typ.",
        JwsFault.HeaderMemberNotText => "A member of its header is not a text.",
        JwsFault.AlgorithmNotRs256 => "It is not signed with RS256.",
        JwsFault.TypeNotJwt => "Its type is not JWT.",
        JwsFault.KeySizeRefused or JwsFault.KeyExponentRefused or JwsFault.KeyUnusable => "The key is not one that records are signed with.",
        JwsFault.SignatureInvalid => "The signature does not belong to what it says.",
        _ => "It cannot be read.",
    };

    public static string Of(JsonFault? fault) => fault switch
    {
        JsonFault.TooLong => "It is larger than any record.",
        JsonFault.ByteOrderMark => "It begins with a byte order mark.",
        JsonFault.NotUtf8 => "It is not UTF-8.",
        JsonFault.NulCharacter => "It holds a NUL character.",
        JsonFault.LoneSurrogate => "It holds half a character.",
        JsonFault.DuplicateMember => "It says something twice.",
        JsonFault.TooDeep => "It is nested deeper than any record.",
        _ => "It is not JSON.",
    };
}
