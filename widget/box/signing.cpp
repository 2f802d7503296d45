#include <algorithm>
#include <utility>

#include <box/backoff.hpp>
#include <box/signing.hpp>
#include <form/sha256.hpp>
#include <form/statement.hpp>
#include <json/decimal.hpp>
#include <wire/reference.hpp>

namespace petition_box {
namespace {

constexpr std::uint32_t most_answer_bytes = 64 * 1024;
constexpr std::int64_t longest_trying_ms = 10 * 60 * 1000;

bool same(const std::vector<FieldError>& errors, const FieldError& error) {
  return std::find(errors.begin(), errors.end(), error) != errors.end();
}

// All errors that stand now: those of the rules, and what the endpoint would not take.
std::vector<FieldError> standing_errors(const Model& model, const Platform& platform) {
  std::vector<FieldError> errors = check(*model.petition, model.answers, platform).errors;
  for (const FieldError& rejected : model.rejected) {
    if (!same(errors, rejected)) errors.push_back(rejected);
  }
  return errors;
}

// Keeps the shown errors current. While somebody types, errors go but none comes.
void renew_errors(Model& model, bool finished, const Platform& platform) {
  if (!model.checked || !model.petition) return;
  std::vector<FieldError> errors = standing_errors(model, platform);
  if (!finished) {
    const auto is_new = [&](const FieldError& error) { return !same(model.errors, error); };
    errors.erase(std::remove_if(errors.begin(), errors.end(), is_new), errors.end());
  }
  model.errors = std::move(errors);
}

void accept_anew(Model& model, std::string_view name) {
  auto& rejected = model.rejected;
  const auto is_named = [&](const FieldError& error) { return error.name == name; };
  rejected.erase(std::remove_if(rejected.begin(), rejected.end(), is_named), rejected.end());
}

Signature make_signature(const Model& model, Answers cleaned, const Moment& moment,
                         const Platform& platform) {
  const Petition& petition = *model.petition;
  const Language language(*model.catalogue, platform);
  Signature signature;
  signature.submission_id = make_uuid(moment.random);
  signature.language = language.tag();
  signature.document_version = petition.version;
  signature.box_version = PETITION_BOX_VERSION;
  signature.answers = std::move(cleaned);
  for (const Purpose purpose : all_purposes) {
    if (purpose == Purpose::updates && !petition.updates) continue;
    signature.hash(purpose) =
        sha256(statement_of(purpose, petition, language, model.languages).text);
  }
  return signature;
}

// An earlier attempt may have arrived though its answer did not: the same content keeps its id, so
// that it counts once; other content under that id would be refused.
void keep_id_of_same_content(Signature& signature, const Signature& earlier) {
  const std::string fresh = std::exchange(signature.submission_id, earlier.submission_id);
  const auto body = [](const Signature& s) { return write_urlencoded(reference::write(s)); };
  if (body(signature) != body(earlier)) signature.submission_id = fresh;
}

void send(Step& step, Attempts attempts) {
  ++attempts.number;
  const Ticket ticket =
      step.fetch(step.model.configuration.endpoint, "application/json, application/problem+json",
                 write_urlencoded(reference::write(*step.model.signature)), most_answer_bytes);
  step.model.stage = Sending{ticket, attempts};
}

// With a query, an address may say who asks.
std::string without_query(const std::string& url) { return {url, 0, url.find('?')}; }

// Whether the signer can do something about it.
bool is_for_signer(const FieldError& error, const Petition& petition) {
  return petition.asks_for(error.name) || error.name == "submission_id";
}

void settle(Step& step, Stage stage) {
  step.model.stage = stage;
  step.model.signature.reset();
  step.model.checked = false;
  step.model.errors.clear();
  step.focus("pb-status");
}

// Back to the form.
void edit(Step& step) {
  step.model.stage = Editing{};
  step.focus("pb-sign");
}

// Nothing personal is kept once it is not needed to try again.
void settle_and_forget(Step& step, Stage stage) {
  settle(step, stage);
  step.model.answers = {};
}

// To a number that is known; else to the one that is still on its way, which was asked for before.
void add_own_signature(Model& model) {
  if (model.count) {
    ++*model.count;
    model.counting = {};
  }
  model.own_signatures = 1;
}

// What each outcome leads to.
struct Settle {
  Step& step;
  const Sending& sending;
  const Answer& answer;
  const Moment& moment;

  void operator()(const Received& /*unused*/) const {
    add_own_signature(step.model);
    settle_and_forget(step, Signed{});
    step.raise("signed");
  }

  void operator()(const ToBeConfirmed& /*unused*/) const {
    settle_and_forget(step, ToConfirm{});
    step.raise("to-confirm");
  }

  void operator()(const Refused& refused) const {
    const Petition& petition = *step.model.petition;
    const auto is_mendable = [&](const FieldError& e) { return is_for_signer(e, petition); };
    if (std::none_of(refused.errors.begin(), refused.errors.end(), is_mendable)) {
      return (*this)(NotTaken{});
    }
    step.model.stage = Rejected{};
    step.model.signature.reset();
    step.model.checked = true;
    step.model.rejected = refused.errors;
    step.model.errors = refused.errors;
    step.focus("pb-errors");
  }

