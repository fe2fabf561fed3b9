using Microsoft.AspNetCore.Identity;

namespace HaloAgent.Businesses;

/// <summary>A person who works for a business and may sign in.</summary>
public sealed class BusinessMember
{
    private BusinessMember()
    {
    }

    public Guid Id { get; private set; }

    public Guid BusinessId { get; private set; }

    public Guid UserId { get; private set; }

    public MemberRole Role { get; private set; }

    public string Name { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public static BusinessMember Create(Guid businessId, Guid userId, MemberRole role, string name, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        BusinessId = businessId,
        UserId = userId,
        Role = role,
        Name = name,
        CreatedAt = now,
    };
}

public enum MemberRole
{
    Owner,
    Staff,
}

/// <summary>The sign-in of a person; passwords and lockout are ASP.NET Core Identity's.</summary>
public sealed class HaloUser : IdentityUser<Guid>;
