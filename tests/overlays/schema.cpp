#include "schema.hpp"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <cstdint>
#include <functional>
#include <map>
#include <vector>

#include "ansinh/overlay.hpp"

namespace overlays {
namespace {

using namespace ansinh;

class SchemaWriter {
 public:
  std::string write() {
    out_.SetIndent(' ', 1);
    out_.SetFormatOptions(rapidjson::kFormatSingleLineArray);
    object([&] {
      text("$schema", "http://json-schema.org/draft-07/schema#");
      text("title", "ansinh: law laid over the book");
      text("description",
           "Local programmes and other values of law. A schema sees forms only: days that exist, names that are known, "
           "and what may not be said twice are checked by `ansinh law check`.");
      type("object");
      member("properties", [&] { file_properties(); });
      closed();
      member("definitions", [&] { definitions(); });
    });
    return std::string{buffer_.GetString(), buffer_.GetSize()} + '\n';
  }

 private:
  using Body = std::function<void()>;

  void object(const Body& body) {
    out_.StartObject();
    body();
    out_.EndObject();
  }
  void key(std::string_view name) { out_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
  void put(std::string_view value) { out_.String(value.data(), static_cast<rapidjson::SizeType>(value.size())); }
  void member(std::string_view name, const Body& body) {
    key(name);
    object(body);
  }
  void text(std::string_view name, std::string_view value) {
    key(name);
    put(value);
  }
  void number(std::string_view name, std::int64_t value) {
    key(name);
    out_.Int64(value);
  }
  void type(std::string_view name) { text("type", name); }
  void closed() {
    key("additionalProperties");
    out_.Bool(false);
  }
  void strings(std::string_view name, const std::vector<std::string>& values) {
    key(name);
    out_.StartArray();
    for (const std::string& value : values) put(value);
    out_.EndArray();
  }
  void ref(std::string_view name, const char* definition) {
    member(name, [&] { text("$ref", "#/definitions/" + std::string{definition}); });
  }
  void words(std::string_view name, const std::vector<std::string>& values) {
    member(name, [&] { strings("enum", values); });
  }
  void list(std::string_view name, const Body& items, std::int64_t most = 0) {
    member(name, [&] {
      type("array");
      member("items", items);
      if (most > 0) number("maxItems", most);
    });
  }
  void pattern(std::string_view name, std::string_view form) {
    member(name, [&] {
      type("string");
      text("pattern", form);
    });
  }
  void whole(std::string_view name, std::int64_t least, std::int64_t most) {
    member(name, [&] {
      type("integer");
      number("minimum", least);
      number("maximum", most);
    });
  }
  // One of several forms.
  void any_of(const std::vector<Body>& forms) {
    key("anyOf");
    out_.StartArray();
    for (const Body& form : forms) object(form);
    out_.EndArray();
  }

  template <class Name, class... More>
  static std::vector<std::string> names(Name first, More... more) {
    return {std::string{name(first)}, std::string{name(more)}...};
  }

  void file_properties() {
    ref("name", "text");
    words("base", {"built_in", "none"});
    list(
        "groups",
        [&] {
          type("object");
          member("properties", [&] {
            ref("name", "identifier");
            ref("vi", "text");
            ref("en", "text");
          });
          strings("required", {"name"});
          closed();
        },
        GroupSet::capacity);
    list("layers", [&] { text("$ref", "#/definitions/identifier"); });
    list("overrides", [&] { override_value(); });
    list(
        "programmes", [&] { programme(); }, static_cast<std::int64_t>(most_programmes));
    list("records", [&] { record(); });
  }

  void period() {
    ref("from", "day");
    ref("to", "day");
  }

  void override_value() {
    type("object");
    member("properties", [&] {
      member("parameter", [&] {});
      member("value", [&] {});
      period();
      ref("citation", "citation");
      ref("standing", "standing");
      words("sources", names(Sources::none, Sources::one, Sources::two_or_more));
    });
    strings("required", {"parameter", "value", "from"});
    closed();
    std::vector<Body> forms;
    for (int p = 0; p < parameter_count; ++p) {
      const auto parameter = static_cast<Parameter>(p);
      forms.push_back([this, parameter] {
        member("properties", [&] {
          words("parameter", names(parameter));
          value_of(parameter);
        });
      });
    }
    any_of(forms);
  }

  // The form of a parameter's value is that of its first built-in value.
  void value_of(Parameter parameter) {
    const LawRow& row = LawBook::built_in().series(parameter).front();
    if (std::holds_alternative<Money>(row.value)) {
      const auto [least, most] = limits(row, [](std::int64_t n) { return LawValue{Money{n}}; });
      whole("value", least, most);
    } else if (std::holds_alternative<int>(row.value)) {
      const auto [least, most] = limits(row, [](std::int64_t n) { return LawValue{static_cast<int>(n)}; });
      whole("value", least, most);
    } else if (std::holds_alternative<Rate>(row.value)) {
      ref("value", "rate");
    } else if (std::holds_alternative<Month>(row.value)) {
      pattern("value", "^[0-9]{4}-[0-9]{2}$");
    } else if (std::holds_alternative<FloorBasis>(row.value)) {
      words("value",
            {ansinh::text(LawValue{FloorBasis::base_salary}), ansinh::text(LawValue{FloorBasis::rural_poverty_line})});
    } else if (std::holds_alternative<StepRule>(row.value)) {
      words("value", {ansinh::text(LawValue{StepRule::required}), ansinh::text(LawValue{StepRule::noted})});
    } else if (std::holds_alternative<ThSupport>(row.value)) {
      words("value", names(ThSupport::compounded, ThSupport::nominal));
    } else if (std::holds_alternative<TermSet>(row.value)) {
      set("value", ansinh::text(LawValue{TermSet{0x7F}}));
    } else {
      set("value", ansinh::text(LawValue{RefundReasons{RefundReason::compulsory, RefundReason::withdrawal,
                                                       RefundReason::death, RefundReason::pension}}));
    }
  }

  // Names joined by commas, of a text that holds all of them.
  void set(std::string_view name, const std::string& all) {
    std::string any = "(";
    for (const char c : all) any += c == ',' ? '|' : c;
    any += ')';
    pattern(name, "^(" + any + "(," + any + ")*)?$");
  }

  struct Limits {
    std::int64_t least, most;
  };
  // The least and the most of a whole value that a book accepts.
  template <class Make>
  static Limits limits(LawRow row, Make make) {
    const auto accepted = [&](std::int64_t n) {
      row.value = make(n);
      return LawBook::built_in().with(row).ok();
    };
    std::int64_t least = 0;
    while (!accepted(least)) ++least;
    std::int64_t good = least, bad = std::int64_t{1} << 30;
    if (std::holds_alternative<Money>(row.value)) bad = std::int64_t{1} << 60;
    while (bad - good > 1) {
      const std::int64_t middle = good + (bad - good) / 2;
      (accepted(middle) ? good : bad) = middle;
    }
    return {least, good};
  }

  void programme() {
    type("object");
    member("properties", [&] {
      ref("id", "name");
      ref("layer", "identifier");
      ref("territory", "territory");
      period();
      words("displaces", names(Displaces::fitting, Displaces::all, Displaces::none));
      ref("standing", "standing");
      words("confidence", names(Confidence::high, Confidence::medium, Confidence::low, Confidence::draft));
      ref("citation", "citation");
      words("source_of_money", names(SourceOfMoney::budget, SourceOfMoney::fund));
      list("conditions", [&] { text("$ref", "#/definitions/text"); });
      list("rules", [&] { rule(); });
    });
    strings("required", {"id", "territory", "from", "rules"});
    closed();
  }

  void rule() {
    type("object");
    member("properties", [&] {
      ref("groups", "groups");
      member("per_month", [&] {
        any_of({[&] { form("floor_share", [&] { ref("floor_share", "rate"); }); },
                [&] { form("own_share", [&] { ref("own_share", "rate"); }); },
                [&] { form("fixed", [&] { ref("fixed", "amount"); }); },
                [&] {
                  type("object");
                  member("properties", [&] {
                    ref("stated_income", "amount");
                    ref("share", "rate");
                  });
                  strings("required", {"stated_income", "share"});
                  closed();
                }});
      });
      member("months", [&] {
        any_of({[&] {
                  strings("enum", {"central", "all"});
                },
                [&] {
                  type("integer");
                  number("minimum", 1);
                  number("maximum", most_months());
                }});
      });
    });
    strings("required", {"per_month"});
    closed();
  }

  void form(const char* name, const Body& properties) {
    type("object");
    member("properties", properties);
    strings("required", {name});
    closed();
  }

  static Programme plain_programme() {
    Programme programme;
    programme.id = "x";
    programme.territory.province = {provinces().front()};
    programme.rules.resize(1);
    return programme;
  }
  static std::int64_t most_months() {
    Programme programme = plain_programme();
    int n = 1;
    for (; LawBook::built_in().with(programme).ok(); ++n) programme.rules[0].months = {RuleMonths::Kind::limit, n};
    return n - 2;
  }
  static std::int64_t most_amount() {
    Programme programme = plain_programme();
    std::int64_t good = 0, bad = std::int64_t{1} << 60;
    while (bad - good > 1) {
      const std::int64_t middle = good + (bad - good) / 2;
      programme.rules[0].per_month = FixedSum{Money{middle}};
      (LawBook::built_in().with(programme).ok() ? good : bad) = middle;
    }
    return good;
  }

  void record() {
    type("object");
    member("properties", [&] {
      ref("territory", "territory");
      period();
      words("kind", names(RecordKind::none, RecordKind::none_found, RecordKind::unknown, RecordKind::draft));
      ref("groups", "groups");
      ref("citation", "citation");
      ref("standing", "standing");
    });
    strings("required", {"territory", "from", "kind"});
    closed();
  }

  template <class Codes>
  void codes(std::string_view name, const Codes& all) {
    std::vector<std::string> texts;
    for (const auto& code : all) texts.push_back(code.text());
    member(name, [&] {
      type("array");
      member("items", [&] { strings("enum", texts); });
      key("uniqueItems");
      out_.Bool(true);
    });
  }

  void definitions() {
    member("text", [&] {
      type("string");
      number("maxLength", static_cast<std::int64_t>(most_overlay_text));
    });
    member("name", [&] {
      type("string");
      number("minLength", 1);
      number("maxLength", static_cast<std::int64_t>(most_overlay_text));
    });
    member("identifier", [&] {
      type("string");
      text("pattern", "^[a-z0-9_]+$");
      number("maxLength", 100);
    });
    pattern("day", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    member("rate", [&] {
      text("description", "a decimal from 0 to 1 with at most nine decimals, as a text");
      any_of({[&] {
                type("string");
                text("pattern", "^(0+|0*1|0+\\.[0-9]+|0*1\\.0+)$");
              },
              [&] {
                type("integer");
                number("minimum", 0);
                number("maximum", 1);
              }});
    });
    whole("amount", 0, most_amount());
    member("groups", [&] {
      type("array");
      member("items", [&] { text("$ref", "#/definitions/identifier"); });
      key("uniqueItems");
      out_.Bool(true);
    });
    member("citation", [&] {
      type("object");
      member("properties", [&] {
        ref("instrument", "text");
        ref("provision", "text");
      });
      strings("required", {"instrument"});
      closed();
    });
    words("standing", names(Standing::text, Standing::official_example, Standing::practice, Standing::reported,
                            Standing::assumed, Standing::draft, Standing::none_found));
    member("territory", [&] {
      type("object");
      member("properties", [&] {
        codes("province", provinces());
        codes("former_province", former_provinces());
        member("locality", [&] {
          type("array");
          member("items", [&] {
            type("string");
            text("pattern", "^([0-9]{3}|[0-9]{5})$");
          });
          key("uniqueItems");
          out_.Bool(true);
        });
      });
      number("minProperties", 1);
      closed();
    });
  }

  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> out_{buffer_};
};

}  // namespace

std::string schema() { return SchemaWriter{}.write(); }

}  // namespace overlays
