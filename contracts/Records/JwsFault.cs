namespace Portfolio.Contracts.Records;

internal enum JwsFault
{
    TooLong,
    NotThreeParts,
    NotCanonicalBase64Url,
    HeaderNotAnObject,
    HeaderMemberDuplicated,
    HeaderMemberUnknown,
    HeaderMemberNotText,
    AlgorithmNotRs256,
    TypeNotJwt,
    KeySizeRefused,
    KeyExponentRefused,
    KeyUnusable,
    SignatureInvalid,
}
