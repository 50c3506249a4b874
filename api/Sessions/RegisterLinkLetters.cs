using System.Globalization;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.Mail;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.Sessions;

/// <summary>What a leader is written about a register. Nobody on it is named.</summary>
internal sealed class RegisterLinkLetters(Letters letters, PublicAddress address)
{
    public async Task Link(Work work, PersonKey leader, string email, Session session, string secret, DateOnly until, DateTimeOffset now)
    {
        var group = (await GroupStore.Find(work, session.GroupId))!.Name;
        await letters.Post(work, leader, "register-link", new(email, string.Create(CultureInfo.InvariantCulture, $"Register of {session.HeldOn:d MMMM yyyy}"),
            string.Create(CultureInfo.InvariantCulture, $"""
            {group} meets on {session.HeldOn:dddd d MMMM yyyy} at {session.StartsAt:HH:mm}. This link opens its register, for you alone:

            {new Uri(address.Base, $"links/{secret}")}

            A code will be sent to this address when you open it. The link works until {until:d MMMM yyyy}. Do not pass it on.

            """)), now);
    }

    public Task Code(Work work, PersonKey leader, string email, string code, DateTimeOffset now) =>
        // The code comes first, because a phone shows the first words of a letter without opening it.
        letters.Post(work, leader, "register-code", new(email, "Your code for the register", $"""
            {code} is your code. It is good for {RegisterLinkCode.Lasts.TotalMinutes:0} minutes.

            If you did not ask for it, do nothing: without it nobody gets in.

            """), now);
}
