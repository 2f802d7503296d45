#include <algorithm>
#include <utility>

#include <endpoint/accept.hpp>
#include <endpoint/appearance.hpp>
#include <endpoint/cache.hpp>
#include <endpoint/entity_tag.hpp>
#include <endpoint/environment.hpp>
#include <endpoint/path.hpp>
#include <endpoint/picture_hosts.hpp>
#include <endpoint/policy.hpp>
#include <endpoint/routes.hpp>
#include <unicode/ascii.hpp>

namespace petition_box::endpoint {
namespace {

// The files of a version never change. What has no version in its address is not kept without
// asking whether it is still the same: scripts, module and words of different versions do not go
// together.
constexpr const char* version_cache = "public, max-age=31536000, immutable";
constexpr const char* embed_cache = "no-cache";

// https://semver.org: three numbers, and what may follow them.
bool is_version(std::string_view folder) {
  const std::string_view core = folder.substr(0, folder.find_first_of("-+"));
  const auto is_part = [](char c) { return c == '.' || is_digit(c); };
  return std::count(core.begin(), core.end(), '.') == 2 &&
         std::all_of(core.begin(), core.end(), is_part);
}

bool take_prefix(std::string_view& path, std::string_view prefix) {
  if (path.substr(0, prefix.size()) != prefix) return false;
  path.remove_prefix(prefix.size());
  return true;
}

void add(std::vector<std::string>& hosts, const std::vector<std::string>& more) {
  hosts.insert(hosts.end(), more.begin(), more.end());
}

// Where the boxes on a page of HTML send to, and have pictures from, because the documents of their
// petitions say so: what of a snippet names a petition is the end of its address.
void add_named(const PetitionShelf& petitions, std::string_view html, Needs& needs) {
  for (const auto& [id, shelved] : petitions.all()) {
    const std::string end = "petitions/" + id;
    const auto names = [&](const char* after) {
      return html.find(end + after) != std::string_view::npos;
    };
    if (!names("\"") && !names("?lang=")) continue;
    add(needs.hosts, shelved.destination.hosts);
    add(needs.picture_hosts, picture_hosts_of(*shelved.petition));
  }
}

// A partner's page may run the box, itself or in a frame, and nothing else.
Reply partner_page(const StoredFile& file, const PetitionShelf& petitions, const Request& request) {
  Reply reply = serve(file, request, "no-cache");
  Needs needs;
  needs.box = true;
  needs.frames = true;
  needs.framers = Framers::own_pages;
  if (is_document(file)) {
    needs.hosts = needs.form_hosts = hosts_on(*file.plain.bytes);
    add_named(petitions, *file.plain.bytes, needs);
  }
  reply.set("Content-Security-Policy", policy_for(needs));
  reply.set("Referrer-Policy", "same-origin");
  return reply;
}

// What the builder needs is in its pages; only a header can say that nobody may frame them, but the
// builder its own preview.
Reply embed_file(const StoredFile& file, const Request& request, bool of_version, bool is_preview) {
  Reply reply = serve(file, request, of_version ? version_cache : embed_cache);
  reply.set("Cross-Origin-Resource-Policy", "cross-origin");
  if (is_document(file)) {
    const char* const framers = is_preview ? "frame-ancestors 'self'" : "frame-ancestors 'none'";
    reply.set("Content-Security-Policy", framers);
  }
  return reply;
}

// The address is relative: a proxy may serve the endpoint below a path of its own.
Reply redirection(unsigned status, std::string location) {
  return Reply{status, {{"Location", std::move(location)}, {"Cache-Control", "no-cache"}}, nullptr};
}

Reply count_reply(std::int64_t count, bool closed) {
  return reply(200, "application/json",
               R"({"count":)" + std::to_string(count) + (closed ? R"(,"closed":true})" : "}"))
      .set("Cache-Control", count_cache);
}

std::string methods_of(bool takes_posts) {
  return takes_posts ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD, OPTIONS";
}

Reply options(bool takes_posts) {
  const std::string allowed = methods_of(takes_posts);
  Reply reply{204, {}, nullptr};
  reply.set("Allow", allowed).set("Access-Control-Allow-Methods", allowed);
  reply.set("Access-Control-Allow-Headers", "Content-Type, Idempotency-Key");
  reply.set("Access-Control-Max-Age", "86400");
  return reply;
}

Problem nothing_here() { return {404, "There is nothing at this address."}; }

bool is_page(const Reply& reply) {
  const std::string* const type = reply.find("Content-Type");
  return type != nullptr && type->starts_with("text/html");
}

void leave_out_body(Reply& reply) {
  reply.status = 304;
  reply.body = nullptr;
  std::erase_if(reply.headers, [](const Header& header) {
    return header.name == "Content-Type" || header.name == "Content-Encoding";
  });
}

}  // namespace

// Where there is something to get that is known at once, and nothing to post.
template <class Make>
Routes::Resource Routes::only_read(Route route, Make make) {
  return {
      route,
      [make](const Request& request) -> boost::asio::awaitable<Reply> { co_return make(request); },
      {}};
}

boost::asio::awaitable<Reply> Routes::answer(const Request& request) const {
  const auto resource = at(request);
  auto reply = refusal(resource, request);
  if (!reply && request.method == "OPTIONS") reply = options(resource->post != nullptr);
  if (!reply) {
    const Handler& handler = request.method == "POST" ? resource->post : resource->get;
    reply = co_await handler(request);
  }
  co_return finished(std::move(*reply), route_of(resource, request), request);
}

std::optional<Reply> Routes::refusal(const Request& request) const {
  const auto resource = at(request);
  auto refused = refusal(resource, request);
  if (refused) return finished(std::move(*refused), route_of(resource, request), request);
  return std::nullopt;
}

Reply Routes::refuse(const Problem& problem, const Request& request) const {
  return finished(said(problem, request), route_of(at(request), request), request);
}

Route Routes::route_of(const std::optional<Resource>& resource, const Request& request) {
  if (!resource) return Route::none;
  const bool signs = resource->route == Route::count && request.method == "POST";
  return signs ? Route::signatures : resource->route;
}

std::optional<Routes::Resource> Routes::at(const Request& request) const {
  const auto path = decoded_path(request.path);
  return path ? find(*path) : std::nullopt;
}

std::optional<Routes::Resource> Routes::find(std::string_view path) const {
  if (path == "/health") {
    return only_read(Route::health, [this](const Request&) {
      return served_.health.alive(served_.petitions.unserved());
    });
  }
  if (path == "/ready") {
    return Resource{
        Route::ready,
        [this](const Request&) { return served_.health.ready(served_.petitions.unserved()); },
        {}};
  }
  if (path == "/page.css") return only_read(Route::style, Pages::style);
  if (path == "/frame.css") {
    return only_read(Route::style,
                     [](const Request& r) { return Pages::frame_style(appearance_of(r)); });
  }
  // "OPTIONS *" asks what the endpoint can do at all.
  if (path == "*") {
    return only_read(Route::none,
                     [this](const Request& request) { return said(nothing_here(), request); });
  }
  if (path == "/build") {
    return only_read(Route::redirection,
                     [](const Request&) { return redirection(308, "embed/builder/"); });
  }
  if (path == "/" && served_.partners.find("health-data.html") != nullptr) {
    return only_read(Route::redirection,
                     [](const Request&) { return redirection(302, "partners/health-data.html"); });
  }
  if (take_prefix(path, "/petitions/")) return find_in_petition(path);
  if (take_prefix(path, "/partners/")) {
    const StoredFile* const file = served_.partners.find(path);
    if (file == nullptr) return std::nullopt;
    return only_read(Route::partners, [this, file](const Request& request) {
      return partner_page(*file, served_.petitions, request);
    });
  }
  if (!take_prefix(path, "/embed/")) return std::nullopt;
  std::string name(path);
  if (name.ends_with('/')) name += "index.html";
  const StoredFile* const file = served_.embed.find(name);
  if (file == nullptr) return std::nullopt;
  const bool of_version = is_version(name.substr(0, name.find('/')));
  const bool is_preview = name.ends_with("builder/preview.html");
  return only_read(Route::embed, [file, of_version, is_preview](const Request& request) {
    return embed_file(*file, request, of_version, is_preview);
  });
}

std::optional<Routes::Resource> Routes::find_in_petition(std::string_view path) const {
  const std::string_view id = path.substr(0, path.find('/'));
  path.remove_prefix(id.size());
  const ShelvedPetition* const shelved = served_.petitions.find(id);
  if (shelved == nullptr) return std::nullopt;
  const std::shared_ptr<const Petition>& petition = shelved->petition;
  if (path.empty()) {
    return only_read(Route::petition, [shelved](const Request& request) {
      const std::string language = appearance_of(request).language;
      const PetitionDocument& document = shelved->document;
      return serve(language.empty() ? document.whole() : document.in(language), request,
                   shared_cache);
    });
  }
  if (path == "/signatures") {
    Resource signatures = only_read(Route::count, [this, &petition](const Request&) {
      return count_reply(served_.count.of(petition->id), petition->is_closed(now()));
    });
    signatures.post = [this, shelved](const Request& request) {
      return served_.signing.post(*shelved, request, appearance_of(request));
    };
    return signatures;
  }
  const auto page = [&](Route route, auto show) {
    return only_read(route, [this, show, shelved](const Request& request) {
      return show(served_.pages, *shelved, appearance_of(request));
    });
  };
  if (path == "/sign") return page(Route::sign, std::mem_fn(&Pages::sign));
  if (path == "/frame") return page(Route::frame, std::mem_fn(&Pages::frame));
  if (path == "/thanks") {
    return only_read(Route::thanks, [this, shelved](const Request& request) {
      return served_.signing.thanks(*shelved, request);
    });
  }
  if (path == "/second-answer") {
    Resource answer =
        only_read(Route::second_answer, [](const Request&) { return redirection(303, "thanks"); });
    answer.post = [this, shelved](const Request& request) {
      return served_.signing.post_second_answer(*shelved, request);
    };
    return answer;
  }
  return std::nullopt;
}

std::optional<Reply> Routes::refusal(const std::optional<Resource>& resource,
                                     const Request& request) const {
  if (!resource) return said(nothing_here(), request);
  const std::string& method = request.method;
  if (method == "GET" || method == "HEAD" || method == "OPTIONS") return std::nullopt;
  if (method != "POST" || !resource->post) {
    const std::string allowed = methods_of(resource->post != nullptr);
    return said({405, "At this address there is " + allowed + "."}, request).set("Allow", allowed);
  }
  if (origins_.may_send(request)) return std::nullopt;
  return said({403, "Pages of " + request.origin + " may not send signatures here."}, request);
}

// To a person as a page, to a program as JSON.
Reply Routes::said(const Problem& problem, const Request& request) const {
  if (!wants_page(request)) return write(problem);
  Reply page = served_.pages.problem(problem, appearance_of(request), request.path);
  if (problem.retry_after) page.set("Retry-After", std::to_string(*problem.retry_after));
  return page;
}

// What every reply says, and 304 in the place of what the client has already (RFC 9110
// #field.if-none-match). Pages of other origins may read all but pages: a refusal, too, or a client
// could not tell it from a network that is down.
Reply Routes::finished(Reply reply, Route route, const Request& request) const {
  reply.route = route;
  reply.set("X-Content-Type-Options", "nosniff");
  if (!is_page(reply)) add_origins(reply, request.origin);
  const std::string* const etag = reply.find("ETag");
  if (etag != nullptr && names_tag(request.if_none_match, *etag)) leave_out_body(reply);
  return reply;
}

void Routes::add_origins(Reply& reply, const std::string& origin) const {
  if (origins_.are_all()) {
    reply.set("Access-Control-Allow-Origin", "*");
  } else {
    reply.set("Vary", "Origin");
    if (origins_.has(origin)) reply.set("Access-Control-Allow-Origin", origin);
  }
  reply.set("Access-Control-Expose-Headers", "Retry-After");
}

}  // namespace petition_box::endpoint
