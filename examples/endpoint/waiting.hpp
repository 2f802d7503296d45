#pragma once

#include <chrono>

#include <boost/intrusive/list.hpp>

namespace petition_box::endpoint {

class Connection;
class Waiting;
struct OfAll;
struct OfSender;

// In a line of those that wait: of all connections, or of those of one sender.
template <class Line>
using Place =
    boost::intrusive::list_base_hook<boost::intrusive::tag<Line>,
                                     boost::intrusive::link_mode<boost::intrusive::auto_unlink>>;

// Whoever has waited for longest is at the front.
template <class Line>
using Queue = boost::intrusive::list<Waiting, boost::intrusive::base_hook<Place<Line>>,
                                     boost::intrusive::constant_time_size<false>>;

// That a connection waits for its client: for a request, for the rest of one, or until an answer is
// taken. While the client waits for it, it is in no queue.
class Waiting : public Place<OfAll>, public Place<OfSender> {
 public:
  using Clock = std::chrono::steady_clock;

  explicit Waiting(Connection& connection) : connection_(connection) {}

  // Goes to the end of both queues; of_sender: null where no sender is known.
  void begin(Queue<OfAll>& of_all, Queue<OfSender>* of_sender) {
    end();
    since_ = Clock::now();
    of_all.push_back(*this);
    if (of_sender != nullptr) of_sender->push_back(*this);
  }

  void end() {
    Place<OfAll>::unlink();
    Place<OfSender>::unlink();
  }

  // While it is in a queue.
  Clock::time_point since() const { return since_; }

  Connection& connection() const { return connection_; }

 private:
  Connection& connection_;
  Clock::time_point since_{};
};

}  // namespace petition_box::endpoint
