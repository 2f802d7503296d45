#include <algorithm>
#include <utility>

#include <box/also.hpp>
#include <box/backoff.hpp>
#include <box/campaign_source.hpp>
#include <box/entering.hpp>
#include <box/signing.hpp>
#include <form/statement.hpp>
#include <json/decimal.hpp>
#include <wire/body.hpp>
#include <wire/protocol.hpp>

namespace petition_box {
namespace {

// What the signer has read beside each consent, where the endpoint may want that itself.
std::vector<NameValue> statements_in(const Model& model, const Language& language) {
  std::vector<NameValue> statements;
  if (!is_whole) return statements;
  for (const Consent& consent : model.petition->consents) {
    Statement statement = statement_of(consent, *model.petition, language, model.languages);
    statements.push_back({consent.name, std::move(statement.text)});
  }
  return statements;
}

// The signature as it stands. Where an earlier attempt had the same content, it is that: it may
// have arrived though its response did not, and so counts once. Other content under its id would be
// refused.
void make_submission(Model& model, Answers cleaned, const Moment& moment,
                     const Platform& platform) {
  const Petition& petition = *model.petition;
  const protocol::Endpoint endpoint = endpoint_of(model);
  std::string content = content_of(cleaned, petition);
  auto& submission = model.submission;
  if (submission && submission->content == content) return;
  const Language language(*model.catalogue, platform);
  Signature signature;
  signature.submission_id = make_uuid(moment.random);
  signature.language = language.tag();
  signature.document_version = petition.version;
  signature.box_version = PETITION_BOX_VERSION;
  if (is_whole) signature.source = source_in(model, platform);
  signature.answers = std::move(cleaned);
  note_evidence(signature.answers, petition, language, model.languages);
  submission.emplace();
  submission->content = std::move(content);
  const std::vector<NameValue> statements = statements_in(model, language);
  submission->request = protocol::post(endpoint, signature, statements);
  if (is_whole) hold_also(model, signature, statements);
}

void send(Step& step, Attempts attempts) {
  ++attempts.number;
  const Ticket ticket =
      step.fetch(Asked::signature, step.model.submission->request, most_response_bytes);
  step.model.stage = Sending{ticket, attempts};
}

// Whether the signer can do something about it.
bool is_for_signer(const FieldError& error, const Petition& petition) {
  return petition.asks_for(error.name) || error.name == "submission_id";
}

// Of the whole form: no description has a name of ours for it.
bool is_nameless(const FieldError& error) { return error.name.empty(); }

void settle(Step& step, Stage stage) {
  step.model.stage = stage;
  step.model.submission.reset();
  step.model.checked = false;
  step.model.errors.clear();
  step.focus("pb-status");
}

// Back to the form.
void edit(Step& step) {
  step.model.stage = Editing{};
  step.focus_from_top("pb-sign");
}

// Nothing personal is kept once it is not needed to try again.
void settle_and_forget(Step& step, Stage stage, const Moment& moment) {
  if (is_whole) send_also(step, moment);
  settle(step, stage);
  step.model.answers = {};
  step.model.advice = {};
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
  const Response& response;
  const Moment& moment;

  void operator()(const Received& /*unused*/) const {
    add_own_signature(step.model);
    std::string name = step.model.answers["given_name"];
    settle_and_forget(step, Signed{}, moment);
    step.model.thanked = std::move(name);
    step.raise(ElementEvent::received);
  }

  // What was typed stays, for whoever has to come back to it with another address; that is another
  // signature, which is agreed to anew.
  void operator()(const ToBeConfirmed& /*unused*/) const {
    if (is_whole) send_also(step, moment);
    settle(step, ToConfirm{});
    step.model.answers.forget_consents();
    step.raise(ElementEvent::to_confirm);
  }

  void operator()(Refused& refused) const {
    const Petition& petition = *step.model.petition;
    const auto is_mendable = [&](const FieldError& e) { return is_for_signer(e, petition); };
    if (std::none_of(refused.errors.begin(), refused.errors.end(), is_mendable)) {
      if (!is_described() || sending.attempts.may_have_arrived) return (*this)(NotTaken{});
      refused.errors = {{std::string(), "endpoint"}};
    }
    if (is_described() && std::any_of(refused.errors.begin(), refused.errors.end(), is_nameless)) {
      report();
    }
    step.model.stage = Rejected{};
    step.model.submission.reset();
    step.model.checked = true;
    for (const FieldError& error : refused.errors) step.model.errors.push_back(FieldError{error});
    step.model.rejected = std::move(refused.errors);
    step.focus_from_top("pb-errors");
  }

  // What was typed stays, for whoever wants to keep it.
  void operator()(const PetitionClosed& /*unused*/) const {
    settle(step, Closed{});
    step.model.counting = {};  // it may be older than this answer
    step.raise(ElementEvent::closed);
  }

  void operator()(const NotConfirmed& /*unused*/) const {
    // Where each one that arrives counts, nobody is asked to send another.
    if (!is_described()) return fail(Failure::unconfirmed);
    settle_and_forget(step, Sent{}, moment);
    step.raise(ElementEvent::sent);
  }

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
    step.model.stage =
        TryingAgain{step.wake(Asked::signature, wait), attempts, not_now.seconds.has_value()};
  }