  // What was typed stays, for whoever wants to keep it.
  void operator()(const PetitionClosed& /*unused*/) const {
    settle(step, Closed{});
    step.model.counting = {};  // it may be older than this answer
    step.raise("closed");
  }

  void operator()(const NotConfirmed& /*unused*/) const { fail(Failure::unconfirmed); }

  void operator()(const NotTaken& not_taken) const {
    if (not_taken.too_long) return fail(Failure::too_long);
    fail(sending.attempts.may_have_arrived ? Failure::unconfirmed : Failure::set_up_wrongly);
  }

  void operator()(const NotNow& not_now) const {
    Attempts attempts = sending.attempts;
    attempts.may_have_arrived = attempts.may_have_arrived || not_now.may_have_arrived;
    if (attempts.number == 1) report();
    if (attempts.last) return edit(step);
    const std::uint32_t wait = backoff_ms(attempts.number, not_now.seconds, moment);
    if (moment.now + wait - attempts.began > longest_trying_ms) {
      return fail(attempts.may_have_arrived ? Failure::unconfirmed : Failure::not_now);
    }
    step.model.stage = TryingAgain{step.wake(wait), attempts, not_now.seconds.has_value()};
  }

 private:
  std::string address() const { return without_query(step.model.configuration.endpoint); }
  std::string found() const { return describe(address(), "201", answer); }
  void report() const { step.report("endpoint: " + found()); }

  void fail(Failure why) const {
    step.model.stage = Failed{why};
    step.focus("pb-status");
    step.tell("endpoint", found());
    step.raise("failed", {{"status", json::decimal(answer.status)}, {"address", address()}});
  }
};

}  // namespace

void type(Step& step, const Typed& typed, const Platform& platform) {
  Model& model = step.model;
  if (is_over(model.stage)) return;
  if (model.answers[typed.field] != typed.text) accept_anew(model, name_of(typed.field));
  model.answers[typed.field] = typed.text;
  renew_errors(model, typed.finished, platform);
}

void tick(Step& step, const Ticked& ticked, const Moment& moment, const Platform& platform) {
  Model& model = step.model;
  if (is_over(model.stage) || model.answers[ticked.purpose].given == ticked.given) return;
  accept_anew(model, name_of(ticked.purpose));
  // Whether the address may be left out depends on the news.
  accept_anew(model, name_of(Field::email_address));
  model.answers[ticked.purpose] = {ticked.given, moment.now};
  renew_errors(model, true, platform);
}

void submit(Step& step, const Moment& moment, const Platform& platform) {
  Model& model = step.model;
  if (!model.petition || !model.catalogue || is_under_way(model.stage) || is_over(model.stage))
    return;
  Checked checked = check(*model.petition, model.answers, platform);
  model.checked = true;
  model.rejected.clear();
  model.errors = std::move(checked.errors);
  if (!model.errors.empty()) {
    model.stage = Editing{};
    return step.focus("pb-errors");
  }
  Signature signature = make_signature(model, std::move(checked.cleaned), moment, platform);
  if (model.signature) keep_id_of_same_content(signature, *model.signature);
  model.signature.emplace(std::move(signature));
  const auto* failed = std::get_if<Failed>(&model.stage);
  const bool may_have_arrived = failed != nullptr && failed->why == Failure::unconfirmed;
  model.stage = Sending{step.ask_leave("submit"), {0, moment.now, may_have_arrived}};
}

void stop_trying(Step& step) {
  Stage& stage = step.model.stage;
  if (auto* sending = std::get_if<Sending>(&stage)) {
    sending->attempts.last = true;
    // The button that was pressed is gone.
    step.focus("pb-submit");
  } else if (std::holds_alternative<TryingAgain>(stage)) {
    edit(step);
  }
}

void decide(Step& step, const Decided& decided, const Moment& moment) {
  const auto* sending = std::get_if<Sending>(&step.model.stage);
  if (sending == nullptr || sending->ticket != decided.ticket) return;
  if (decided.allowed) {
    send(step, {0, moment.now, sending->attempts.may_have_arrived});
  } else {
    step.model.stage = Editing{};
  }
  // What had the focus was held still meanwhile.
  step.focus("pb-submit");
}

bool answered_signing(Step& step, const Answered& answered, const Moment& moment) {
  const auto* sending = std::get_if<Sending>(&step.model.stage);
  if (sending == nullptr || sending->ticket != answered.ticket) return false;
  const Sending under_way = *sending;
  std::visit(Settle{step, under_way, answered.answer, moment},
             reference::outcome(answered.answer, moment.now));
  return true;
}

bool woken_signing(Step& step, Ticket ticket) {
  const auto* trying = std::get_if<TryingAgain>(&step.model.stage);
  if (trying == nullptr || trying->ticket != ticket) return false;
  send(step, trying->attempts);
  return true;
}

void back_online_signing(Step& step) {
  const auto* trying = std::get_if<TryingAgain>(&step.model.stage);
  if (trying == nullptr || trying->asked_to_wait) return;
  send(step, trying->attempts);
}

}  // namespace petition_box
