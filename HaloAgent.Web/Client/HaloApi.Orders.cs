using HaloAgent.Contracts.Contacts;
using HaloAgent.Contracts.Orders;
using HaloAgent.Contracts.Overview;

namespace HaloAgent.Web.Client;

internal sealed partial class HaloApi
{
    /// <summary>How long a decision made on a page can be undone.</summary>
    public const int UndoSeconds = 8;

    public Task<ApiResult<AgentWeekView>> GetAgentWeekAsync(CancellationToken stop) => GetAsync<AgentWeekView>("/api/overview/agent", stop);

    public Task<ApiResult<OverviewView>> GetOverviewAsync(CancellationToken stop) => GetAsync<OverviewView>("/api/overview", stop);

    public Task<ApiResult<ApiPage<OrderView>>> ListOrdersAsync(string? status, bool stuck, string? search, string? cursor, CancellationToken stop) =>
        GetPageAsync<OrderView>("/api/orders".With(("status", status), ("stuck", stuck ? "true" : null), ("q", search), ("limit", 30), ("cursor", cursor)), stop);

    public Task<ApiResult<OrderView>> GetOrderAsync(Guid id, CancellationToken stop) => GetAsync<OrderView>($"/api/orders/{id}", stop);

    public Task<ApiResult<ApiPage<PaymentReviewView>>> ListPaymentReviewsAsync(string? cursor, CancellationToken stop) =>
        GetPageAsync<PaymentReviewView>("/api/orders/payment-reviews".With(("limit", 50), ("cursor", cursor)), stop);

    public Task<ApiResult<OrderView>> UpdateStatusAsync(Guid id, string status, string? note, CancellationToken stop) =>
        SendAsync<OrderView>(HttpMethod.Post, $"/api/orders/{id}/update-status", new UpdateOrderStatusRequest { Status = status, Note = note, UndoSeconds = UndoSeconds }, stop);

    public Task<ApiResult<OrderView>> ApprovePaymentAsync(Guid id, CancellationToken stop) =>
        SendAsync<OrderView>(HttpMethod.Post, $"/api/orders/{id}/approve-payment", new ApprovePaymentRequest { UndoSeconds = UndoSeconds }, stop);

    public Task<ApiResult<OrderView>> RejectPaymentAsync(Guid id, string reason, CancellationToken stop) =>
        SendAsync<OrderView>(HttpMethod.Post, $"/api/orders/{id}/reject-payment", new RejectPaymentRequest { Reason = reason, UndoSeconds = UndoSeconds }, stop);

    public Task<ApiResult<Nothing>> UndoAsync(Guid decisionId, CancellationToken stop) =>
        SendAsync(HttpMethod.Post, $"/api/orders/decisions/{decisionId}/undo", null, stop);

    public Task<ApiResult<OrderView>> UploadReceiptAsync(Guid id, byte[] file, string fileName, string contentType, CancellationToken stop) =>
        UploadAsync<OrderView>($"/api/orders/{id}/upload-receipt", file, fileName, contentType, stop);

    public Task<ApiResult<ApiPage<ContactView>>> ListContactsAsync(string? search, string? cursor, CancellationToken stop) =>
        GetPageAsync<ContactView>("/api/contacts".With(("q", search), ("limit", 30), ("cursor", cursor)), stop);

    public Task<ApiResult<ContactView>> GetContactAsync(Guid id, CancellationToken stop) => GetAsync<ContactView>($"/api/contacts/{id}", stop);

    public Task<ApiResult<ApiPage<OrderView>>> ListOrdersOfContactAsync(Guid contactId, string? cursor, CancellationToken stop) =>
        GetPageAsync<OrderView>("/api/contacts/orders".With(("contactId", contactId), ("limit", 30), ("cursor", cursor)), stop);
}
