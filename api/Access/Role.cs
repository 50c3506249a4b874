using System.ComponentModel;

namespace Portfolio.Api.Access;

/// <summary>What somebody is to the thing that they ask for, today. Every one is a dated relation that is looked up anew on each request.</summary>
internal enum Role
{
    [Description("anybody of the programme")]
    Participant,

    [Description("the person themselves")]
    Oneself,

    [Description("a member of the group today")]
    Member,

    [Description("the other person of the meeting")]
    OtherPerson,

    [Description("whoever leads the group today: its leader, co-leader or a deputy with a mandate")]
    Leader,

    [Description("whoever had a mandate for the group on the day of the session")]
    LeaderThatDay,

    [Description("a leader of the session by a link to it")]
    LinkedLeader,

    [Description("whoever fills in the assessment")]
    Assessor,

    [Description("their educational supervisor in office today")]
    EducationalSupervisor,

    [Description("their clinical supervisor in office today")]
    ClinicalSupervisor,

    [Description("a tutor of the site in office today")]
    Tutor,

    [Description("an administrator of the site in office today")]
    Administrator,

    [Description("the training programme director in office today")]
    Director,

    [Description("a panel member until their last day")]
    PanelMember,

    [Description("the data protection officer in office today")]
    DataProtectionOfficer,

    [Description("a platform that was let into the programme")]
    Platform,
}
