using static Portfolio.Api.Privacy.Held;

namespace Portfolio.Api.Privacy;

/// <summary>Every table there is. Who made a row (`made_by`) and a digest of the request that made it (`made_from`) stand in many, and are told in <see cref="Common"/>.</summary>
internal static class Holdings
{
    /// <summary>Columns that many tables have, and what they hold.</summary>
    public static IReadOnlyDictionary<string, string> Common { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["made_by"] = "Who made the row, by id.",
        ["made_from"] = "SHA-256 of the request that made the row, by which the same request is known again.",
    };

    public static IReadOnlyList<Holding> All { get; } = [.. People(), .. SignIns(), .. Curricula(), .. Groups(), .. Sessions(), .. Links(), .. Assessments(), .. Records(), .. Platforms(), .. Privacy(), .. Ground()];

    private static IEnumerable<Holding> People() =>
    [
        new("person", "Who takes part.", "everybody in the programme",
            Sealed("identity", "Name, e-mail address, professional body and number, the programme's own id."),
            Hash("key_hash", "The programme's own id, for finding it."), Hash("email_hash", "The e-mail address, for finding it."),
            Hash("number_hash", "The professional number, for finding it.")),
        new("person_key", "The key of each person, under which what is sealed about them opens. Erasing somebody destroys it.", "everybody in the programme",
            Person, Key("wrapped", "The key, wrapped by the master key.")),
        new("placement", "Where somebody works, at which grade and how much, and the dates of reviews.", "trainees and members",
            Person, Clear("grade", "The grade.")),
        new("clock_stop", "Periods that stop the clock: their days, never a reason.", "trainees", Person),
        new("supervision", "Who supervises whom, from when until when.", "trainees and their supervisors",
            Id("trainee_id", "The trainee."), Id("supervisor_id", "The supervisor.")),
        new("requirement", "Which requirement somebody follows, from when until when.", "trainees", Person) { NotPersonal = ["pack"] },
        new("appointment", "Offices in the programme.", "whoever holds one", Person),
        new("requirement_pack", "What the programme's requirements ask for, as published.", "") { NotPersonal = ["key", "document", "hash"] },
        new("site", "Where groups meet and people work.", "") { NotPersonal = ["name"] },
    ];

    private static IEnumerable<Holding> SignIns() =>
    [
        new("access_token", "Who is signed in at the moment.", "people and platforms that are signed in",
            Id("person_id", "Who is signed in."), Hash("hash", "What they show; the token itself is with them alone.")) { NotPersonal = ["scope"] },
        new("sign_in", "The ways in which somebody signs in.", "whoever signs in", Person, Hash("handle_hash", "Of the account or passkey, for finding it."),
            Sealed("detail", "What checking it needs: a passkey's public half, an authenticator's secret, a provider's name, an account at a platform."), Id("added_by", "Who added it.")),
        new("invitation", "Links by which somebody may add their first way to sign in.", "whoever was invited",
            Person, Hash("hash", "Of the link in the letter."), Hash("word_hash", "Of the word told in person."), Hash("browser_hash", "Of the browser that accepted it.")),
        new("address", "E-mail addresses that somebody added.", "whoever added one",
            Person, Hash("hash", "Of the address, for finding it."), Sealed("content", "The address."), Hash("code_hash", "Of the code that confirms it.")),
        new("sign_in_step", "Steps of signing in that are under way, for minutes.", "whoever is signing in",
            Person, Hash("hash", "What the browser shows."), Sealed("state", "What the next step is compared with."), Hash("code_hash", "Of the code that was sent.")),
        new("sign_in_wait", "How often signing in failed, and until when it waits.", "whoever failed, by a keyed hash", Hash("hash", "Of the person, address or place of origin.")),
    ];

    private static IEnumerable<Holding> Curricula() =>
    [
        new("framework_version", "The competency frameworks that the programme loaded.", "") { NotPersonal = ["framework", "version", "content"] },
        new("published_framework", "Those of them that it published.", "") { NotPersonal = ["header", "content"] },
    ];

