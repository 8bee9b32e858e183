package ansinh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shared vectors, as texts and as typed payments. */
class VectorsTest {
  private static final Ansinh law = Ansinh.builtIn();
  private static final List<JsonObject> payments = new ArrayList<>();
  private static final List<JsonObject> refunds = new ArrayList<>();

  @BeforeAll
  static void read() throws Exception {
    try (var files = Files.list(Path.of("../../tests/vectors"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".jsonl")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          JsonObject vector = JsonParser.object().from(line);
          (vector.getString("id").startsWith("refunds/") ? refunds : payments).add(vector);
        }
      }
    }
    assertTrue(payments.size() > 2000 && refunds.size() > 150);
  }

  private static Map<String, String> texts(JsonObject vector) {
    Map<String, String> texts = new LinkedHashMap<>();
    vector.getObject("request").forEach((field, text) -> texts.put(field, (String) text));
    return texts;
  }

  private static void holdRefusal(JsonObject vector, Refusal refusal) {
    JsonObject expected = vector.getObject("refusal");
    String id = vector.getString("id");
    assertEquals(expected.getString("status"), refusal.status(), id);
    assertEquals(expected.getString("parameter"), refusal.parameter(), id);
    assertEquals(expected.getString("given"), refusal.given().orElse(null), id);
    assertTrue(refusal.message().length() > 10, id);
  }

  private static void hold(JsonObject vector, Outcome<Assessment> outcome) {
    String id = vector.getString("id");
    if (outcome instanceof Outcome.Refused<Assessment> refused) {
      assertTrue(vector.has("refusal"), () -> id + ": " + refused.refusal());
      holdRefusal(vector, refused.refusal());
      return;
    }
    Assessment answer = outcome.orElseThrow();
    JsonObject expected = vector.getObject("answer");
    assertTrue(expected != null, id);
    List<Assessment.Layer> layers = new ArrayList<>();
    for (Object each : expected.getArray("layers")) {
      JsonObject layer = (JsonObject) each;
      layers.add(new Assessment.Layer(layer.getString("layer"), layer.getString("programme"), layer.getLong("amount"), layer.getString("source")));
    }
    assertEquals(
        new Assessment(
            expected.getLong("contribution"), expected.getLong("central_support"), expected.getLong("local_top_up"), expected.getLong("province_top_up"),
            expected.getLong("locality_top_up"), expected.getLong("other_support"), expected.getLong("participant_share"), expected.getInt("months"),
            expected.getInt("supported_months"), Json.flags(expected), layers, law.lawDigest()),
        answer, id);
    assertEquals(List.copyOf(Json.flags(expected)), List.copyOf(answer.flags()), id);
  }

  @Test
  void paymentsAsTexts() {
    for (JsonObject vector : payments) hold(vector, law.assessTexts(texts(vector), Language.VI));
  }

  private static final Pattern whole = Pattern.compile("0|[1-9][0-9]{0,14}");

  /** The payment that a program would make of the cells; empty where a cell is of a form that only a reader of texts knows. */
  private static Optional<Payment> typed(Map<String, String> texts) {
    try {
      String income = texts.getOrDefault("income", "");
      if (!whole.matcher(income).matches()) return Optional.empty();
      Payment payment = Payment.of(LocalDate.parse(texts.getOrDefault("paid_on", "")), Long.parseLong(income));
      for (var cell : texts.entrySet()) {
        String text = cell.getValue();
        if (text.isEmpty()) continue;
        switch (cell.getKey()) {
          case "paid_on", "income" -> {}
          case "term" -> payment = payment.withTerm(text);
          case "groups" -> {
            if (!Pattern.matches("\\w+(\\|\\w+)*", text)) return Optional.empty();
            payment = payment.withGroups(Set.copyOf(List.of(text.split("\\|"))));
          }
          case "first_month" -> payment = payment.withFirstMonth(YearMonth.parse(text));
          case "province" -> payment = payment.withProvince(text);
          case "former_province" -> payment = payment.withFormerProvince(text);
          case "locality" -> payment = payment.withLocality(text);
          case "months_supported" -> payment = payment.withMonthsSupported(Integer.parseInt(text));
          case "local_months_used" -> payment = payment.withLocalMonthsUsed(Integer.parseInt(text));
          case "fund_return_rate" -> payment = payment.withFundReturnRate(new BigDecimal(text));
          case "other_support" -> payment = payment.withOtherSupport(Long.parseLong(text));
          case "th_support" -> payment = payment.withThSupport(text.equals("nominal") ? Payment.ThSupport.NOMINAL : Payment.ThSupport.COMPOUNDED);
          default -> throw new IllegalArgumentException(cell.getKey());
        }
      }
      return Optional.of(payment);
    } catch (NumberFormatException | java.time.DateTimeException otherForm) {
      return Optional.empty();
    }
  }

  @Test
  void paymentsAsValues() {
    int held = 0;
    for (JsonObject vector : payments) {
      Map<String, String> texts = texts(vector);
      String support = texts.getOrDefault("th_support", "");
      if (!Set.of("", "nominal", "compounded").contains(support)) continue;
      Optional<Payment> payment = typed(texts);
      if (payment.isEmpty()) continue;
      if (vector.getString("id").startsWith("malformed/")) {
        // A value prints in its canonical form, the text as it was written.
        assertInstanceOf(Outcome.Refused.class, law.assess(payment.get()), vector.getString("id"));
        continue;
      }
      hold(vector, law.assess(payment.get()));
      ++held;
    }
    assertTrue(held > 1900, "held " + held);
  }

  @Test
  void explanationsEndWithTheAnswer() {
    for (JsonObject vector : payments) {
      Optional<Payment> payment = typed(texts(vector));
      if (payment.isEmpty() || !vector.has("answer")) continue;
      Explanation explanation = law.explain(payment.get(), Language.EN).orElseThrow();
      Step last = explanation.steps().stream().filter(step -> step.quantity().equals("participant_share")).reduce((a, b) -> b).orElseThrow();
      assertEquals(vector.getObject("answer").getLong("participant_share"), last.value(), vector.getString("id"));
    }
  }

  @Test
  void refunds() {
    for (JsonObject vector : refunds) {
      String id = vector.getString("id");
      Outcome<Refund> outcome = law.refundTexts(texts(vector), Language.VI);
      if (outcome instanceof Outcome.Refused<Refund> refused) {
        assertTrue(vector.has("refusal"), () -> id + refused.refusal());
        holdRefusal(vector, refused.refusal());
        continue;
      }
      Refund refund = outcome.orElseThrow();
      JsonObject expected = vector.getObject("answer");
      assertEquals(
          List.of(expected.getLong("gross"), expected.getLong("central_support"), expected.getLong("province_top_up"), expected.getLong("locality_top_up"),
              expected.getLong("other_support"), expected.getLong("refund"), (long) expected.getInt("months")),
          List.of(refund.gross(), refund.centralSupport(), refund.provinceTopUp(), refund.localityTopUp(), refund.otherSupport(), refund.refund(), (long) refund.months()),
          id);
      assertEquals(Json.flags(expected), refund.flags(), id);
      assertTrue(refund.steps().size() > 5, id);
    }
  }
}
