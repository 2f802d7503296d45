#include <memory>

#include <libpq-fe.h>

#include <endpoint/postgresql/address.hpp>

namespace petition_box::endpoint::postgresql {

bool is_address(std::string_view text) {
  return text.starts_with("postgresql://") || text.starts_with("postgres://");
}

std::string public_part_of(const std::string& address) {
  const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
      PQconninfoParse(address.c_str(), nullptr), PQconninfoFree);
  const auto value_of = [&](std::string_view name) -> std::string {
    for (const PQconninfoOption* option = options.get();
         option != nullptr && option->keyword != nullptr; ++option) {
      if (option->keyword == name && option->val != nullptr) return option->val;
    }
    return {};
  };
  std::string text = "postgresql://" + value_of("host");
  if (const std::string ports = value_of("port"); !ports.empty()) text += ':' + ports;
  return text + '/' + value_of("dbname");
}

}  // namespace petition_box::endpoint::postgresql
