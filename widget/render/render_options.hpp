#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include <command/ending.hpp>
#include <snippet/snippet.hpp>

namespace petition_box {

struct RenderOptions {
  SnippetKind kind = SnippetKind::pre_rendered;
  std::optional<std::string> site;  // for all places that are not given by themselves
  Places places;                    // as given
  std::string language;             // empty: the petition's own
  std::string accent;
  int heading_level = usual_heading_level;
  std::string layout;
  std::string theme;
  bool at_once = false;
  std::optional<std::int64_t> count;
  std::string embed;  // empty: the usual one
  bool integrity = true;
  bool json = false;
  std::string document;  // a file, or "-"
};

// The places that the kind needs are given, by themselves or by the site.
std::variant<RenderOptions, Ending> read_render_options(int argc, char** argv);

}  // namespace petition_box