    private static IEnumerable<Holding> Groups() =>
    [
        new("discussion_group", "The groups.", "") { NotPersonal = ["key", "name", "form"] },
        new("meeting_form", "The programme's own forms of meeting.", "") { NotPersonal = ["key", "title", "doings"] },
        new("group_detail", "How large a group is, whether it is open, and how many cases it hears.", ""),
        new("group_schedule", "By what rhythm groups meet.", "") { NotPersonal = ["pauses"] },
        new("agreement", "What the members of a group agree on.", "") { NotPersonal = ["clauses"] },
        new("agreement_acceptance", "Who accepted which agreement, and when.", "members and leaders", Person),
        new("membership", "Who is a member of which group, from when until when.", "members", Person),
        new("mandate", "Who leads which group, from when until when.", "leaders", Person),
        new("qualification", "What somebody may lead by, from when until when.", "leaders",
            Person, Clear("code", "The qualification."), Clear("issuer", "Who gave it.")),
        new("profession", "Which profession somebody has, from when until when.", "members and leaders", Person, Clear("code", "The profession.")),
    ];

    private static IEnumerable<Holding> Sessions() =>
    [
        new("session", "When a group met, how long and who led; of a cancelled one a code for why. Nothing of what was talked about.", "leaders",
            Id("leader_id", "Who led."), Id("co_leader_id", "Who led together with them.")),
        new("register_line", "Who was there and for how long, and who presented or followed up a case: a role and a date, never the case. Why somebody was away is not asked.",
            "members", Person, Clear("follow_up_of", "The day of the earlier presentation.")),
        new("register_version", "Every register as it was signed.", "members and leaders",
            Clear("lines", "The lines, by the ids of people."), Hash("list_hash", "Of the list that the leader saw and signed."), Id("signed_by", "Who signed."),
            Sealed("reason", "Why it was corrected, under the key of whoever wrote it."))
            { NotPersonal = ["list_salt"] },
        new("check_in_setting", "Which groups check in.", "whoever set it last", Id("set_by", "Who set it last.")),
        new("check_in", "Who checked in to which session, and when; never how they got the code, nor from where.", "members and visitors", Person),
        new("paper_sheet", "Sheets of paper registers on their way in: when a group met, who transcribed, checked and confirmed.", "leaders and tutors",
            Hash("content_hash", "Of the file, keyed."), Id("transcribed_by", "Who transcribed it."), Id("checked_by", "Who checked it."), Id("confirmed_by", "Who confirmed it."),
            Hash("list_hash", "Of what was seen and confirmed.")) { NotPersonal = ["days"] },
        new("paper_sheet_name", "Names on those sheets, and what the sheet says of each: who was there, and who presented or followed up.", "members and leaders",
            Person, Sealed("written", "The name as written; under the service's own key until it is known whom it means."), Clear("marks", "The marks, day by day.")),
        new("paper_name", "Whom a written name means, so that it is asked once.", "members and leaders", Person, Hash("hash", "Of the name as written, keyed."), Id("matched_by", "Who said so.")),
        new("session_query", "What somebody says is not right with a session, and the answer.", "members and leaders",
            Person, Sealed("says", "What they say."), Sealed("answer", "The answer, under the same key."), Id("answered_by", "Who answered.")),
        new("calendar_address", "By which secret address somebody's calendar reads when their groups meet.", "members and leaders", Person, Hash("hash", "Of the address.")),
        new("meeting", "Meetings that nobody led, as one who took part wrote them down: when, how long and with whom. Nothing of what was talked about.",
            "whoever wrote it, and the other person", Person, Id("with_id", "The other person."),
            Sealed("partner", "The name of another person who is not in the programme."), Clear("peers", "How many peers, by profession."), Clear("did", "In which role."))
            { NotPersonal = ["form"] },
    ];

