// Any bytes as the document of a petition: read, its mistakes told and placed, and what it makes
// written as HTML.

#include <fuzz/expect.hpp>
#include <fuzz/material.hpp>

#include <string>
#include <string_view>
#include <utility>

#include <document/read.hpp>
#include <json/locate.hpp>
#include <snippet/snippet.hpp>

namespace petition_box {
namespace {

bool is_error(const json::Mistake& mistake) { return mistake.severity == json::Severity::error; }

void expect_told(const json::Mistake& mistake, const json::Position& position) {
  expect(!mistake.expected.empty());
  expect(mistake.pointer.empty() || mistake.pointer.front() == '/');
  expect(position.line > 0 && position.column > 0);
}

void write_all(const std::shared_ptr<const Petition>& petition) {
  static const Material material;
  SnippetRequest request;
  request.places = places_at("https://example.org", petition->id, "");
  for (const SnippetKind kind : {SnippetKind::pre_rendered, SnippetKind::frame}) {
    const std::string html =
        write_snippet(kind, request, petition, material.english(), material.platform);
    expect(html.find("<script>") == std::string::npos);
  }
}

}  // namespace
}  // namespace petition_box

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace petition_box;  // NOLINT(google-build-using-namespace)
  const std::string text(reinterpret_cast<const char*>(data), size);
  ReadPetition read = read_petition(text);
  bool refused = false;
  const std::vector<json::Position> positions = json::locate(text, read.mistakes);
  expect(positions.size() == read.mistakes.size());
  for (std::size_t i = 0; i < positions.size(); ++i) {
    refused = refused || is_error(read.mistakes[i]);
    expect_told(read.mistakes[i], positions[i]);
  }
  expect((read.petition != nullptr) != refused);
  if (read.petition) {
    write_all(std::move(read.petition));
  }
  return 0;
}
