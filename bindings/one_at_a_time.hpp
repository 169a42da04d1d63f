#pragma once
/// \file
/// A centre and its desks belong to one thread at a time. Across a language border that cannot be left to the caller's
/// discipline: here threads wait for each other, and whoever comes back in before having left (a clock that asks a desk)
/// is refused instead of waiting for itself.

#include <atomic>
#include <mutex>
#include <thread>

#include <patio/base/error.hpp>

namespace patio {

class OneAtATime {
 public:
  /// Throws Error (`misuse`) if this thread is inside already.
  template <class Work>
  auto run(Work&& work) {
    if (inside_.load() == std::this_thread::get_id())
      throw Error(ErrorCode::misuse, {"appel d'un guichet depuis l'intérieur d'un autre appel", "a desk called from inside another call"});
    const std::lock_guard lock(mutex_);
    const Presence presence(inside_);
    return work();
  }

 private:
  class Presence {
   public:
    explicit Presence(std::atomic<std::thread::id>& inside) : inside_(inside) { inside_ = std::this_thread::get_id(); }
    Presence(const Presence&) = delete;
    Presence& operator=(const Presence&) = delete;
    ~Presence() { inside_ = std::thread::id(); }

   private:
    std::atomic<std::thread::id>& inside_;
  };

  std::mutex mutex_;
  std::atomic<std::thread::id> inside_{};
};

}  // namespace patio
