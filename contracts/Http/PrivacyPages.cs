using System.ComponentModel.DataAnnotations;

namespace Portfolio.Contracts.Http;

/// <summary>What a programme says of how it handles personal data. Nothing is said for it: what it leaves out is shown as not set.</summary>
/// <param name="Controller">Who decides why and how the data is handled, and answers for it (UK GDPR, article 4(7)).</param>
/// <param name="Contact">How the controller is reached about it: an office's address or mailbox, published as it stands.</param>
/// <param name="LawfulBasis">Which lawful basis it relies on (UK GDPR, article 6(1)). A trainee's permission to send records to a platform is not one.</param>
/// <param name="LawfulBasisWords">The basis in the programme's own words: which law, which task.</param>
/// <param name="SpecialCategoryCondition">The condition it relies on should something be special-category data (UK GDPR, article 9(2)).</param>
/// <param name="Country">The country in which the data is kept, as two letters (ISO 3166-1).</param>
/// <param name="Retention">How long what is kept, and why, in the programme's own words.</param>
/// <param name="Processors">Who handles the data for the controller.</param>
public sealed record PrivacySettings(
    [PlainText(Fences.Name)] string? Controller = null, [PlainText(Fences.Email)] string? Contact = null,
    [Code("legal-obligation", "public-task", "legitimate-interests", "contract", "consent", "vital-interests", "other")] string? LawfulBasis = null,
    [PlainText(Fences.Reason)] string? LawfulBasisWords = null, [PlainText(Fences.Reason)] string? SpecialCategoryCondition = null,
    [PlainText(2), RegularExpression(Fences.Country)] string? Country = null, [PlainText(Fences.Reason)] string? Retention = null,
    [MaxLength(20), NoneMissing] IReadOnlyList<Processor>? Processors = null);

/// <summary>Somebody who handles data for the controller.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Does">What it does: runs the servers, sends the letters.</param>
/// <param name="Country">Where, as two letters (ISO 3166-1).</param>
public sealed record Processor([PlainText(Fences.Name)] string Name, [PlainText(Fences.Name)] string Does, [PlainText(2), RegularExpression(Fences.Country)] string Country);

/// <summary>The settings as they stand.</summary>
/// <param name="Version">The version to send back in <c>If-Match</c>; 0 while nothing was ever set.</param>
/// <param name="Settings">What is set.</param>
/// <param name="NotSet">The members that are not set, by name.</param>
public sealed record PrivacySettingsBody(int Version, PrivacySettings Settings, IReadOnlyList<string> NotSet);

/// <summary>How a programme handles personal data, made from the running configuration: the body of a data protection impact assessment.</summary>
/// <param name="Programme">The programme's name.</param>
/// <param name="Settings">What the programme says of itself.</param>
/// <param name="NotSet">What it does not say.</param>
/// <param name="Held">What is held: every table, and every column that is about somebody.</param>
/// <param name="NeverHeld">What there is no place for.</param>
/// <param name="SeenBy">Who may see or do what, from the very table that requests are checked against.</param>
/// <param name="SentTo">Where anything goes.</param>
/// <param name="KeptFor">How long what is kept.</param>
/// <param name="Keys">Who holds which key.</param>
/// <param name="MayBeLost">What can be lost when the service is killed.</param>
public sealed record PrivacyPage(
    string Programme, PrivacySettings Settings, IReadOnlyList<string> NotSet, IReadOnlyList<HeldTable> Held, IReadOnlyList<string> NeverHeld,
    IReadOnlyList<SeenBy> SeenBy, IReadOnlyList<SentTo> SentTo, IReadOnlyList<KeptFor> KeptFor, IReadOnlyList<KeyHeld> Keys, IReadOnlyList<string> MayBeLost);

/// <summary>A table.</summary>
/// <param name="Table">Its name in the database.</param>
/// <param name="What">What it holds.</param>
/// <param name="Whom">About whom; nobody where it holds nothing about a person.</param>
/// <param name="Columns">The columns that are about somebody.</param>
public sealed record HeldTable(string Table, string What, string Whom, IReadOnlyList<HeldColumn> Columns);

/// <summary>A column that is about somebody.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kept"><c>sealed</c> under the person's own key, a <c>hash</c>, an <c>id</c>, a <c>key</c>, or in <c>clear</c>.</param>
/// <param name="What">What it holds.</param>
public sealed record HeldColumn(string Name, string Kept, string What);

/// <summary>Something that may be seen or done.</summary>
/// <param name="What">What.</param>
/// <param name="Who">The roles that may.</param>
public sealed record SeenBy(string What, IReadOnlyList<string> Who);

/// <summary>Somewhere that something goes.</summary>
/// <param name="Where">Where.</param>
/// <param name="What">What goes there.</param>
/// <param name="When">On what occasion.</param>
public sealed record SentTo(string Where, string What, string When);

/// <summary>How long something is kept.</summary>
/// <param name="What">What.</param>
/// <param name="HowLong">How long.</param>
public sealed record KeptFor(string What, string HowLong);

/// <summary>A key.</summary>
/// <param name="Key">Which.</param>
/// <param name="Where">Where it is kept, and who can get at it.</param>
/// <param name="Opens">What it opens or signs.</param>
public sealed record KeyHeld(string Key, string Where, string Opens);

/// <summary>A ready answer to somebody who asks what is held: facts, and a letter for the controller to judge, change and send.</summary>
/// <param name="Request">Who asks: <c>patient</c>, <c>court</c> or <c>person</c>.</param>
/// <param name="MadeAt">When the facts were taken from what is held.</param>
/// <param name="PersonId">Whom it is about, where it is about one person of the programme.</param>
/// <param name="Held">What is held, counted.</param>
/// <param name="NotHeld">What is not held, because there is no place for it.</param>
/// <param name="Caution">What could be concluded from what is held.</param>
/// <param name="Attach">What to attach, and who decides on it.</param>
/// <param name="Sources">What it rests on.</param>
/// <param name="Letter">The letter, as <c>text/plain</c> gives it.</param>
public sealed record RequestAnswer(
    string Request, DateTimeOffset MadeAt, Guid? PersonId, IReadOnlyList<HeldCount> Held, IReadOnlyList<string> NotHeld, IReadOnlyList<string> Caution,
    IReadOnlyList<string> Attach, IReadOnlyList<AnswerSource> Sources, string Letter);

/// <summary>How many of something are held.</summary>
/// <param name="What">What, as the export calls it.</param>
/// <param name="Count">How many.</param>
public sealed record HeldCount(string What, long Count);

/// <summary>Something published that an answer rests on.</summary>
/// <param name="Says">What it says, in our words.</param>
/// <param name="Address">Where it is.</param>
public sealed record AnswerSource(string Says, string Address);
