#include <algorithm>
#include <utility>

#include <box/entering.hpp>
#include <box/error_view.hpp>

namespace petition_box {
namespace {

bool same(const std::vector<FieldError>& errors, const FieldError& error) {
  return std::find(errors.begin(), errors.end(), error) != errors.end();
}

// Those of the rules, and what the endpoint would not take. While somebody types, errors go but
// none comes. Gives whether some went.
bool renew_errors(Model& model, bool finished, const Platform& platform) {
  if (!model.checked || !model.petition) return false;
  std::vector<FieldError> errors;
  const auto keep = [&](const std::vector<FieldError>& standing) {
    for (const FieldError& error : standing) {
      if (!same(errors, error) && (finished || same(model.errors, error)))
        errors.push_back(FieldError{error});
    }
  };
  keep(check(*model.petition, model.answers, platform).errors);
  keep(model.rejected);
  const bool fewer = errors.size() < model.errors.size();
  model.errors = std::move(errors);
  return fewer;
}

void accept_anew(Model& model, std::string_view name) {
  std::vector<FieldError> rejected;
  for (const FieldError& error : model.rejected) {
    if (error.name != name) rejected.push_back(FieldError{error});
  }
  model.rejected = std::move(rejected);
}

// A box that nobody has touched says nothing; one that is unticked again says no.
Decision decision_in(const Entry& entry, Decision before) {
  const bool is_sent = !entry.values.empty();
  if (is_sent) {
    return entry.values.front() == name_of(Decision::refused) ? Decision::refused : Decision::given;
  }
  return before == Decision::given ? Decision::refused : before;
}

void take_consent(Model& model, const Consent& consent, const Entry& entry, const Moment& moment) {
  ConsentAnswer& answer = model.answers.consent(consent.name);
  const Decision decision = decision_in(entry, answer.decision);
  if (decision == answer.decision) return;
  answer.decision = decision;
  answer.how = consent.asking == Asking::yes_no ? How::yes_no : How::box;
  answer.at = moment.now;
  accept_anew(model, entry.name);
  // Whether the address may be left out depends on the news.
  accept_anew(model, "email_address");
}

bool is_of_consent(const Entry& entry) {
  return entry.name.compare(0, consent_prefix.size(), consent_prefix) == 0;
}

// What was typed may come before the petition does, from a box that was there before.
void take_entry(Model& model, const Entry& entry, const Moment& moment) {
  if (is_of_consent(entry)) {
    const Consent* consent =
        model.petition ? model.petition->consent_of_control(entry.name) : nullptr;
    if (consent != nullptr) take_consent(model, *consent, entry, moment);
    return;
  }
  if (model.petition && model.petition->field(entry.name) == nullptr) return;
  std::string text = join_choices(entry.values);
  std::string& answer = model.answers[entry.name];
  if (answer == text) return;
  answer = std::move(text);
  accept_anew(model, entry.name);
}

}  // namespace

void take_entries(Model& model, const std::vector<Entry>& entries, const Moment& moment) {
  for (const Entry& entry : entries) take_entry(model, entry, moment);
}

void enter(Step& step, const Entered& entered, const Moment& moment, const Platform& platform) {
  if (is_over(step.model.stage)) return;
  if (entered.entering < Entering::brought) step.begin();
  for (const Entry& entry : entered.entries) {
    if (entered.entering == Entering::left && is_of_consent(entry)) continue;
    take_entry(step.model, entry, moment);
  }
  const bool finished = entered.entering == Entering::finished;
  const bool fewer = renew_errors(step.model, finished, platform);
  // A key costs no view: what was typed stands in its control.
  step.shows = fewer || entered.entering != Entering::typing;
}

void take_advice(Step& step, const Advised& advised) {
  std::string& before = step.model.advice[advised.name];
  step.shows = before != advised.advice && !is_over(step.model.stage);
  if (step.shows) before = advised.advice;
}

void correct(Step& step, const std::string& name, const Platform& platform) {
  Model& model = step.model;
  model.answers[name] = std::exchange(model.advice[name], std::string());
  accept_anew(model, name);
  renew_errors(model, true, platform);
  step.focus(id_of(name));
}

}  // namespace petition_box
