#include <memory>
#include <utility>

#include <box/backoff.hpp>
#include <box/loading.hpp>
#include <document/link.hpp>
#include <document/read.hpp>
#include <json/decimal.hpp>
#include <language/tag.hpp>
#include <wire/reference.hpp>

namespace petition_box {
namespace {

constexpr int attempts_in_silence = 6;
constexpr int most_attempts = 40;  // in some ten minutes
constexpr std::uint32_t most_count_bytes = 64 * 1024;

void fetch(Step& step, Loading& loading, std::string url, std::uint32_t most_bytes) {
  loading.waits = false;
  ++loading.attempts;
  loading.ticket = step.fetch(std::move(url), "application/json", {}, most_bytes);
}

void fetch_document(Step& step) {
  fetch(step, step.model.document, step.model.configuration.src, most_document_bytes);
}

void fetch_wording(Step& step) {
  fetch(step, step.model.wording,
        step.model.configuration.base + "locales/" + step.model.wanted_catalogue + ".json",
        Catalogue::most_bytes);
}

void fetch_count(Step& step) {
  step.model.own_signatures = 0;
  fetch(step, step.model.counting, step.model.configuration.endpoint, most_count_bytes);
}

// Asks again for what waits under the ticket; under no ticket, for all that waits, as at first.
// Gives whether there was anything.
bool ask_again(Step& step, Ticket ticket) {
  bool asked = false;
  const auto ask = [&](Loading& loading, void (*fetch)(Step&)) {
    if (!loading.waits || (ticket != 0 && ticket != loading.ticket)) return;
    if (ticket == 0) loading.attempts = 0;
    fetch(step);
    asked = true;
  };
  ask(step.model.document, fetch_document);
  ask(step.model.wording, fetch_wording);
  ask(step.model.counting, fetch_count);
  return asked;
}

// The visitor reads one calm sentence.
void give_up(Step& step, const std::string& reason, const std::string& message) {
  step.model.petition.reset();
  step.model.unavailable = true;
  step.tell(reason, message);
}

bool is_passing(int status) {
  return status == 0 || status == 408 || status == 425 || status == 429 || status >= 500;
}

// What did not come is asked for again: by itself where it may come then, else when the browser is
// online again, for what answered may have been the door of a network. Gives whether somebody has
// to be told: at once where it will not come, else after some attempts.
bool must_be_told(Step& step, Loading& loading, const Answer& answer, const Moment& moment) {
  loading.waits = true;
  loading.ticket = 0;
  if (!is_passing(answer.status)) return true;
  if (loading.attempts < most_attempts) {
    loading.ticket = step.wake(backoff_ms(loading.attempts, std::nullopt, moment));
  }
  return loading.attempts == attempts_in_silence;
}

void show_in_wanted_languages(Step& step) {
  step.model.wording = {};
  step.model.languages = step.model.configuration.languages;
}

// Asks for the words of the wanted language. Where no catalogue suits the page and its reader, the
// petition's own languages decide, once they are known.
void choose_catalogue(Step& step) {
  // Those of which there is a catalogue, as the build found them.
  const std::vector<std::string> tags = tags_in(PETITION_BOX_CATALOGUES);
  auto index = lookup(step.model.configuration.languages, tags);
  if (!index) {
    if (!step.model.petition && !step.model.unavailable) return;
    if (step.model.petition) index = lookup(step.model.petition->languages, tags);
  }
  const std::string tag = index ? tags[*index] : "en";
  if (step.model.catalogue && step.model.catalogue->tag() == tag) {
    step.model.wanted_catalogue = tag;
    return show_in_wanted_languages(step);
  }
  if (step.model.wanted_catalogue == tag && step.model.wording.ticket != 0) return;
  step.model.wanted_catalogue = tag;
  step.model.wording = {};
  fetch_wording(step);
}

// Only the endpoint's clock closes a petition.
void begin(Model& model) {
  if (model.closed) {
    model.stage = Closed{};
  } else {
    model.stage = Editing{};
  }
}

void show_ready(Step& step) {
  if (step.model.petition && step.model.catalogue) step.raise("ready");
}

void take_document(Step& step, const Answer& answer, const Moment& moment) {
  if (answer.status != 200) {
    if (!must_be_told(step, step.model.document, answer, moment)) return;
    give_up(step, "document", describe(step.model.configuration.src, "200", answer));
    return choose_catalogue(step);
  }
  step.model.document = {};
  ReadPetition read = read_petition(answer.body);
  if (!read.petition) {
    step.model.document.waits = true;
    give_up(step, "document", json::describe(read.mistakes));
    return choose_catalogue(step);
  }
  if (!read.mistakes.empty()) {
    step.report("document: " + json::describe(read.mistakes));
  }
  Model& model = step.model;
  model.unavailable = false;
  model.petition = std::make_shared<const Petition>(std::move(*read.petition));
  begin(model);
  for (const FieldRequest& request : model.petition->fields) {
    std::string& text = model.answers[request.field];
    if (text.empty()) text = request.initial;
  }
  choose_catalogue(step);
  show_ready(step);
}

void take_wording(Step& step, const Answer& answer, const Moment& moment) {
  if (answer.status != 200) {
    if (!must_be_told(step, step.model.wording, answer, moment)) return;
    step.tell("catalogue", describe(step.model.wanted_catalogue + ".json", "200", answer));
    // With the words that there are.
    step.model.languages = step.model.configuration.languages;
    return;
  }
  const bool first = !step.model.catalogue;
  auto read = Catalogue::read(step.model.wanted_catalogue, answer.body);
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

void take_standing(Step& step, const Answer& answer, const Moment& moment) {
  Model& model = step.model;
  const auto standing = reference::standing(answer);
  if (!standing) {
    must_be_told(step, model.counting, answer, moment);
    return;
  }
  model.counting = {};
  if (standing->count) model.count = *standing->count + model.own_signatures;
  model.closed = standing->closed;
  const bool untouched =
      std::holds_alternative<Editing>(model.stage) || std::holds_alternative<Closed>(model.stage);
  if (model.petition && untouched) begin(model);
}

// What was typed stays: the next petition may ask for the same. What was agreed to was agreed to
// for this petition alone.
void forget_petition(Model& model) {
  for (const Purpose purpose : all_purposes) model.answers[purpose] = {};
  model.petition.reset();
  model.unavailable = false;
  model.document = {};
  model.stage = Editing{};
  model.checked = false;
  model.errors.clear();
  model.rejected.clear();
  model.signature.reset();
}

}  // namespace

void configure(Step& step, const Configuration& configuration) {
  Model& model = step.model;
  const Configuration before = std::exchange(model.configuration, configuration);
  if (configuration.src.empty()) {
    model.document = {};
    give_up(step, "src", "expected the address of a petition document in the attribute src");
  } else if (configuration.src != before.src) {
    forget_petition(model);
    fetch_document(step);
  }
  const bool moved = configuration.endpoint != before.endpoint;
  if (moved) model.counting = {};
  if (!is_form_target(configuration.endpoint)) {
    step.tell("endpoint", "expected an http or https address in the attribute endpoint");
  } else if (moved) {
    model.count.reset();
    model.closed = configuration.closed;
    fetch_count(step);
  }
  if (configuration.count) model.count = configuration.count;
  if (configuration.languages != before.languages || !model.catalogue) choose_catalogue(step);
}

bool answered_loading(Step& step, const Answered& answered, const Moment& moment) {
  if (answered.ticket == 0) return false;
  if (answered.ticket == step.model.document.ticket) {
    take_document(step, answered.answer, moment);
  } else if (answered.ticket == step.model.wording.ticket) {
    take_wording(step, answered.answer, moment);
  } else if (answered.ticket == step.model.counting.ticket) {
    take_standing(step, answered.answer, moment);
  } else {
    return false;
  }
  return true;
}

bool woken_loading(Step& step, Ticket ticket) { return ticket != 0 && ask_again(step, ticket); }

void back_online_loading(Step& step) { ask_again(step, 0); }

}  // namespace petition_box
