namespace HaloAgent.Channels;

/// <summary>A way on which customers write. Each has its translator in Api/Channels and its sender in AgentWorker/Channels.</summary>
public enum Channel
{
    WhatsappTwilio,
    WebChat,
}
