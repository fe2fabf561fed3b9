using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace HaloAgent.ServiceDefaults.DataProtection;

/// <summary>
/// Two statements over the shared pool. The table may not be there yet when a service starts beside the one that
/// migrates: then there are no keys yet, storing one fails, and the framework tries again at the next use.
/// </summary>
internal sealed class PostgresKeyRepository(NpgsqlDataSource database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        try
        {
            return [.. ReadAll()];
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return [];
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var insert = database.CreateCommand("insert into data_protection_keys (friendly_name, xml) values ($1, $2)");
        insert.Parameters.AddWithValue(friendlyName);
        insert.Parameters.AddWithValue(element.ToString(SaveOptions.DisableFormatting));
        insert.ExecuteNonQuery();
    }

    private IEnumerable<XElement> ReadAll()
    {
        using var select = database.CreateCommand("select xml from data_protection_keys order by id");
        using var reader = select.ExecuteReader();
        while (reader.Read())
        {
            yield return XElement.Parse(reader.GetString(0));
        }
    }
}
