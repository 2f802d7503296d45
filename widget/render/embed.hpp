#pragma once

#include <string>
#include <variant>

#include <command/catalogues.hpp>
#include <snippet/snippet.hpp>

namespace petition_box {

// What a snippet takes from the folder that embed/build.mjs makes.
struct Embed {
  Catalogues catalogues;
  Integrity integrity;
};

// Reads locales/*.json and, where integrity is wanted, integrity.json; without it both members are
// empty. Otherwise says what is wrong.
std::variant<Embed, std::string> read_embed(const std::string& folder, bool with_integrity);

// The folder that belongs to this program: the one that was built beside it, else build/embed.
std::string usual_embed();

}  // namespace petition_box
