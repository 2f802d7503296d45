#pragma once

#include <string>

#include <document/petition.hpp>
#include <snippet/snippet.hpp>

namespace petition_box {

// A request with all places, at https://box.example, and no integrity.
SnippetRequest request_for(const Petition& petition, const std::string& language = {});

// The snippet with the catalogue of that tag.
std::string snippet(SnippetKind kind, const SnippetRequest& request, const Petition& petition,
                    const std::string& catalogue = "fr");

// How often the piece is in the text.
int times(const std::string& text, const std::string& piece);
bool has(const std::string& text, const std::string& piece);

}  // namespace petition_box
