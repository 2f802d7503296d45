#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <endpoint/http.hpp>

namespace petition_box::endpoint {

// How much a list such as "text/html, application/json;q=0.9" wants the thing (RFC 9110
// #quality.values): 0 not at all, 1000 most. A list that is empty wants everything alike.
int quality(std::string_view list, std::string_view thing);

// The language ranges of Accept-Language, the most wanted first (RFC 9110 #field.accept-language):
// sixteen at most, without "*" and those that are not wanted at all.
std::vector<std::string> accepted_languages(std::string_view list);

// Whether a person waits for a page: the browser says that it navigates, or HTML is preferred to
// JSON, as by scripts that load pages into pages.
bool wants_page(const Request& request);

}  // namespace petition_box::endpoint
