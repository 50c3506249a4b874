using System.ComponentModel;
using System.Reflection;

namespace Portfolio.Api.Access;

/// <summary>One line of the table of who may do what.</summary>
/// <param name="What">What may be done, completing "may …".</param>
/// <param name="Roles">Who may: whoever is any of these to what is asked for.</param>
internal sealed record Right(string What, params IReadOnlyList<Role> Roles)
{
    /// <summary>Who may, in words.</summary>
    public string Who
    {
        get
        {
            var words = Roles.Select(Words).ToList();
            return words.Count == 1 ? words[0] : $"{string.Join("; ", words[..^1])}; or {words[^1]}";
        }
    }

    public bool Allows(IReadOnlySet<Role> roles) => Roles.Any(roles.Contains);

    public static string Words(Role role) => typeof(Role).GetField($"{role}")!.GetCustomAttribute<DescriptionAttribute>()!.Description;
}
