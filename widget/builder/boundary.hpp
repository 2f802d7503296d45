#pragma once

#include <cstdint>

// What the page of the snippet builder says across the boundary of its module, written as Bytes
// (markup/bytes.hpp). The build takes the names and values for the browser's side from here.
namespace petition_box {

// From the browser. After the code come those listed, texts unless told otherwise.
enum class BuilderRequest : std::uint8_t {
  // A document; a number, the time now in ms since 1970; a description. The answer has its
  // mistakes, those among them that keep the endpoint from serving it, and no texts.
  check,
  // The address of a site with an endpoint, the petition's name, the version of the box. The
  // answer: base, src, endpoint, sign page, frame page.
  places,
  // Name of the kind, site, version, integrity of the script, the stylesheet, the frame's script,
  // what the script loads, and of each theme (snippet.hpp); a number, 1 where all is asked for at
  // once; language, accent, layout ("form", "button", empty), theme, tag and text of the catalogue,
  // document, description. The answer: the snippet.
  snippet,
  // Language tags, separated by commas, the wanted one first; the tags of the catalogues that there
  // are, likewise, empty for those of the box. The answer: the tag of the catalogue that suits
  // them, "en" where none does.
  catalogue,
  // A language tag. The answer: "ltr" or "rtl", as the language is written.
  direction,
  // The answer: names of the known fields, codes of the countries, tags of the catalogues, names of
  // the kinds of snippet, of the kinds of field, of the known purposes, of the themes; each
  // separated by commas.
  vocabulary,
  // The description of a protocol. The answer has its mistakes, with pointers into it.
  description,
  // Site, document, description; tag and text of the catalogue in the petition's language. The
  // answer is the request that a signature with sample answers
  // makes: method, address, accept, type, body, headers, number of its Following, and all of it for
  // people to read.
  sample,
  // Site, document, description; of what came back to that request: status and, as a number, what
  // embed/request.js tells besides, Retry-After, type, body. The answer: what became of the
  // signature, as a code (trial/trying.hpp, code_of); the rule that says so; the names of the
  // fields
  // that were refused, separated by commas.
  meaning,
  // Document, description. The answer is the requests, each as above, that show what is there:
  // which fields and consents a form has, or what a page is called; no texts where something that
  // they need is not answered yet.
  look,
  // Document, description; names of fields, and of consents, separated by commas; the number of
  // responses to these requests, and each of them as above. The answer: what is shown, the rule
  // that says why nothing is; the names of the fields that are there, a line each; the names that
  // are likely to be meant by ours, a line of ours and a line of theirs for each; then of each
  // consent there its name, its statement, and "required", "optional" or "inverted"
  // (trial/form_in_page.hpp).
  seen,
  // The description of a protocol; what a document would say of an endpoint of it, an object with
  // the
  // address and the options. The answer: the count of it as a document has it in its endpoint, JSON
  // (wire/described.hpp); no texts where something is not answered yet.
  count,
  // What is written, "date", "number", "contact", "address" or "name"; a text that somebody has
  // written there, a title for a name; the tags of languages in which months may be named there,
  // separated by commas, the likeliest first. The answer: the same as documents have it
  // (paste/values.hpp, paste/date.hpp).
  tidied,
  // A text that somebody has pasted. The answer: a text for each of its paragraphs.
  paragraphs,
  // The same, the tag of its language, and the words before an addressee in it. The answer: the
  // document that is in it
  // (paste/petition.hpp).
  pasted,
};

// Where a description goes with a document, it is the text of the file of the protocol that the
// document names, or what somebody is still writing in its place; empty: there is none.

}  // namespace petition_box

// To the browser: the number of mistakes, then of each its code (english/mistakes.cpp), the
// pointer, 1 if it is a warning, what was expected and what was found in English, and line and
// column, from 1, 0 where not known; the number of texts, then the texts. Where a mistake is an
// error there are no texts.
extern "C" {

// Where the browser writes a request of so many bytes. Valid until the next call.
char* petition_builder_message(std::uint32_t size);

// Takes the request that was written; gives the answer. Valid until the next call.
const char* petition_builder_answer();
}
