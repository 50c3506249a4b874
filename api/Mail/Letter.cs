namespace Portfolio.Api.Mail;

/// <summary>What one person is sent. Its words say nothing that the person who opens the wrong mailbox should not read.</summary>
internal sealed record Letter(string To, string Subject, string Text);
