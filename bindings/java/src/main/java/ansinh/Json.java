package ansinh;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** JSON texts of the library as values. Every number in them is whole. */
final class Json {
  private Json() {}

  static JsonObject object(String text) {
    try {
      return JsonParser.object().from(text);
    } catch (JsonParserException e) {
      throw new IllegalStateException("the library's JSON cannot be read", e);
    }
  }

  static long amount(JsonObject from, String name) {
    if (!(from.get(name) instanceof Number number)) throw new IllegalStateException("no amount " + name);
    if (number instanceof Double || number instanceof Float) throw new IllegalStateException(name + " is no whole number");
    return number.longValue();
  }

  static Optional<String> text(JsonObject from, String name) {
    Object value = from.get(name);
    return value == null ? Optional.empty() : Optional.of(value.toString());
  }

  static Refusal refusal(String json) {
    JsonObject from = object(json);
    return new Refusal(
        from.getString("status"), from.getString("parameter", ""), text(from, "given"), text(from, "limit"), text(from, "day"),
        text(from, "provision"), text(from, "span").map(Integer::valueOf), from.getString("message"));
  }

  static Set<String> flags(JsonObject from) {
    Set<String> flags = new LinkedHashSet<>();
    for (Object flag : from.getArray("flags")) flags.add((String) flag);
    return java.util.Collections.unmodifiableSet(flags);
  }

  static List<Step> steps(JsonArray from) {
    List<Step> steps = new ArrayList<>();
    for (Object each : from) {
      JsonObject step = (JsonObject) each;
      JsonObject citation = step.getObject("citation");
      Object value = step.get("value");
      steps.add(
          new Step(
              step.getString("quantity"), value instanceof Integer whole ? Long.valueOf(whole) : value, step.getString("text"),
              citation == null ? Optional.empty() : text(citation, "instrument"), citation == null ? Optional.empty() : text(citation, "provision"),
              text(step, "standing")));
    }
    return List.copyOf(steps);
  }
}