    private static IEnumerable<Holding> Links() =>
    [
        new("programme_words", "What the programme calls those who train and those who lead.", "whoever set it last", Id("set_by", "Who set it last.")),
        new("link_setting", "Whether leaders may work by a link.", "whoever set it last", Id("set_by", "Who set it last.")),
        new("register_link", "Links by which a leader opens one session's register.", "leaders without an account", Person, Hash("hash", "Of the link in the letter.")),
        new("register_link_code", "The newest code of a link.", "leaders without an account, by the link's id", Hash("hash", "Of the code, keyed.")),
        new("register_link_use", "Everything that was done with a link.", "leaders without an account, by the link's id",
            Hash("list_hash", "Of the list that was seen or signed."), Id("by_person", "Who sent or ended it.")),
        new("linked_device", "Devices on which a leader need not type a code.", "leaders without an account",
            Person, Hash("hash", "Of what the device shows."), Sealed("label", "What it is called.")),
        new("handover", "Which mandates were told of before they ended.", "leaders, by the ids of mandates"),
        new("digest_setting", "Who switched the weekly letters off.", "whoever switched them", Person),
        new("digest_week", "In which weeks letters were written.", ""),
        new("digest", "In which weeks somebody was written to, and of a trainee the state at that time.", "leaders and trainees",
            Person, Clear("about", "Whether of leading or of progress."), Clear("state", "Met, on track, behind or not possible.")),
    ];

    private static IEnumerable<Holding> Assessments() =>
    [
        new("assessment_form", "The forms of assessment that the programme loaded.", "") { NotPersonal = ["key", "document"] },
        new("assessment", "Leaders' judgements of how somebody takes part, on a form: never what was talked about. Words beside one are in no record.", "members and who assessed them",
            Person, Id("assessor_id", "Who wrote it."), Sealed("ratings", "The levels given."), Sealed("feedback", "Words for the person."),
            Sealed("comment", "What the person said to it."), Clear("outcome", "The code of the outcome, once it was signed."), Hash("signed_hash", "Of what was seen and signed."),
            Id("countersigned_by", "Who countersigned it."), Id("withdrawn_by", "Who withdrew it."), Sealed("reason", "Why it was withdrawn."))
            { NotPersonal = ["form_key", "form_type"] },
        new("recorded_elsewhere", "What a portfolio, paper or another programme holds about somebody, as it was told here: type, days and amount, never its content.", "members",
            Person, Sealed("detail", "Who keeps it, and where the original lies."), Hash("same_hash", "Of type, days and keeper, for finding the same again."),
            Hash("copy_hash", "Of a copy."), Clear("outcome", "The code of its outcome."), Clear("checks", "What our verifier answered of another programme's record."),
            Id("decided_by", "Who confirmed, declined or withdrew it."), Sealed("reason", "Why it was declined or withdrawn."))
            { NotPersonal = ["type"] },
    ];

