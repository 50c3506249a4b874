namespace Portfolio.Contracts.Records;

internal static class Permutation
{
    // The next order of the same numbers; false after the last. Starting from sorted numbers, each distinct order comes once.
    public static bool Next(List<int> numbers)
    {
        var at = numbers.Count - 2;
        while (at >= 0 && numbers[at] >= numbers[at + 1])
            at--;
        if (at < 0)
            return false;
        var swap = numbers.Count - 1;
        while (numbers[swap] <= numbers[at])
            swap--;
        (numbers[at], numbers[swap]) = (numbers[swap], numbers[at]);
        numbers.Reverse(at + 1, numbers.Count - at - 1);
        return true;
    }
}
