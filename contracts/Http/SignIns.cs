using System.ComponentModel.DataAnnotations;

namespace Portfolio.Contracts.Http;

/// <summary>An invitation that was sent to the person's address on record: a link that works once.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ExpiresAt">Until when the link works.</param>
/// <param name="Word">
/// Shown once, and only where the person has a sign-in already: tell it to them yourself, by voice. The link asks for it, so that an open mailbox alone is not enough.
/// </param>
public sealed record InvitationBody(Guid Id, DateTimeOffset ExpiresAt, string? Word = null);

/// <summary>A way in which somebody signs in.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind"><c>provider</c>, <c>passkey</c>, <c>authenticator</c>, or <c>platform</c> for an account at a platform that shows this service.</param>
/// <param name="AddedAt">When it was added.</param>
/// <param name="UsedAt">When it was last used; absent when it never was.</param>
public sealed record SignInBody(Guid Id, string Kind, DateTimeOffset AddedAt, DateTimeOffset? UsedAt = null);

/// <summary>The ways in which somebody signs in; those that were ended are left out.</summary>
/// <param name="SignIns">The sign-ins, oldest first.</param>
public sealed record SignInList(IReadOnlyList<SignInBody> SignIns);

/// <summary>All of somebody's sign-ins, to be ended.</summary>
/// <param name="PersonId">The person again, so that nobody is shut out by a slip in a path.</param>
public sealed record SignInsToEnd(Guid PersonId);

/// <summary>A further e-mail address of one's own: a code is sent there, and the other addresses are told.</summary>
/// <param name="Address">The address.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record NewAddress([EmailAddress, PlainText(Fences.Email)] string Address, Guid? Id = null);

/// <summary>The code that was sent to an address.</summary>
/// <param name="Code">Six digits.</param>
public sealed record AddressCode([RegularExpression("^[0-9]{6}$")] string Code);

/// <summary>An e-mail address that somebody added.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Address">The address.</param>
/// <param name="AddedAt">When it was added.</param>
/// <param name="ConfirmedAt">When the code sent there came back; absent before, and until then it is of no use.</param>
public sealed record AddressBody(Guid Id, string Address, DateTimeOffset AddedAt, DateTimeOffset? ConfirmedAt = null);

/// <summary>Somebody's addresses.</summary>
/// <param name="OnRecord">The address that the programme has; a tutor changes it.</param>
/// <param name="Addresses">Those that they added, oldest first.</param>
public sealed record AddressList(string? OnRecord, IReadOnlyList<AddressBody> Addresses);