    private static IEnumerable<Holding> Records() =>
    [
        new("record", "Which signed records there are.", "the holder", Person),
        new("record_version", "Every signed record as it was issued.", "the holder and the leader whom it names",
            Sealed("jwt", "The record as VC-JWT, with the names of holder and leader."), Sealed("embedded", "The record with an embedded proof."),
            Hash("digests", "SHA-256 of both forms.")),
        new("confirmation_round", "Passages through the steps in which a requirement is confirmed, and why one ended.", "trainees and who confirmed",
            Person, Id("ended_by", "Who ended it."), Sealed("reason", "Why, under the trainee's key."), Clear("ended_for", "Whether it was declined or reversed."))
            { NotPersonal = ["pack", "ended_step"] },
        new("confirmation", "What was confirmed of somebody's requirement, with the evidence as it was seen.", "trainees and who confirmed",
            Person, Sealed("evidence", "Exactly what was seen: records, counts, what stood out."), Hash("evidence_hash", "Of that."), Id("confirmed_by", "Who confirmed."),
            Id("reversed_by", "Who reversed it."), Sealed("reversal", "Why it was reversed."), Clear("act", "What whoever confirmed did."))
            { NotPersonal = ["pack", "pack_hash", "step_id"] },
        new("confirmation_question", "Questions about a step, and their answers.", "trainees and who confirms",
            Person, Sealed("question", "The question."), Id("answers", "Who must answer."), Sealed("answer", "The answer."), Id("answered_by", "Who answered."))
            { NotPersonal = ["pack", "step_id"] },
        new("evidence_pack", "What a panel is shown, as it was frozen.", "trainees, and the leaders and confirmers whom it names",
            Person, Sealed("evidence", "Which records stand in it."), Sealed("file", "The signed file, with the records themselves."), Sealed("paper", "The same on paper."),
            Hash("file_hash", "Of the signed file."), Hash("paper_hash", "Of the paper."))
            { NotPersonal = ["pack", "pack_hash"] },
        new("panel_note", "What a panel ticked and asked about frozen evidence, and what was answered.", "trainees, and the members of a panel",
            Person, Clear("kind", "Whether it is a tick, a question or an answer."), Sealed("says", "The question or the answer."))
            { NotPersonal = ["rule"] },
        new("upload_pack", "What trainees take to portfolios without an interface, and on which day they say that they did.", "trainees, and the leaders whom the text names",
            Person, Sealed("content", "A text to paste, and areas of the curriculum.")),
        new("record_end", "Which versions were superseded or withdrawn, and when.", ""),
        new("record_share", "Which period accounts their holder shows to their clinical supervisor.", "the holder, by the record's id"),
        new("log_head", "Where the log ends.", "") { NotPersonal = ["chain"] },
        new("log_entry", "The log of what was signed: ids, kind, time, digests. No name.", "holders, by the ids of records", Hash("digests", "Of what was signed."))
            { NotPersonal = ["chain"] },
        new("checkpoint", "The log's head as the programme signed it.", "") { NotPersonal = ["chain", "signature"] },
        new("signing_key", "The keys with which the programme signs.", "") { NotPersonal = ["rsa_public", "rsa_wrapped", "ed25519_public", "ed25519_wrapped"] },
        new("leader_key", "The keys with which each leader endorses what they sign.", "leaders",
            Person, Key("public_key", "The public half, which stands in what was endorsed."), Key("wrapped", "The private half, wrapped by the master key.")),
    ];

