#include <array>
#include <cstdio>
#include <map>
#include <string_view>

#include <endpoint/exposition.hpp>

// Written here, and not by prometheus-cpp: the format is this file, what is counted are plain
// numbers of one thread each, and whoever builds the endpoint needs no package more.

namespace petition_box::endpoint {
namespace {

// Nanoseconds as seconds, every digit of them.
std::string seconds_of(std::uint64_t nanoseconds) {
  constexpr std::uint64_t second = 1'000'000'000;
  std::array<char, 40> written{};
  const int size = std::snprintf(written.data(), written.size(), "%llu.%09llu",
                                 static_cast<unsigned long long>(nanoseconds / second),
                                 static_cast<unsigned long long>(nanoseconds % second));
  return {written.data(), static_cast<std::size_t>(size)};
}

// Without the zeros at its end: "0.0005", "1".
std::string bound_in_seconds(std::uint64_t nanoseconds) {
  std::string text = seconds_of(nanoseconds);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string label(std::string_view name, std::string_view value) {
  std::string text(name);
  text += "=\"";
  for (const char c : value) {
    if (c == '\\' || c == '"') text += '\\';
    if (c == '\n') {
      text += "\\n";
    } else {
      text += c;
    }
  }
  return text + '"';
}

// One metric after the other, each under its name, kind and meaning.
class Exposition {
 public:
  void begin(std::string_view name, std::string_view kind, std::string_view help) {
    name_ = "petition_box_";
    name_ += name;
    text_ += "# HELP " + name_ + ' ';
    text_ += help;
    text_ += "\n# TYPE " + name_ + ' ';
    text_ += kind;
    text_ += '\n';
  }

  void add(const std::string& labels, const std::string& value, std::string_view ending = "") {
    text_ += name_;
    text_ += ending;
    if (!labels.empty()) text_ += '{' + labels + '}';
    text_ += ' ' + value + '\n';
  }

  void add_one(std::string_view name, std::string_view kind, std::string_view help,
               std::uint64_t value) {
    begin(name, kind, help);
    add("", std::to_string(value));
  }

  template <std::size_t Size>
  void add(const std::string& labels, const Histogram<Size>& histogram, bool is_duration) {
    std::uint64_t all = 0;
    const std::string before = labels.empty() ? "" : labels + ',';
    for (std::size_t at = 0; at < Size; ++at) {
      all += histogram.count(at);
      const std::uint64_t bound = histogram.bounds()[at];
      const std::string le = is_duration ? bound_in_seconds(bound) : std::to_string(bound);
      add(before + label("le", le), std::to_string(all), "_bucket");
    }
    all += histogram.count(Size);
    add(before + label("le", "+Inf"), std::to_string(all), "_bucket");
    const std::uint64_t sum = histogram.sum();
    add(labels, is_duration ? seconds_of(sum) : std::to_string(sum), "_sum");
    add(labels, std::to_string(all), "_count");
  }

  std::string take() { return std::move(text_); }

 private:
  std::string name_;
  std::string text_;
};

// What has become of what was sent to be a signature, by the status of its answer.
std::string_view outcome_of(unsigned status) {
  if (status < 400) return "kept";
  switch (status) {
    case 403:
      return "origin";
    case 410:
      return "closed";
    case 422:
      return "refused";
    case 429:
      return "limited";
    default:
      return status >= 500 ? "failed" : "malformed";
  }
}

void add_answers(Exposition& exposition, const Metrics& metrics) {
  exposition.begin("signatures_total", "counter",
                   "What was sent to be a signature, by what has become of it; the same one that "
                   "comes again is kept again.");
  std::map<std::string_view, std::uint64_t> outcomes{{"kept", 0},     {"refused", 0}, {"closed", 0},
                                                     {"limited", 0},  {"origin", 0},  {"failed", 0},
                                                     {"malformed", 0}};
  for (const auto& [status, count] : metrics.answers(Route::signatures).by_status) {
    outcomes[outcome_of(status)] += count;
  }
  for (const auto& [outcome, count] : outcomes) {
    exposition.add(label("outcome", outcome), std::to_string(count));
  }
  exposition.begin("requests_total", "counter", "Answers, by what was asked for and by status.");
  for (std::size_t route = 0; route < routes.size(); ++route) {
    const auto& answers = metrics.answers(static_cast<Route>(route));
    for (const auto& [status, count] : answers.by_status) {
      exposition.add(label("route", routes[route]) + ',' + label("status", std::to_string(status)),
                     std::to_string(count));
    }
  }
  exposition.begin("request_duration_seconds", "histogram",
                   "From the end of a request to its answer, without the ways of both.");
  for (std::size_t route = 0; route < routes.size(); ++route) {
    const auto& answers = metrics.answers(static_cast<Route>(route));
    if (!answers.by_status.empty()) {
      exposition.add(label("route", routes[route]), answers.durations, true);
    }
  }
}

void add_connections(Exposition& exposition, const Metrics& metrics, const Gauges& gauges) {
  exposition.add_one("connections", "gauge", "Open ones.", gauges.connections);
  exposition.add_one("connections_most", "gauge", "As many as there may be.",
                     gauges.most_connections);
  exposition.add_one("connections_total", "counter", "That were taken.",
                     metrics.connections.value());
  exposition.add_one("connections_refused_total", "counter",
                     "Taken, and answered 429, for their address had too many.",
                     metrics.excess.value());
  exposition.add_one("connections_cut_total", "counter",
                     "Ended for having kept the endpoint waiting while others wanted their place.",
                     metrics.cut.value());
  exposition.add_one("requests_abandoned_total", "counter",
                     "That ended without an answer: their client went, or was too slow.",
                     metrics.abandoned.value());
}

void add_store(Exposition& exposition, const Metrics& metrics, const Gauges& gauges) {
  exposition.begin("transaction_signatures", "histogram", "Signatures in one transaction.");
  exposition.add("", metrics.batches, false);
  exposition.begin("transaction_duration_seconds", "histogram", "Of these transactions.");
  exposition.add("", metrics.transactions, true);
  exposition.add_one("store_errors_total", "counter", "Transactions that were not kept.",
                     metrics.store_errors.value());
  exposition.add_one("signatures_waiting", "gauge", "For the next transaction.", gauges.waiting);
  exposition.begin("signers", "gauge", "People who have signed, by petition.");
  for (const auto& [petition, count] : gauges.signers) {
    exposition.add(label("petition", petition), std::to_string(count));
  }
}

}  // namespace

std::string exposition_of(const Metrics& metrics, const Gauges& gauges) {
  Exposition exposition;
  add_answers(exposition, metrics);
  add_connections(exposition, metrics, gauges);
  add_store(exposition, metrics, gauges);
  exposition.add_one("pages_kept", "gauge", "Pages with an empty form that are kept drawn.",
                     gauges.pages);
  exposition.begin("build_info", "gauge", "Always 1.");
  exposition.add(label("version", PETITION_BOX_VERSION), "1");
  exposition.begin("start_time_seconds", "gauge",
                   "When it started, since 1970: time() less this is how long it runs.");
  exposition.add("", seconds_of(static_cast<std::uint64_t>(metrics.started_at) * 1'000'000));
  return exposition.take();
}

}  // namespace petition_box::endpoint
