using System.Reflection;
using System.Runtime.CompilerServices;

namespace Portfolio.Tests.Records;

// An assembly's public types and members, one a line, in one order.
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(type => Members(type).Prepend($"{Sort(type)} {type.FullName}{Base(type)}"));

    private static IEnumerable<string> Members(Type type) => type.IsEnum
        ? Enum.GetNames(type).Select(name => $"  {name} = {(int)Enum.Parse(type, name)}")
        : type.GetMembers(Declared).Select(Told).OfType<string>().Order(StringComparer.Ordinal).Select(line => $"  {line}");

    private static string? Told(MemberInfo member) => member switch
    {
        // A compiler's members of records say nothing that the record itself does not.
        MethodInfo method when method.IsSpecialName || method.IsDefined(typeof(CompilerGeneratedAttribute)) => null,
        _ when member.Name.Contains('<', StringComparison.Ordinal) || member.Name is "EqualityContract" or "PrintMembers" => null,
        MethodBase method when !Seen(method) => null,
        ConstructorInfo made => $"new({Parameters(made)})",
        MethodInfo method => $"{Static(method)}{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
        PropertyInfo property when Seen(property.GetMethod) =>
            $"{Static(property.GetMethod!)}{Name(property.PropertyType)} {property.Name} {{ get;{Setter(property)} }}",
        FieldInfo { IsPublic: true } field => $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}{(field.IsLiteral ? $" = {field.GetRawConstantValue()}" : "")}",
        _ => null,
    };

    private static string Setter(PropertyInfo property) =>
        !Seen(property.SetMethod) ? ""
        : property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;";

    private static bool Seen(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : "";

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(one => $"{Name(one.ParameterType)} {one.Name}{(one.HasDefaultValue ? " = default" : "")}"));

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;

    private static string Sort(Type type) =>
        type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct"
        : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";

    private static string Base(Type type) =>
        type.BaseType is { } parent && parent != typeof(object) && parent != typeof(Enum) && parent != typeof(ValueType) ? $" : {Name(parent)}" : "";
}
