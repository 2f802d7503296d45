#include <cstdint>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

#include <builder/answer.hpp>
#include <builder/boundary.hpp>
#include <builder/endpoint.hpp>
#include <builder/reply.hpp>
#include <builder/served.hpp>
#include <document/advice.hpp>
#include <document/country.hpp>
#include <document/field.hpp>
#include <document/link.hpp>
#include <english/mistakes.hpp>
#include <json/locate.hpp>
#include <language/tag.hpp>
#include <markup/bytes.hpp>
#include <markup/cursor.hpp>
#include <paste/date.hpp>
#include <paste/petition.hpp>
#include <paste/values.hpp>
#include <snippet/snippet.hpp>

namespace petition_box {
namespace {

// An absolute address of the web: a link could also be mailto:, a form's target also relative.
bool is_site(std::string_view site) { return is_link(site) && is_form_target(site); }

Reply refused_site(const std::string& site) {
  return refusal("site", site.empty() ? "nothing" : '"' + site + '"');
}

Reply check(Cursor& request, std::string& document) {
  document = request.text();
  const Advice advice(static_cast<std::int64_t>(request.number()));
  return {read_served(document, request.text(), &advice).mistakes, document, {}};
}

Reply places(Cursor& request) {
  const std::string site = request.text();
  const std::string petition = request.text();
  const std::string version = request.text();
  if (!is_site(site)) return refused_site(site);
  Places at = places_at(site, petition, version);
  json::Mistakes mistakes;
  if (is_insecure(site)) {
    mistakes.push_back({{}, secure_address, '"' + site + '"', json::Severity::warning});
  }
  return {std::move(mistakes), {}, {at.base, at.src, at.endpoint, at.sign_page, at.frame_page}};
}

Integrity read_integrity(Cursor& request) {
  Integrity integrity;
  integrity.version = request.text();
  integrity.script = request.text();
  integrity.stylesheet = request.text();
  integrity.frame_script = request.text();
  integrity.running = request.text();
  for (std::string& theme : integrity.themes) theme = request.text();
  return integrity;
}

Reply snippet(Cursor& request, std::string& document, const Platform& platform) {
  const auto kind = snippet_named(request.text());
  const std::string site = request.text();
  SnippetRequest wanted;
  wanted.integrity = read_integrity(request);
  wanted.at_once = request.number() != 0;
  wanted.language = request.text();
  wanted.accent = request.text();
  wanted.layout = request.text();
  wanted.theme = request.text();
  const std::string tag = request.text();
  auto read_words = Catalogue::read(tag, request.text());
  document = request.text();
  ServedPetition read = read_served(document, request.text());
  if (!read.petition) return {std::move(read.mistakes), document, {}};
  if (read.description) {
    wanted.description = std::make_shared<const Description>(std::move(*read.description));
  }
  if (!kind) return refusal("the name of a kind of snippet", "another");
  if (!is_site(site)) return refused_site(site);
  if (const auto* mistakes = std::get_if<json::Mistakes>(&read_words)) return {*mistakes, {}, {}};
  wanted.places = places_at(site, read.petition->id, wanted.integrity.version);
  const auto& petition = read.petition;
  const auto catalogue =
      std::make_shared<const Catalogue>(std::move(*std::get_if<Catalogue>(&read_words)));
  return {what_lacks(*kind, wanted, petition, catalogue, platform),
          document,
          {write_snippet(*kind, wanted, petition, catalogue, platform)}};
}

Reply catalogue(Cursor& request) {
  const std::vector<std::string> wanted = tags_in(request.text());
  const std::string there = request.text();
  const std::vector<std::string> available =
      tags_in(there.empty() ? std::string_view(PETITION_BOX_CATALOGUES) : there);
  const auto index = lookup(wanted, available);
  return {{}, {}, {index ? available[*index] : "en"}};
}

Reply direction(Cursor& request) {
  const bool leftwards = direction_of(request.text()) == Direction::right_to_left;
  return {{}, {}, {leftwards ? "rtl" : "ltr"}};
}

std::string_view name_of(const KnownField& field) { return field.name; }
std::string_view name_of(std::string_view purpose) { return purpose; }

// The names of all of them, separated by commas.
template <class All>
std::string names_of(const All& all) {
  std::string names;
  for (const auto& one : all) {
    if (!names.empty()) names += ',';
    names += name_of(one);
  }
  return names;
}

Reply vocabulary() {
  const std::string codes = country_codes();
  std::string countries;
  for (std::size_t i = 0; i < codes.size(); i += 2) {
    if (i != 0) countries += ',';
    countries.append(codes, i, 2);
  }
  return {{},
          {},
          {names_of(known_fields), countries, PETITION_BOX_CATALOGUES, names_of(all_snippet_kinds),
           names_of(all_field_kinds), names_of(known_purposes), names_of(themes)}};
}

Reply tidied(Cursor& request, const Platform& platform) {
  const std::string kind = request.text();
  const std::string written = request.text();
  const std::vector<std::string> languages = tags_in(request.text());
  if (kind == "date") return {{}, {}, {paste::date(written, {languages, platform})}};
  if (kind == "number") return {{}, {}, {paste::number(written)}};
  if (kind == "contact") return {{}, {}, {paste::contact(written)}};
  if (kind == "address") return {{}, {}, {paste::address(written)}};
  return {{}, {}, {paste::name(written)}};
}

Reply pasted(Cursor& request, const Platform& platform) {
  const std::string text = request.text();
  const std::string language = request.text();
  const std::string addressed_to = request.text();
  return {{}, {}, {paste::document_in(text, language, {{language}, platform}, addressed_to)}};
}

void write(const Reply& answer, Bytes& bytes) {
  // The positions of those that point into no document are not known.
  std::vector<json::Position> positions(answer.mistakes.size(), {0, 0});
  if (!answer.document.empty()) positions = json::locate(answer.document, answer.mistakes);
  bytes.number(answer.mistakes.size());
  for (std::size_t i = 0; i < answer.mistakes.size(); ++i) {
    const json::Mistake mistake = in_english(answer.mistakes[i]);
    bytes.text(answer.mistakes[i].expected);
    bytes.text(mistake.pointer);
    bytes.byte(mistake.severity == json::Severity::warning ? 1 : 0);
    bytes.text(mistake.expected);
    bytes.text(mistake.found);
    bytes.number(positions[i].line);
    bytes.number(positions[i].column);
  }
  bytes.number(answer.texts.size());
  for (const std::string& text : answer.texts) bytes.text(text);
}

}  // namespace

std::string answer_builder(std::string_view request, const Platform& platform) {
  Cursor cursor(request);
  Reply answer;
  std::string document;
  switch (static_cast<BuilderRequest>(cursor.byte())) {
    case BuilderRequest::check:
      answer = check(cursor, document);
      break;
    case BuilderRequest::places:
      answer = places(cursor);
      break;
    case BuilderRequest::snippet:
      answer = snippet(cursor, document, platform);
      break;
    case BuilderRequest::catalogue:
      answer = catalogue(cursor);
      break;
    case BuilderRequest::direction:
      answer = direction(cursor);
      break;
    case BuilderRequest::vocabulary:
      answer = vocabulary();
      break;
    case BuilderRequest::description:
      answer = read_protocol(cursor, document);
      break;
    case BuilderRequest::sample:
      answer = try_sample(cursor, document, platform);
      break;
    case BuilderRequest::meaning:
      answer = tell_meaning(cursor, document);
      break;
    case BuilderRequest::count:
      answer = tell_count(cursor, document);
      break;
    case BuilderRequest::look:
      answer = look(cursor, document);
      break;
    case BuilderRequest::seen:
      answer = tell_seen(cursor, document);
      break;
    case BuilderRequest::tidied:
      answer = tidied(cursor, platform);
      break;
    case BuilderRequest::paragraphs:
      answer = {{}, {}, paste::paragraphs_in(cursor.text())};
      break;
    case BuilderRequest::pasted:
      answer = pasted(cursor, platform);
      break;
  }
  Bytes bytes;
  write(answer, bytes);
  return bytes.written();
}

}  // namespace petition_box