 private:
  bool is_described() const { return is_whole && step.model.description; }
  std::string address() const { return without_query(step.model.submission->request.url); }
  std::string found(const std::string& address) const {
    if (!is_described()) return describe(address, "201", response);
    const protocol::Endpoint endpoint = endpoint_of(step.model);
    return describe(address, protocol::expected_status(endpoint).c_str(), response) +
           protocol::reason(endpoint, response);
  }
  void report() const { step.report("endpoint: " + found(address())); }

  void fail(Failure why) const {
    const std::string address = this->address();
    step.model.stage = Failed{why};
    step.focus("pb-status");
    step.tell("endpoint", found(address));
    step.raise(ElementEvent::failed,
               {{"status", json::decimal(response.status)}, {"address", address}});
  }
};

bool is_shown(const Model& model) { return model.petition && model.catalogue; }

// The place of the consent whose second question is to be asked: at most once, and never to whom
// has answered.
std::optional<std::size_t> to_ask_again(const Model& model) {
  if (model.asked_again) return std::nullopt;
  const std::vector<Consent>& consents = model.petition->consents;
  for (std::size_t i = 0; i < consents.size(); ++i) {
    const Decision decision = model.answers.consent(consents[i].name).decision;
    if (consents[i].second_question && decision == Decision::none) return i;
  }
  return std::nullopt;
}

// Sends the signature, once nothing is wrong with it and nothing is left to ask.
void sign(Step& step, const Moment& moment, const Platform& platform) {
  Model& model = step.model;
  Checked checked = check(*model.petition, model.answers, platform);
  model.checked = true;
  model.rejected.clear();
  model.errors = std::move(checked.errors);
  const auto* failed = std::get_if<Failed>(&model.stage);
  const bool may_have_arrived = failed != nullptr && failed->why == Failure::unconfirmed;
  if (!model.errors.empty()) {
    model.stage = Editing{};
    return step.focus_from_top("pb-errors");
  }
  if (const auto consent = to_ask_again(model)) {
    model.asked_again = true;
    model.stage = AskedAgain{*consent};
    step.show_dialog("pb-question");
    return step.focus("pb-question-heading");
  }
  make_submission(model, std::move(checked.cleaned), moment, platform);
  if (is_whole && model.submission->request.url.empty()) {
    model.submission.reset();
    model.stage = Failed{Failure::set_up_wrongly};
    step.focus("pb-status");
    return step.tell("protocol", "the description makes no request of these answers");
  }
  model.stage = AskingLeave{step.ask_leave(), may_have_arrived};
}

}  // namespace

void submit(Step& step, const Submitted& submitted, const Moment& moment,
            const Platform& platform) {
  Model& model = step.model;
  const bool is_asked = std::holds_alternative<AskedAgain>(model.stage);
  if (!is_shown(model) || is_asked || traits_of(model.stage).phase != Phase::open) return;
  step.begin();
  take_entries(model, submitted.entries, moment);
  sign(step, moment, platform);
}

void answer_second_question(Step& step, Decision decision, const Moment& moment,
                            const Platform& platform) {
  const auto* asked = std::get_if<AskedAgain>(&step.model.stage);
  if (asked == nullptr || !is_shown(step.model)) return;
  ConsentAnswer& answer =
      step.model.answers.consent(step.model.petition->consents[asked->consent].name);
  answer.decision = decision;
  answer.how = How::second_question;
  answer.at = moment.now;
  step.model.stage = Editing{};
  sign(step, moment, platform);
}

void leave_second_question(Step& step) {
  if (!std::holds_alternative<AskedAgain>(step.model.stage)) return;
  step.model.stage = Editing{};
  step.focus("pb-submit");
}

void go_back_to_form(Step& step) {
  Stage& stage = step.model.stage;
  if (auto* sending = std::get_if<Sending>(&stage)) {
    sending->attempts.last = true;
    // The button that was pressed is gone.
    step.focus("pb-submit");
  } else if (std::holds_alternative<TryingAgain>(stage) ||
             std::holds_alternative<ToConfirm>(stage)) {
    edit(step);
  }
}

void take_permission(Step& step, const Permitted& permitted, const Moment& moment) {
  const auto* asking = std::get_if<AskingLeave>(&step.model.stage);
  if (asking == nullptr || asking->ticket != permitted.ticket) return;
  if (permitted.permitted) {
    send(step, {0, moment.now, asking->may_have_arrived});
  } else {
    step.model.stage = Editing{};
  }
  // What had the focus was held still meanwhile.
  step.focus("pb-submit");
}

void take_response(Step& step, const Answered& answered, const Moment& moment) {
  const auto* sending = std::get_if<Sending>(&step.model.stage);
  if (sending == nullptr || sending->ticket != answered.ticket) return;
  const Sending under_way = *sending;
  Outcome outcome = protocol::outcome(endpoint_of(step.model), answered.response, moment.now);
  std::visit(Settle{step, under_way, answered.response, moment}, outcome);
}

void wake_signing(Step& step, Ticket ticket) {
  const auto* trying = std::get_if<TryingAgain>(&step.model.stage);
  if (trying != nullptr && trying->ticket == ticket) send(step, trying->attempts);
}

void back_online_signing(Step& step) {
  const auto* trying = std::get_if<TryingAgain>(&step.model.stage);
  if (trying != nullptr && !trying->asked_to_wait) send(step, trying->attempts);
}

}  // namespace petition_box
