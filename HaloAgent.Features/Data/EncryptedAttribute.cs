namespace HaloAgent.Data;

/// <summary>Marks a text property that is encrypted in the database (<see cref="PersonalDataCipher"/>).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EncryptedAttribute : Attribute;
