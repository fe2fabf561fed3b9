using HaloAgent.AgentWorker.Agent;
using HaloAgent.Messaging;
using Xunit;

namespace HaloAgent.UnitTests.Agent;

/// <summary>What there was to say, in as few messages as there may be.</summary>
public sealed class BubblesTests
{
    [Fact]
    public void What_fits_into_one_message_is_one_and_a_picture_leaves_its_words()
    {
        MessageContent[] messages =
        [
            MessageContent.OfText("Here it is."),
            new() { Kind = MessageKind.Image, Text = "Jollof ₦3,500", Media = [new MediaItem(null, "image/png", Guid.CreateVersion7())] },
            MessageContent.OfText("Delivery or pickup?"),
        ];

        Assert.Equal(["Here it is.\n\nJollof ₦3,500\n\nDelivery or pickup?"], Bubbles.Pack(messages, 2));
    }

    [Fact]
    public void Of_what_is_too_long_the_end_stays_and_no_message_is_longer_than_the_channel_takes()
    {
        var messages = "abc".Select(letter => MessageContent.OfText(new string(letter, 900))).Append(MessageContent.OfText("I wait a minute."));

        var packed = Bubbles.Pack([.. messages], 2);

        Assert.Equal([new string('b', 900), $"{new string('c', 900)}\n\nI wait a minute."], packed);
        Assert.Empty(Bubbles.Pack([.. messages], 0));
    }
}
