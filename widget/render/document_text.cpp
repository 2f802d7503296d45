#include <array>
#include <fstream>
#include <iostream>

#include <render/document_text.hpp>

namespace petition_box {
namespace {

constexpr std::size_t most_bytes = 16 * 1024 * 1024;

std::optional<std::string> read_all(std::istream& in) {
  std::string text;
  std::array<char, 65536> piece{};
  while (in.good() && text.size() <= most_bytes) {
    in.read(piece.data(), piece.size());
    text.append(piece.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (!in.eof() || in.bad()) return std::nullopt;
  return text;
}

}  // namespace

std::string shown_name(const std::string& operand) { return operand == "-" ? "<stdin>" : operand; }

std::optional<std::string> read_text(const std::string& operand) {
  if (operand == "-") return read_all(std::cin);
  std::ifstream file(operand, std::ios::binary);
  return read_all(file);
}

}  // namespace petition_box
