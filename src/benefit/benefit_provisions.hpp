// Where the law writes the rules of benefits: what steps and faults cite.
#pragma once

#include "ansinh/benefit_law.hpp"

namespace ansinh::benefit::provisions {

inline const Provision income_bounds{{"Law 41/2024/QH15", "art. 31(2)"}, Standing::text, Sources::two_or_more};
inline const Provision odd_months{{"Law 41/2024/QH15", "art. 5(6)"}, Standing::text, Sources::one};
inline const Provision average_income{{"Law 41/2024/QH15", "art. 104"}, Standing::text, Sources::one};
inline const Provision mixed_average{{"Decree 159/2025/NĐ-CP", "art. 11(4)"}, Standing::text, Sources::one};
inline const Provision indexation{{"Decree 159/2025/NĐ-CP", "art. 10(2)"}, Standing::text, Sources::one};
inline const Provision pension{{"Law 41/2024/QH15", "art. 98"}, Standing::text, Sources::one};
inline const Provision pension_rate{{"Law 41/2024/QH15", "art. 99"}, Standing::text, Sources::one};
inline const Provision early_choice{{"Law 41/2024/QH15", "art. 141(9)"}, Standing::text, Sources::one};
inline const Provision lump_sum_above_cap{{"Law 41/2024/QH15", "art. 100"}, Standing::text, Sources::one};
inline const Provision first_payment{{"Circular 11/2025/TT-BNV", "art. 5"}, Standing::text, Sources::one};
inline const Provision missing_months{{"Decree 159/2025/NĐ-CP", "art. 7"}, Standing::text, Sources::one};
inline const Provision one_time_case{{"Law 41/2024/QH15", "art. 102(1)"}, Standing::text, Sources::one};
inline const Provision one_time{{"Law 41/2024/QH15", "art. 102(2)"}, Standing::text, Sources::one};
inline const Provision support_taken_out{{"Decree 159/2025/NĐ-CP", "art. 9(2)"}, Standing::text, Sources::one};
inline const Provision pensioner_abroad{{"Law 41/2024/QH15", "art. 115"}, Standing::text, Sources::one};
inline const Provision funeral{{"Law 41/2024/QH15", "art. 109"}, Standing::text, Sources::one};
inline const Provision funeral_mixed{{"Decree 159/2025/NĐ-CP", "art. 12(2)"}, Standing::text, Sources::one};
inline const Provision survivors{{"Law 41/2024/QH15", "art. 110(2)"}, Standing::text, Sources::one};
inline const Provision survivors_of_pensioner{{"Law 41/2024/QH15", "art. 110(4)"}, Standing::text, Sources::one};
inline const Provision maternity{{"Law 41/2024/QH15", "art. 94"}, Standing::text, Sources::one};
inline const Provision bridge{{"Law 41/2024/QH15", "art. 23"}, Standing::text, Sources::one};
inline const Provision bridge_months{{"Decree 159/2025/NĐ-CP", "art. 14(3)"}, Standing::text, Sources::one};
inline const Provision social_pension_age{{"Decree 176/2025/NĐ-CP", "art. 2"}, Standing::text, Sources::one};

}  // namespace ansinh::benefit::provisions
