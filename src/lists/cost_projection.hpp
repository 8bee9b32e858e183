// The payments of some persons over the months of a projection, priced in columns.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ansinh/columns.hpp"
#include "ansinh/cost.hpp"
#include "lists/cost_plan.hpp"
#include "lists/place_handles.hpp"

namespace ansinh {

// Working memory, and what became of the persons last looked at.
class Cost::Projection {
 public:
  static constexpr std::size_t most_persons = 512;

  explicit Projection(std::shared_ptr<const Plan> plan);

  // Persons that are all to be projected; at most most_persons. `cells`: of each, the place of its group set among
  // `group_sets`. Who is refused is in refusals(), in the order of persons; the others are in lines().
  void run(std::span<const Request> persons, std::span<const std::uint8_t> dated, std::span<const std::size_t> cells,
           std::size_t group_sets);

  [[nodiscard]] std::span<const CostRefusal> refusals() const { return refusals_; }
  [[nodiscard]] bool alive(std::size_t person) const { return alive_[person] != 0; }
  // As Cost::index_of has them.
  [[nodiscard]] std::span<const CostLine> lines() const { return lines_; }

 private:
  // What a year has seen of a person.
  enum Seen : std::uint8_t { supported = 1, run_out = 2, raised = 4, lowered = 8, unsettled = 16, local_unknown = 32 };

  struct Answered {
    Errc status = Errc::ok;
    unsigned flags = 0;
    int supported_months = 0;
    std::int64_t contribution = 0, central = 0, local = 0, province = 0, locality = 0, other = 0, share = 0;
  };

  // How the answer last given to a person stands to the next payment under the same law.
  enum class Kept : std::uint8_t {
    none,
    supported,  // the same while all months of the payment are inside the lifetime months
    run_out,    // the same from now on
  };

  void check_rows();
  void project(std::size_t beginning);
  void pay(const lists::CostSegment& segment, std::size_t beginning);
  void price(const lists::CostSegment& segment);
  [[nodiscard]] bool still_holds(const lists::CostSegment& segment, std::size_t person) const;
  void take(const lists::CostSegment& segment, std::size_t beginning, std::size_t person, const Answered& answer);
  void close_year(std::size_t beginning, std::size_t year);
  void refuse(std::size_t person, const Request& request, const Fault& fault);
  [[nodiscard]] Request payment(const lists::CostSegment& segment, std::size_t person) const;
  [[nodiscard]] Money income_of(const lists::CostSegment& segment, std::size_t person) const;
  [[nodiscard]] CostLine& line(std::size_t person, std::size_t beginning, std::size_t year) {
    return lines_[(cells_[person] * plan_->begins.size() + beginning) * plan_->years + year];
  }

  std::shared_ptr<const Plan> plan_;
  lists::PlaceHandles places_;
  Workspace workspace_;

  std::span<const Request> persons_;
  std::span<const std::uint8_t> dated_;
  std::span<const std::size_t> cells_;
  std::vector<CostRefusal> refusals_;
  std::vector<CostLine> lines_;

  // Of each person.
  std::vector<std::uint8_t> alive_, seen_;
  std::vector<std::uint16_t> place_;
  std::vector<std::uint8_t> odd_;  // without a handle, so priced alone
  std::vector<int> months_, months_supported_, local_months_used_, left_;
  std::vector<Answered> answers_;  // the last
  std::vector<Kept> kept_;
  std::vector<std::uint32_t> paying_;  // who has payments left

  // The columns of those who pay.
  template <class T>
  using Column = std::array<T, most_persons>;
  struct Columns {
    Column<std::int64_t> income, other_in;
    Column<std::uint16_t> groups, place, local_months_used;
    Column<std::uint8_t> term, months_supported, th_support;
    Column<std::int32_t> fund_return_rate;
    Column<std::int64_t> contribution, central, local, province, locality, other, share;
    Column<std::uint8_t> supported_months, flags, status;
  };
  std::unique_ptr<Columns> columns_ = std::make_unique<Columns>();
};

}  // namespace ansinh
