// citation_wordings: the forms in which the book names an instrument, and how a Vietnamese reader is told of it.
//
// A pattern's {} stands for any text; the Vietnamese names the same parts in the same order. Whoever words a new
// citation in the book adds its form here; a test reads every citation of the built-in book.
#pragma once

#include <array>
#include <string_view>

namespace ansinh::report {

struct Wording {
  std::string_view en, vi;
};

// Whole descriptions, the more particular first.
inline constexpr std::array<Wording, 22> descriptions{{
    {"Resolution of the former {} People's Council planned for {}", "Nghị quyết của HĐND {} (cũ), dự kiến cho {}"},
    {"Resolution of the {} People's Council of {}", "Nghị quyết của HĐND {}, {}"},
    {"Resolution No. {} of the {} People's Council", "Nghị quyết số {} của HĐND {}"},
    {"Resolution {} ({}) of the {} People's Council", "Nghị quyết {} {} của HĐND {}"},
    {"Resolution {} of the {} People's Council", "Nghị quyết {} của HĐND {}"},
    {"Draft resolution of the {} People's Council for {}", "Dự thảo nghị quyết của HĐND {} cho {}"},
    {"Draft of {} for {} (reviewed {})", "Dự thảo của {} cho {} (xem xét {})"},
    {"Two resolutions of former {}, {}", "Hai nghị quyết của {} (cũ), {}"},
    {"Four resolutions of former {}, {}", "Bốn nghị quyết của {} (cũ), {}"},
    {"Act of former {}", "Văn bản của {} (cũ)"},
    {"Report on voluntary insurance in {}", "Bài viết về bảo hiểm xã hội tự nguyện ở {}"},
    {"Article on voluntary insurance in {}", "Bài viết về bảo hiểm xã hội tự nguyện ở {}"},
    {"Articles on social insurance in {} name no top-up for voluntary insurance",
     "Các bài viết về bảo hiểm xã hội ở {} không nêu hỗ trợ thêm cho bảo hiểm xã hội tự nguyện"},
    {"No public report on {} known in {}", "Chưa thấy bài viết công khai nào về {} tính đến {}"},
    {"National charity programme of Vietnam Social Security in {}",
     "Chương trình từ thiện toàn quốc của BHXH Việt Nam ở {}"},
    {"Joint programme of the {} Fatherland Front and social insurance agency ({})",
     "Chương trình phối hợp của Mặt trận Tổ quốc và cơ quan BHXH {}, {}"},
    {"Proposal of the {} social insurance agency ({})", "Đề xuất của cơ quan BHXH {}, {}"},
    {"Statement of the {} social insurance agency that the city adds no support",
     "Thông tin của cơ quan BHXH {} rằng thành phố không hỗ trợ thêm"},
    {"Programme of {} district, {}", "Chương trình của quận, huyện {}, {}"},
    {"Decree on the general minimum wage from {}", "Nghị định về mức lương tối thiểu chung, từ {}"},
    {"Decree on the base salary from {}", "Nghị định về mức lương cơ sở, từ {}"},
    {"Decision on the poverty line {}", "Quyết định về chuẩn hộ nghèo {}"},
}};

// What may follow a description or a number.
inline constexpr std::array<Wording, 14> closings{{
    {" (number not confirmed)", " (số hiệu chưa xác nhận)"},
    {" (numbers not confirmed)", " (số hiệu chưa xác nhận)"},
    {" (number and first day not confirmed)", " (số hiệu và ngày bắt đầu chưa xác nhận)"},
    {" (year not seen)", " (không rõ năm)"},
    {" (text not read)", " (chưa đọc văn bản)"},
    {": adoption not confirmed", ": chưa xác nhận đã thông qua"},
    {": rates not seen", ": chưa thấy mức hỗ trợ"},
    {": amount not seen", ": chưa thấy số tiền"},
    {": no amount", ": không có số tiền"},
    {": groups, rates and first day not seen", ": chưa thấy đối tượng, mức và ngày bắt đầu"},
    {": nothing found after its last day", ": không tìm thấy gì sau ngày kết thúc"},
    {", not law", ", chưa phải luật"},
    {", not a resolution", ", không phải nghị quyết"},
    {"number not confirmed", "số hiệu chưa xác nhận"},
}};

// Kinds of instrument; recognised where a number follows.
inline constexpr std::array<Wording, 15> instrument_kinds{{
    {"Labour Code ", "Bộ luật Lao động "},
    {"Law on Social Insurance ", "Luật Bảo hiểm xã hội "},
    {"Law ", "Luật "},
    {"Ordinance ", "Pháp lệnh "},
    {"Decree ", "Nghị định "},
    {"Decision ", "Quyết định "},
    {"Circular ", "Thông tư "},
    {"Resolution ", "Nghị quyết "},
    {"VSS letters ", "Công văn của BHXH Việt Nam "},
    {"VSS letter ", "Công văn của BHXH Việt Nam "},
    {"Letters ", "Công văn "},
    {"Letter ", "Công văn "},
    {"letter ", "công văn "},
    {"Directive ", "Chỉ thị "},
    {"and ", "và "},
}};

// Words recognised wherever they stand.
inline constexpr std::array<Wording, 2> names{{
    {"Hồ Chí Minh City", "Thành phố Hồ Chí Minh"},
    {"Collection software since ", "Phần mềm thu, từ khi có "},
}};

// Words of a provision that stand before a number or a name.
inline constexpr std::array<Wording, 8> provision_words{{
    {"examples ", "ví dụ "},
    {"example ", "ví dụ "},
    {"ex. ", "ví dụ "},
    {"chapter ", "chương "},
    {"ch. ", "chương "},
    {"appendix ", "phụ lục "},
    {"guide to form ", "hướng dẫn lập mẫu "},
    {"form ", "mẫu "},
}};

}  // namespace ansinh::report
