#pragma once

#include <cstdint>

// What the page of the snippet builder says across the boundary of its module, written as Bytes
// (markup/bytes.hpp). The build takes the names and values for the browser's side from here.
namespace petition_box {

// From the browser. After the code come those listed, texts unless told otherwise.
enum class BuilderRequest : std::uint8_t {
  // A document; a number, the time now in ms since 1970. The answer has its mistakes, and no texts.
  check,
  // The address of a site with an endpoint, the petition's name, the version of the box. The
  // answer: base, src, endpoint, sign page, frame page.
  places,
  // Name of the kind, site, version, integrity of the script, the stylesheet and the frame's
  // script, language, accent, tag and text of the catalogue, document. The answer: the snippet.
  snippet,
  // Language tags, separated by commas, the wanted one first. The answer: the tag of the catalogue
  // that suits them.
  catalogue,
  // The answer: names of the known fields, codes of the countries, tags of the catalogues, names of
  // the kinds of snippet, of the kinds of field, of the known purposes; each separated by commas.
  vocabulary,
};

}  // namespace petition_box

// To the browser: the number of mistakes, then of each the pointer, 1 if it is a warning, what was
// expected and what was found, and line and column, from 1, 0 where not known; the number of texts,
// then the texts. Where a mistake is an error there are no texts.
extern "C" {

// Where the browser writes a request of so many bytes. Valid until the next call.
char* petition_builder_message(std::uint32_t size);

// Takes the request that was written; gives the answer. Valid until the next call.
const char* petition_builder_answer();
}