    private static IEnumerable<Holding> Platforms() =>
    [
        new("platform", "The platforms that were let in.", "") { NotPersonal = ["name", "redirect_uris", "keys", "keys_url", "scope"] },
        new("lti_registration", "Platforms that show this service in their own pages.", "")
            { NotPersonal = ["name", "issuer", "client_id", "authorization_url", "token_url", "keys_url", "deployments"] },
        new("lti_offer", "Links by which such a platform registers itself.", "whoever made one") { NotPersonal = ["hash"] },
        new("lti_nonce", "What such platforms' messages are known by, so that each is taken once.", "") { NotPersonal = ["hash"] },
        new("lti_course", "Courses from which somebody came, and which group each is linked to.", "whoever linked one", Id("linked_by", "Who linked it."))
            { NotPersonal = ["deployment", "context", "title", "memberships_url", "line_items_url"] },
        new("platform_secret", "Hashes of the secrets with which platforms sign in.", "") { NotPersonal = ["hash"] },
        new("client_assertion", "What platforms signed in with by key, so that it is taken once.", "") { NotPersonal = ["jti_hash"] },
        new("authorization_code", "What a trainee permitted at a platform's request, until the platform fetches it, and a day longer.", "trainees who connected it",
            Person, Clear("kinds", "What is permitted.")) { NotPersonal = ["hash", "redirect_uri", "challenge", "scope"] },
        new("refresh_token", "What a platform shows for its next token, while a trainee's permission holds.", "trainees who connected it") { NotPersonal = ["hash", "scope"] },
        new("connection", "Which trainee permits which platform to have which kinds of record, from when until when.", "trainees who connected one",
            Person, Clear("kinds", "What is permitted.")),
        new("platform_key", "The keys with which the programme signs to platforms that it writes to.", "") { NotPersonal = ["certificate", "wrapped"] },
        new("receiver_setting", "Countries and hosts to which the programme lets nothing go.", "") { NotPersonal = ["forbidden_countries", "forbidden_hosts"] },
        new("outward_platform", "The platforms that are written to: how, and who receives there.", "") { NotPersonal = ["adapter", "settings", "receiver", "country", "agreement"] },
        new("outward_place", "Each trainee's own place at a platform that is written to, until what is there is taken back.", "trainees who connected one", Person,
            Sealed("settings", "What the trainee set, such as their account there; under the service's own key, so that what is there can be taken back when they are erased."),
            Sealed("notes", "What the platform gave for writing there, such as a token and their id there; under the service's own key too.")) { NotPersonal = ["needs"] },
        new("authorization_state", "Sign-ins at a platform that are under way, for minutes.", "trainees who are on their way to one", Person, Hash("hash", "Of what the platform sends back with them.")),
        new("delivery", "Which version of a record went to which platform, and how that stands.", "trainees who connected one", Person,
            Sealed("receipt", "By what the platform knows it; under the service's own key, for taking it back."),
            Sealed("steps", "Steps that are done, such as the id of an uploaded file; under the service's own key too.")) { NotPersonal = ["reason"] },
        new("delivery_attempt", "Every attempt at that: when, and how it ended, in codes.", "trainees, by the ids of deliveries") { NotPersonal = ["code", "said"] },
        new("feed_head", "How far each platform's feed is filled.", ""),
        new("feed_entry", "What each platform was given to pull.", "trainees who connected it, by the ids of connections and records"),
    ];

    private static IEnumerable<Holding> Privacy() =>
    [
        new("privacy_setting", "What the programme says of how it handles personal data.", "whoever set it last", Id("changed_by", "Who set it last."))
            { NotPersonal = ["controller", "contact", "lawful_basis_words", "special_category_condition", "country", "retention", "processors"] },
        new("legal_hold", "Legal holds: while one is in force nothing of that person is erased.", "whoever it is about",
            Person, Sealed("reason", "Why it was placed."), Id("lifted_by", "Who lifted it.")),
        new("retention", "For how many months the programme keeps what.", ""),
        new("export_order", "Orders to send somebody what is held about them.", "whoever it is about",
            Person, Hash("secret_hash", "Of the link in the letter.")),
    ];

    private static IEnumerable<Holding> Ground() =>
    [
        new("audit_head", "Where the audit ends.", "") { NotPersonal = ["chain"] },
        new("audit_entry", "Who did, read or was refused what, when, as whom and from where: ids and codes, no name.", "everybody who did something",
            Id("person_id", "Who did it."), Id("subject_id", "What it was done to: a person, or something of theirs."), Id("made_id", "What it made."),
            Sealed("from_where", "The address it came from."), Clear("action", "What was done."), Clear("as_role", "In which role."))
            { NotPersonal = ["subject_kind", "made_kind", "chain"] },
        new("letter", "Letters that wait to be sent, and when others were sent.", "whoever they go to",
            Person, Sealed("content", "Address, subject and text; forgotten once it is sent."), Clear("kind", "What it is about, in a code."))
            { NotPersonal = ["failed_with"] },
        new("protection_key", "The keys that protect cookies and forms, wrapped by the master key.", "") { NotPersonal = ["content"] },
        new("programme", "The programmes.", "") { NotPersonal = ["key", "name", "time_zone", "issuer"] },
        new("schema_migration", "Which migrations were applied.", "") { NotPersonal = ["name", "sha256"] },
    ];
}
