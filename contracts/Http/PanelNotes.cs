namespace Portfolio.Contracts.Http;

/// <summary>What a member of a panel says of one rule of a frozen evidence pack: with a question, asks; without one, ticks the rule.</summary>
/// <param name="Rule">The rule's id in the requirement pack.</param>
/// <param name="Question">What they ask; kept sealed, never signed or sent on.</param>
/// <param name="Id">An id of your own.</param>
public sealed record NewPanelNote([PlainText(100)] string Rule, [PlainText(Fences.Reason)] string? Question = null, Guid? Id = null);

/// <summary>An answer to what a panel asked about a rule.</summary>
/// <param name="Rule">The rule's id in the requirement pack.</param>
/// <param name="Answer">What is answered.</param>
/// <param name="Id">An id of your own.</param>
public sealed record NewPanelAnswer([PlainText(100)] string Rule, [PlainText(Fences.Reason)] string Answer, Guid? Id = null);

/// <summary>A tick, a question or an answer about one rule. None is ever changed.</summary>
/// <param name="Id">The note.</param>
/// <param name="EvidencePackId">The evidence pack.</param>
/// <param name="Rule">The rule's id in the requirement pack.</param>
/// <param name="Kind"><c>ticked</c>, <c>questioned</c> or <c>answered</c>.</param>
/// <param name="Says">The question or the answer.</param>
/// <param name="By">Who noted it.</param>
/// <param name="At">When.</param>
public sealed record PanelNoteBody(Guid Id, Guid EvidencePackId, string Rule, string Kind, string? Says, Guid By, DateTimeOffset At);

/// <summary>What a panel noted about an evidence pack.</summary>
/// <param name="Notes">Oldest first.</param>
public sealed record PanelNoteList(IReadOnlyList<PanelNoteBody> Notes);

/// <summary>The trainees before a panel.</summary>
/// <param name="AsOf">The local day.</param>
/// <param name="Trainees">By how their evidence stood when it was frozen, the furthest from the requirement first; whoever has none frozen first of all.</param>
public sealed record PanelBody(DateOnly AsOf, IReadOnlyList<PanelTrainee> Trainees);

/// <summary>Somebody before a panel, as their newest evidence pack shows them.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="EvidencePack">Their newest evidence pack; absent where none is frozen.</param>
/// <param name="State">Where they stood in it.</param>
/// <param name="Rules">The rules of it.</param>
public sealed record PanelTrainee(Guid PersonId, string Name, EvidencePackBody? EvidencePack, ProgressState? State, IReadOnlyList<PanelRule> Rules);

/// <summary>One rule of a frozen evidence pack, and how far the panel is with it.</summary>
/// <param name="Id">The rule's id in the requirement pack.</param>
/// <param name="Title">Its title.</param>
/// <param name="Have">How much counted.</param>
/// <param name="Need">How much is asked for.</param>
/// <param name="Unit">Of what, as a code such as <c>session</c>.</param>
/// <param name="State">Where it stood.</param>
/// <param name="Ticked">How many members of the panel ticked it.</param>
/// <param name="QuestionOpen">Whether a question about it waits for its answer.</param>
public sealed record PanelRule(string Id, string Title, decimal Have, decimal Need, string Unit, ProgressState State, int Ticked, bool QuestionOpen);
