using HaloAgent.Businesses;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>The banks and wallets of Nigeria as people write them: a reply may name only the shop's own.</summary>
internal static class BankNames
{
    private static readonly string[] Known =
    [
        "access bank", "gtbank", "gtb", "guaranty trust", "zenith", "uba", "united bank for africa", "first bank", "firstbank", "fidelity bank", "fcmb", "union bank",
        "sterling bank", "stanbic", "ecobank", "polaris", "wema", "alat", "keystone bank", "heritage bank", "jaiz", "providus", "unity bank", "titan trust",
        "suntrust", "parallex", "lotus bank", "taj bank", "opay", "palmpay", "moniepoint", "kuda", "vfd", "fairmoney", "paycom", "9psb", "mtn momo",
    ];

    public static bool NamesAnother(string text, BankDetails? own)
    {
        var words = $" {string.Join(' ', StatementReader.Words(text))} ";
        var mine = own is null ? "" : $" {string.Join(' ', StatementReader.Words($"{own.Bank} {own.AccountName}"))} ";
        return Known.Any(bank => words.Contains($" {bank} ", StringComparison.Ordinal) && !mine.Contains($" {bank} ", StringComparison.Ordinal));
    }
}
