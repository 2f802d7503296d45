#pragma once

#include <string_view>

#include <endpoint/http.hpp>

namespace petition_box::endpoint {

// How much a list such as "text/html, application/json;q=0.9" wants the thing (RFC 9110
// section 12.4.2): 0 not at all, 1000 most. A list that is empty wants everything alike.
int quality(std::string_view list, std::string_view thing);

// Whether a person waits for a page: the browser says that it navigates, or prefers HTML to JSON.
bool wants_page(const Request& request);

}  // namespace petition_box::endpoint
