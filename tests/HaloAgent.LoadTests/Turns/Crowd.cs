using System.Globalization;
using HaloAgent.LoadTests.Target;
using HaloAgent.LoadTests.Wire;

namespace HaloAgent.LoadTests.Turns;

/// <summary>
/// Customers who have never written before. Each measured window has people of its own: nobody has dozens of orders that no shop
/// ever approved, as those of a long warm-up have.
/// </summary>
internal sealed class Crowd(SystemUnderTest system, LoadShop shop, Sids sids, BubbleCounts bubbles, Refusals refusals, AnswerFeed feed, int size)
{
    private readonly List<Customer> everybody = [];

    /// <summary>All who were called so far.</summary>
    public Customer[] Everybody => [.. everybody];

    /// <summary>As many new people; they hear what they are answered.</summary>
    public Customer[] Call()
    {
        var people = Enumerable.Range(everybody.Count, size).Select(i => new Customer(system, shop, sids, bubbles, refusals, (2348060000000 + i).ToString(CultureInfo.InvariantCulture), i)).ToArray();
        Array.ForEach(people, feed.Add);
        everybody.AddRange(people);
        return people;
    }
}
