#pragma once

#include <string>

#include <box/model.hpp>
#include <language/platform.hpp>

namespace petition_box {

// What a page's address says stands among the entries, and so the answers, under the name of its
// parameter with this before it, which no field begins with (embed/brought.js).
constexpr char parameter_mark = '?';

// The campaign's word for the way on which the signer came, where the petition names a parameter
// for it and the page's address has that; else empty.
std::string source_in(const Model& model, const Platform& platform);

// Notes it, as if the page's address said it.
void note_source(Model& model, const std::string& source);

}  // namespace petition_box
