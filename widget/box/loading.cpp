#include <memory>
#include <utility>

#include <box/asking.hpp>
#include <box/counting.hpp>
#include <box/descriptions.hpp>
#include <box/first_shown.hpp>
#include <box/loading.hpp>
#include <document/link.hpp>
#include <document/read.hpp>
#include <language/tag.hpp>
#include <wire/also.hpp>
#include <wire/body.hpp>
#include <wire/protocol.hpp>

namespace petition_box {
namespace {

constexpr std::uint32_t countries_after_ms = 50;

Request get(std::string url) {
  Request request;
  request.url = std::move(url);
  return request;
}

void fetch_document(Step& step) {
  fetch(step, step.model.document, Asked::document, get(step.model.document_address),
        most_document_bytes);
}

void fetch_wording(Step& step) {
  const char* ending = is_whole ? ".json" : ".usual.json";
  fetch(step, step.model.wording, Asked::wording,
        get(step.model.configuration.base + "locales/" + step.model.wanted_catalogue + ending),
        Catalogue::most_bytes);
}

std::string file_of(std::string_view protocol) {
  return std::string("protocols/").append(protocol).append(".json");
}

void fetch_description(Step& step) {
  fetch(step, step.model.protocol, Asked::protocol,
        get(step.model.configuration.base + file_of(wanted_protocol(step.model).name)),
        most_description_bytes);
}

// Asks again for what waits under the ticket; under no ticket, for all that waits, as at first.
void ask_again(Step& step, Ticket ticket) {
  const auto ask = [&](Loading& loading, void (*fetch)(Step&)) {
    if (!loading.waits || (ticket != 0 && ticket != loading.ticket)) return;
    if (ticket == 0) loading.attempts = 0;
    fetch(step);
  };
  ask(step.model.document, fetch_document);
  if (is_whole) ask(step.model.protocol, fetch_description);
  ask(step.model.wording, fetch_wording);
  ask(step.model.counting, fetch_standing);
}

// The visitor reads one calm sentence.
void give_up(Step& step, const std::string& reason, const std::string& message) {
  step.model.petition.reset();
  step.model.unavailable = true;
  if (std::holds_alternative<AskedAgain>(step.model.stage)) step.model.stage = Editing{};
  step.tell(reason, message);
}

void show_in_wanted_languages(Step& step) {
  step.model.wording = {};
  step.model.languages = step.model.configuration.languages;
}

// The tag of the first catalogue that there may be; empty where there is none.
std::string first_catalogue(const Model& model, const std::vector<std::string>& languages) {
  for (const std::string& language : languages) {
    std::string tag = catalogue_tag(language, model.no_catalogues);
    if (!tag.empty()) return tag;
  }
  return "";
}

// A document that is asked for in one language has its texts in that alone. Gives whether it is
// asked for in another, which suits the page and its reader better.
bool ask_in_wanted_language(Step& step, const Petition& petition) {
  Model& model = step.model;
  const auto wanted = lookup(model.configuration.languages, petition.languages);
  std::string address =
      address_in_language(model.configuration.src, petition.languages[wanted.value_or(0)]);
  if (address == model.document_address) return false;
  model.document_address = std::move(address);
  model.document = {};
  fetch_document(step);
  return true;
}

// Asks for the words of the wanted language. Where no catalogue suits the page and its reader, the
// petition's own languages decide, once they are known. Which there are is found by asking: a
// language may come to a folder of files that stay as they are.
void choose_catalogue(Step& step) {
  const Model& model = step.model;
  if (model.petition) ask_in_wanted_language(step, *model.petition);
  std::string tag = first_catalogue(model, model.configuration.languages);
  if (tag.empty()) {
    if (!model.petition && !model.unavailable) return;
    if (model.petition) tag = first_catalogue(model, model.petition->languages);
  }
  if (tag.empty()) tag = "en";
  if (step.model.catalogue && step.model.catalogue->tag() == tag) {
    step.model.wanted_catalogue = tag;
    return show_in_wanted_languages(step);
  }
  if (step.model.wanted_catalogue == tag && step.model.wording.ticket != 0) return;
  step.model.wanted_catalogue = tag;
  step.model.wording = {};
  fetch_wording(step);
}

// To name all countries and to sort them takes a phone as long as to show all the rest of the box,
// which does not wait for it, unless it has come as HTML with them. It is ready with them.
void show_ready(Step& step) {
  Model& model = step.model;
  if (!model.petition || !model.catalogue) return;
  model.names_countries = model.configuration.pre_rendered;
  if (model.names_countries) return step.raise(ElementEvent::ready);
  step.wake(Asked::wording, countries_after_ms);
}

std::string places_of(const json::Mistakes& mistakes) {
  return json::describe(mistakes) + "\npetition-check says what is wrong there.";
}

void tell_of_address(Step& step) { step.tell("endpoint", "expected an http or https address"); }

void show_petition(Step& step, std::shared_ptr<const Petition> petition) {
  Model& model = step.model;
  model.unavailable = false;
  model.petition = std::move(petition);
  if (model.description || model.configuration.endpoint.empty()) {
    model.counting = {};
    if (is_form_target(endpoint_of(model).url)) {
      fetch_standing(step);
    } else {
      tell_of_address(step);
    }
  }
  open_or_close(model);
  answer_initially(model.answers, *model.petition);
  choose_catalogue(step);
  show_ready(step);
}

void refuse_endpoint(Step& step, const json::Mistakes& mistakes) {
  give_up(step, "protocol", places_of(mistakes));
  choose_catalogue(step);
}

// The petition is shown once it is known how its endpoints speak.
void learn_next(Step& step) {
  Model& model = step.model;
  take_held_descriptions(model);
  if (!wanted_protocol(model).name.empty()) return fetch_description(step);
  const json::Mistakes mistakes = unsayable_in(model);
  if (json::has_error(mistakes)) return refuse_endpoint(step, mistakes);
  if (!mistakes.empty()) step.report("protocol: " + places_of(mistakes));
  show_petition(step, std::exchange(model.unspoken, nullptr));
}

void learn_protocols(Step& step, std::shared_ptr<const Petition> petition) {
  Model& model = step.model;
  if (is_whole) forget_protocols(model);
  if (protocol::is_reference(*petition, model.configuration.protocol)) {
    return show_petition(step, std::move(petition));
  }
  if (!is_whole) return step.effects.push_back(TakeWholeModule{});
  model.unspoken = std::move(petition);
  const json::Mistakes mistakes = mistakes_in_also(*model.unspoken);
  if (!mistakes.empty()) return refuse_endpoint(step, mistakes);
  learn_next(step);
}

void take_protocol(Step& step, const Response& response, const Moment& moment) {
  if (response.status != 200) {
    if (!must_be_told(step, step.model.protocol, Asked::protocol, response, moment)) return;
    give_up(step, "protocol", describe(file_of(wanted_protocol(step.model).name), "200", response));
    return choose_catalogue(step);
  }
  step.model.protocol = {};
  add_description(step.model, protocol::description_in(response.body));
  learn_next(step);
}

// What was typed stays: the next petition may ask for the same. What was agreed to was agreed to
// for this petition alone.
void forget_petition(Model& model) {
  model.answers.forget_consents();
  model.petition.reset();
  model.names_countries = true;
  if (is_whole) forget_protocols(model);
  model.unavailable = false;
  model.document = {};
  model.stage = Editing{};
  model.checked = false;
  model.errors.clear();
  model.rejected.clear();
  model.seen = false;
  model.begun = false;
  model.asked_again = false;
  model.submission.reset();
}

// What was read before is still there.
void do_without_document(Step& step, const std::string& why) {
  if (step.model.petition) return;
  give_up(step, "document", why);
  choose_catalogue(step);
}

// Whether it is what the other is, in whatever language.
bool is_same(const Petition& one, const Petition& other) {
  return one.version == other.version && one.consents.size() == other.consents.size();
}

void take_document(Step& step, const Response& response, const Moment& moment) {
  Model& model = step.model;
  if (response.status != 200) {
    if (!must_be_told(step, model.document, Asked::document, response, moment)) return;
    return do_without_document(step, describe(model.document_address, "200", response));
  }
  model.document = {};
  ReadPetition read = protocol::read_petition(response.body);
  if (!is_whole && !read.petition) return step.effects.push_back(TakeWholeModule{});
  if (!read.petition) {
    model.document.waits = true;
    return do_without_document(step, places_of(read.mistakes));
  }
  if (!read.mistakes.empty()) {
    step.report("document: " + places_of(read.mistakes));
  }
  if (ask_in_wanted_language(step, *read.petition)) return;
  if (model.petition) {
    if (is_same(*model.petition, *read.petition)) {
      model.petition = std::move(read.petition);
      return;
    }
    // It was changed meanwhile. Who has begun to sign signs what they have read.
    if (!std::holds_alternative<Editing>(model.stage)) return;
    forget_petition(model);
  }
  learn_protocols(step, std::move(read.petition));
}

void do_without_catalogue(Step& step) {
  step.model.wording = {};
  step.model.no_catalogues.push_back(step.model.wanted_catalogue);
  choose_catalogue(step);
}

void take_wording(Step& step, const Response& response, const Moment& moment) {
  if (response.status != 200) {
    if (!must_be_told(step, step.model.wording, Asked::wording, response, moment)) return;
    if (step.model.wanted_catalogue != "en") return do_without_catalogue(step);
    step.tell("catalogue", describe(step.model.wanted_catalogue + ".json", "200", response));
    // With the words that there are.
    step.model.languages = step.model.configuration.languages;
    return;
  }
  const bool first = !step.model.catalogue;
  auto read = Catalogue::read(step.model.wanted_catalogue, response.body);
  if (auto* catalogue = std::get_if<Catalogue>(&read)) {
    step.model.catalogue = std::make_shared<const Catalogue>(std::move(*catalogue));
    show_in_wanted_languages(step);
    if (first) show_ready(step);
  } else {
    step.tell("catalogue", json::describe(*std::get_if<json::Mistakes>(&read)));
    show_in_wanted_languages(step);
    step.model.wording.waits = true;
  }
}

}  // namespace

void configure(Step& step, const Configuration& configuration) {
  Model& model = step.model;
  const Configuration before = std::exchange(model.configuration, configuration);
  // A petition that is there is asked for in another language when that is wanted.
  const auto document_at = [&](const std::string& src) {
    return model.petition ? address_in_language(src, {}) : src;
  };
  if (configuration.src.empty()) {
    model.document = {};
    give_up(step, "src", "expected the address of a petition document");
  } else if (document_at(configuration.src) != document_at(before.src)) {
    forget_petition(model);
    model.document_address = configuration.src;
    fetch_document(step);
  } else if (configuration.protocol != before.protocol) {
    const auto known = model.unspoken ? model.unspoken : model.petition;
    if (known) learn_protocols(step, known);
  }
  const bool moved = configuration.endpoint != before.endpoint;
  if (moved) {
    model.counting = {};
    model.submission.reset();
  }
  if (!is_form_target(endpoint_of(model).url)) {
    // Where the page does not say it, the document may.
    if (model.petition || !configuration.endpoint.empty()) tell_of_address(step);
  } else if (moved) {
    model.count.reset();
    model.closed = configuration.closed;
    if (model.petition || configuration.protocol.empty()) fetch_standing(step);
  }
  if (configuration.count) model.count = configuration.count;
  const bool other_languages = configuration.languages != model.page_languages;
  if (other_languages) {
    model.page_languages = configuration.languages;
  } else {
    model.configuration.languages = before.languages;
  }
  if (other_languages || !model.catalogue) choose_catalogue(step);
}

void speak(Step& step, const std::string& tag) {
  std::vector<std::string> languages;
  languages.push_back(tag);
  for (const std::string& other : step.model.page_languages) languages.push_back(other);
  step.model.configuration.languages = std::move(languages);
  choose_catalogue(step);
}

void take_loaded(Step& step, const Answered& answered, const Moment& moment) {
  if (answered.ticket == 0) return;
  const auto is_awaited = [&](const Loading& loading) { return loading.ticket == answered.ticket; };
  const Model& model = step.model;
  switch (asked_under(answered.ticket)) {
    case Asked::document:
      if (is_awaited(model.document)) take_document(step, answered.response, moment);
      break;
    case Asked::protocol:
      if (is_whole && is_awaited(model.protocol)) take_protocol(step, answered.response, moment);
      break;
    case Asked::wording:
      if (is_awaited(model.wording)) take_wording(step, answered.response, moment);
      break;
    case Asked::standing:
      if (is_awaited(model.counting)) take_standing(step, answered.response, moment);
      break;
    case Asked::signature:
    case Asked::also:
      break;
  }
}

void wake_loading(Step& step, Ticket ticket) {
  if (ticket == 0) return;
  if (!std::exchange(step.model.names_countries, true)) step.raise(ElementEvent::ready);
  rest(step.model);
  ask_again(step, ticket);
}

void back_online_loading(Step& step) {
  step.model.no_catalogues.clear();
  choose_catalogue(step);
  rest(step.model);
  ask_again(step, 0);
}

}  // namespace petition_box
