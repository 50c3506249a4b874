using System.ComponentModel.DataAnnotations;

namespace Portfolio.Contracts.Http;

/// <summary>A platform that shows this service in its own pages (LTI 1.3), registered by hand.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Issuer">Its issuer, letter by letter as it stands in its messages.</param>
/// <param name="ClientId">What it calls this service.</param>
/// <param name="AuthorizationUrl">Where it is asked who is there: its authentication request URL.</param>
/// <param name="TokenUrl">Where it gives out access tokens.</param>
/// <param name="KeysUrl">Where its public keys are: its public keyset URL.</param>
/// <param name="Deployments">The deployments from which people may come; the platform shows their ids.</param>
/// <param name="Id">A UUID of the client's own, so that a repeated request makes one registration.</param>
public sealed record NewLtiRegistration(
    [PlainText(Fences.Name)] string Name, [PlainText(2000)] string Issuer, [PlainText(255)] string ClientId, [PlainText(2000)] string AuthorizationUrl, [PlainText(2000)] string TokenUrl,
    [PlainText(2000)] string KeysUrl, [MaxLength(50), NoneMissing, PlainTexts(255)] IReadOnlyList<string> Deployments, Guid? Id = null);

/// <summary>A platform that shows this service in its own pages.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Issuer">Its issuer.</param>
/// <param name="ClientId">What it calls this service.</param>
/// <param name="AuthorizationUrl">Where it is asked who is there.</param>
/// <param name="TokenUrl">Where it gives out access tokens.</param>
/// <param name="KeysUrl">Where its public keys are.</param>
/// <param name="Deployments">The deployments from which people may come.</param>
/// <param name="EndedAt">When it was ended; absent while people may come from it.</param>
public sealed record LtiRegistrationBody(
    Guid Id, string Name, string Issuer, string ClientId, string AuthorizationUrl, string TokenUrl, string KeysUrl, IReadOnlyList<string> Deployments, DateTimeOffset? EndedAt = null);

/// <summary>The platforms that show this service, and what is filled in there.</summary>
/// <param name="LoginUrl">This programme's initiate login URL.</param>
/// <param name="LaunchUrl">Its tool URL and redirection URI; deep linking comes here too.</param>
/// <param name="KeysUrl">Its public keyset URL.</param>
/// <param name="Registrations">The platforms from which people may come, by name.</param>
public sealed record LtiRegistrationList(Uri LoginUrl, Uri LaunchUrl, Uri KeysUrl, IReadOnlyList<LtiRegistrationBody> Registrations);

/// <summary>The deployments of a platform from which people may come.</summary>
/// <param name="Deployments">All of them; what is left out is taken away.</param>
public sealed record LtiDeployments([MaxLength(50), NoneMissing, PlainTexts(255)] IReadOnlyList<string> Deployments);

/// <summary>A link by which one platform registers itself (dynamic registration), once.</summary>
/// <param name="Url">What to paste there. Do not pass it on: whatever opens it first comes in.</param>
/// <param name="ExpiresAt">Until when it works.</param>
public sealed record LtiRegistrationLink(Uri Url, DateTimeOffset ExpiresAt);

/// <summary>A course of a platform from which somebody came.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Platform">The platform's name.</param>
/// <param name="Title">The course's title there.</param>
/// <param name="HasRoster">Whether the platform lets its members be read.</param>
/// <param name="HasScores">Whether it takes scores.</param>
/// <param name="GroupId">The group that it is linked to; absent while it is none.</param>
/// <param name="PlatformId">The platform that is written to with its line items; absent while nothing is.</param>
public sealed record LtiCourseBody(Guid Id, string Platform, string Title, bool HasRoster, bool HasScores, Guid? GroupId = null, Guid? PlatformId = null);

/// <summary>Courses from which somebody came.</summary>
/// <param name="Courses">The courses, by title; of a group, the one that is linked to it first.</param>
public sealed record LtiCourseList(IReadOnlyList<LtiCourseBody> Courses);

/// <summary>Which course a group's members come from.</summary>
/// <param name="CourseId">The course.</param>
public sealed record LtiCourseLink(Guid CourseId);

/// <summary>What a course's roster proposes. Nothing of it is done before somebody who may adds or ends the memberships.</summary>
/// <param name="CourseId">The course.</param>
/// <param name="ReadAt">When it was read.</param>
/// <param name="Staying">How many are in both.</param>
/// <param name="Arrived">Who is in the course and known here, and not in the group today.</param>
/// <param name="Gone">Who is in the group today, and not in the course or not active there.</param>
/// <param name="Unmatched">Who is in the course and not known here, as the platform tells of them: kept nowhere.</param>
public sealed record LtiRosterBody(
    Guid CourseId, DateTimeOffset ReadAt, int Staying, IReadOnlyList<LtiArrival> Arrived, IReadOnlyList<LtiDeparture> Gone, IReadOnlyList<LtiStranger> Unmatched);

/// <summary>Somebody to be added to a group.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Their name here.</param>
/// <param name="By">By what they were known: <c>account</c> (they came from there before), <c>number</c> or <c>email</c>.</param>
public sealed record LtiArrival(Guid PersonId, string Name, string By);

/// <summary>Somebody whose membership is to be ended.</summary>
/// <param name="MembershipId">The membership.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Their name here.</param>
public sealed record LtiDeparture(Guid MembershipId, Guid PersonId, string Name);

/// <summary>Somebody whom nobody here matches.</summary>
/// <param name="Name">Their name there; absent where the platform does not tell.</param>
/// <param name="Number">Their id number there.</param>
/// <param name="Email">Their address there.</param>
public sealed record LtiStranger(string? Name = null, string? Number = null, string? Email = null);

/// <summary>Which platform is written to with a course's line items. What its adapter has to know of the course is filled in from what the course's platform told.</summary>
/// <param name="PlatformId">The platform, as trainees are asked about it.</param>
/// <param name="Adapter">The adapter that writes to it.</param>
/// <param name="Receiver">Who receives, as trainees are told before they permit anything.</param>
/// <param name="Country">In which country, as two letters (ISO 3166-1).</param>
/// <param name="Agreement">On which agreement it rests.</param>
public sealed record LtiScores(
    Guid PlatformId, [PlainText(40), RegularExpression(Fences.AdapterName)] string Adapter, [PlainText(Fences.Name)] string Receiver,
    [PlainText(2), RegularExpression(Fences.Country)] string Country, [PlainText(500)] string Agreement);
