#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <variant>

#include <nlohmann/json.hpp>

#include <command/now.hpp>
#include <command/protocols.hpp>
#include <document/link.hpp>
#include <english/mistakes.hpp>
#include <icu/icu_platform.hpp>
#include <icu/icu_time_zones.hpp>
#include <render/complaint.hpp>
#include <render/document_text.hpp>
#include <render/embed.hpp>
#include <render/render_options.hpp>
#include <wire/protocol.hpp>

namespace petition_box {
namespace {

constexpr int has_mistakes = 1;
constexpr int misused = 2;

int refuse(const std::string& what) {
  std::cerr << what << (what.empty() || what.back() != '\n' ? "\n" : "");
  return misused;
}

// Those given by themselves, and the site's for the others.
Places places_of(const RenderOptions& options, const std::string& petition,
                 const std::string& version) {
  if (!options.site) return options.places;
  Places places = places_at(*options.site, petition, version);
  const auto take = [](std::string& place, const std::string& given) {
    if (!given.empty()) place = given;
  };
  take(places.base, options.places.base);
  take(places.src, options.places.src);
  places.by_language = options.places.src.empty();
  take(places.endpoint, options.places.endpoint);
  take(places.sign_page, options.places.sign_page);
  take(places.frame_page, options.places.frame_page);
  return places;
}

// What browsers keep from pages that are served over https, as most are.
void warn_of_insecure(const Places& places) {
  for (const std::string& place :
       {places.base, places.src, places.endpoint, places.sign_page, places.frame_page}) {
    if (is_insecure(place))
      std::cerr << place << ": warning: expected " << in_english({{}, secure_address, {}}).expected
                << '\n';
  }
}

SnippetRequest request_for(const Petition& petition, const Embed& embed,
                           const RenderOptions& options) {
  SnippetRequest request;
  request.places = places_of(options, petition.id, embed.integrity.version);
  warn_of_insecure(request.places);
  request.integrity = embed.integrity;
  request.language = options.language;
  request.accent = options.accent;
  request.heading_level = options.heading_level;
  request.layout = options.layout;
  request.theme = options.theme;
  request.at_once = options.at_once;
  request.count = options.count;
  request.now = now();
  return request;
}

// What keeps the endpoints that the document names from serving it; the request has the description
// of its own.
json::Mistakes ask_endpoint(const Petition& petition, const std::string& folder,
                            SnippetRequest& request) {
  json::Mistakes mistakes;
  NamedEndpoint own = std::move(endpoints_of(petition, folder, mistakes).front());
  if (own.description) {
    request.description = std::make_shared<const Description>(std::move(*own.description));
  }
  return mistakes;
}

int write(const std::string& written, const RenderOptions& options) {
  if (options.json) {
    const nlohmann::ordered_json object{{"snippet", written}, {"kind", name_of(options.kind)}};
    std::cout << object.dump();
  } else {
    std::cout << written;
  }
  std::cout << '\n' << std::flush;
  return std::cout ? 0 : refuse("cannot write to standard output");
}

int run(const RenderOptions& options) {
  const std::string folder = options.embed.empty() ? usual_embed() : options.embed;
  const auto read_folder = read_embed(folder, options.integrity);
  if (const auto* wrong = std::get_if<std::string>(&read_folder)) {
    return refuse(*wrong + "\nThe option --embed names the folder that embed/build.mjs makes.");
  }
  const Embed& embed = *std::get_if<Embed>(&read_folder);
  const std::string name = shown_name(options.document);
  const auto text = read_text(options.document);
  if (!text) return refuse(name + ": expected a file that can be read");
  const auto complain = [&](const json::Mistakes& mistakes) {
    for (const Complaint& complaint : complaints_about(name, *text, mistakes)) {
      std::cerr << line_of(complaint) << '\n';
    }
  };
  const IcuTimeZones zones;
  ReadPetition read = protocol::read_petition(*text, nullptr, &zones);
  complain(read.mistakes);
  if (!read.petition) return has_mistakes;
  const std::shared_ptr<const Petition> petition = std::move(read.petition);
  SnippetRequest request = request_for(*petition, embed, options);
  std::vector<std::string> ranges = petition->languages;
  if (!options.language.empty()) ranges.insert(ranges.begin(), options.language);
  const auto catalogue = embed.catalogues.in(ranges);
  const IcuPlatform platform;
  json::Mistakes mistakes = ask_endpoint(*petition, folder, request);
  if (mistakes.empty()) mistakes = what_lacks(options.kind, request, petition, catalogue, platform);
  complain(mistakes);
  if (json::has_error(mistakes)) return has_mistakes;
  return write(write_snippet(options.kind, request, petition, catalogue, platform), options);
}

}  // namespace
}  // namespace petition_box

int main(int argc, char** argv) {
  using namespace petition_box;  // NOLINT(google-build-using-namespace)
  const auto options = read_render_options(argc, argv);
  if (const auto* ending = std::get_if<Ending>(&options)) return end(*ending);
  return run(*std::get_if<RenderOptions>(&options));
}
