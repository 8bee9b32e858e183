package ansinh;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import run.endive.runtime.ExportFunction;

/**
 * The law of Vietnamese voluntary social insurance, ready for computing: what a participant owes, what the State pays,
 * what the province adds, what it brings, and which article says so, exact to the dong.
 *
 * <p>The C++ library as WebAssembly, turned into Java classes when this jar was built: no native code, nothing is read from
 * disk or network, and the clock is never looked at. Amounts are whole dong (VND) in {@code long}.
 *
 * <p>Safe for several threads, which then take turns; a thread that must not wait makes its own by {@link #again()}.
 *
 * <p>Source in law: each {@link Explanation} names article and standing of every step.
 */
public final class Ansinh {
  private static final String REQUEST = "ansinh_request";
  private static final String ANSWER = "ansinh_answer";
  private static final int NOT_GIVEN = Engine.code("ANSINH_NOT_GIVEN");
  private static final long MOST_AMOUNT = 1_000_000_000_000_000L;
  private static final int MOST_RATE = 50_000_000; // billionths, 5 % a month

  // Places in the structs, looked up once.
  private static final int PAID_ON = Engine.offset(REQUEST, "paid_on");
  private static final int FIRST_MONTH = Engine.offset(REQUEST, "first_month");
  private static final int INCOME = Engine.offset(REQUEST, "income");
  private static final int OTHER_SUPPORT = Engine.offset(REQUEST, "other_support");
  private static final int TERM = Engine.offset(REQUEST, "term");
  private static final int GROUPS = Engine.offset(REQUEST, "groups");
  private static final int PROVINCE = Engine.offset(REQUEST, "province");
  private static final int FORMER_PROVINCE = Engine.offset(REQUEST, "former_province");
  private static final int LOCALITY = Engine.offset(REQUEST, "locality");
  private static final int MONTHS_SUPPORTED = Engine.offset(REQUEST, "months_supported");
  private static final int LOCAL_MONTHS_USED = Engine.offset(REQUEST, "local_months_used");
  private static final int FUND_RETURN_RATE = Engine.offset(REQUEST, "fund_return_rate");
  private static final int TH_SUPPORT = Engine.offset(REQUEST, "th_support");
  private static final int OPTIONS = Engine.offset(REQUEST, "options");
  private static final int A_CONTRIBUTION = Engine.offset(ANSWER, "contribution");
  private static final int A_CENTRAL = Engine.offset(ANSWER, "central_support");
  private static final int A_LOCAL = Engine.offset(ANSWER, "local_top_up");
  private static final int A_PROVINCE = Engine.offset(ANSWER, "province_top_up");
  private static final int A_LOCALITY = Engine.offset(ANSWER, "locality_top_up");
  private static final int A_OTHER = Engine.offset(ANSWER, "other_support");
  private static final int A_SHARE = Engine.offset(ANSWER, "participant_share");
  private static final int A_MONTHS = Engine.offset(ANSWER, "months");
  private static final int A_SUPPORTED = Engine.offset(ANSWER, "supported_months");
  private static final int A_FLAGS = Engine.offset(ANSWER, "flags");
  private static final int A_LAYER_COUNT = Engine.offset(ANSWER, "layer_count");
  private static final int A_LAYER_AMOUNT = Engine.offset(ANSWER, "layer_amount");
  private static final int A_LAYER_PROGRAMME = Engine.offset(ANSWER, "layer_programme");
  private static final int A_LAYER = Engine.offset(ANSWER, "layer");
  private static final int A_LAYER_SOURCE = Engine.offset(ANSWER, "layer_source");

  private final List<String> overlays;
  private final Engine engine = new Engine();
  private final int book;
  private final int workspace;
  private final int request;
  private final int answer;
  private final byte[] blank;
  private final ExportFunction assess;
  private final long[] assessArguments;
  private final Map<String, Integer> fieldNumbers = new HashMap<>();
  private final Map<String, Integer> groupBits = new HashMap<>();
  private final Map<String, Integer> terms = new HashMap<>();
  private final Map<Integer, Set<String>> flagSets = new HashMap<>();
  private final List<String> layerNames;
  private final List<String> programmes;
  private final String digest;

  private Ansinh(List<String> overlays, Language language) {
    this.overlays = List.copyOf(overlays);
    int pointer = engine.room(4);
    if (overlays.isEmpty()) {
      check(engine.call("ansinh_built_in_book", pointer));
    } else {
      Engine.Laid laid = engine.lay(overlays.toArray(String[]::new));
      Engine.Text made = engine.text("ansinh_book_create", laid.pointers(), laid.lengths(), laid.count(), language.ordinal(), pointer);
      if (made.status() == Engine.code("ANSINH_CALL_OVERLAY")) throw faults(made.text());
      check(made.status());
    }
    book = engine.memory.readInt(pointer);
    check(engine.call("ansinh_workspace_create", pointer));
    workspace = engine.memory.readInt(pointer);
    engine.free(pointer);
    request = engine.room(Engine.size(REQUEST));
    check(engine.call("ansinh_request_init", request, Engine.size(REQUEST)));
    blank = engine.memory.readBytes(request, Engine.size(REQUEST));
    answer = engine.room(Engine.size(ANSWER));
    engine.memory.writeI32(answer, Engine.size(ANSWER));
    assess = engine.function("ansinh_assess");
    assessArguments = new long[] {book, workspace, request, answer};
    for (int field = 0; field <= Engine.code("ANSINH_FIELD_FIXED_FACTOR"); ++field) {
      String name = engine.stringAt(engine.call("ansinh_field_name", field));
      // `on` is the day of an event, and the month of one: the former is a refund's.
      if (name != null) fieldNumbers.putIfAbsent(name, field);
    }
    List<String> groups = listed("ansinh_group_name");
    for (int bit = 0; bit < groups.size(); ++bit) groupBits.put(groups.get(bit), 1 << bit);
    layerNames = listed("ansinh_layer_name");
    programmes = listed("ansinh_programme_id");
    digest = engine.stringAt(engine.call("ansinh_book_digest", book));
  }

  /** The built-in law. */
  public static Ansinh builtIn() {
    return new Ansinh(List.of(), Language.VI);
  }

  /**
   * The built-in law with overlays (JSON texts) laid over it, in their order.
   *
   * @throws OverlayException where one of them is refused; it lists every fault
   */
  public static Ansinh withOverlays(Language language, String... overlays) {
    return new Ansinh(List.of(overlays), language);
  }

  /** The same law in an instance of its own, for another thread. */
  public Ansinh again() {
    return new Ansinh(overlays, Language.VI);
  }

  /** Of the library. */
  public synchronized String version() {
    return engine.stringAt(engine.call("ansinh_version"));
  }

  /** Day on which the built-in law was last verified. */
  public synchronized LocalDate verifiedOn() {
    return LocalDate.ofEpochDay(engine.call("ansinh_verified_on"));
  }

  /** {@code sha256:...} over the whole book. */
  public String lawDigest() {
    return digest;
  }

  /** The names of groups of this law. */
  public synchronized List<String> groups() {
    return listed("ansinh_group_name");
  }

  /** The provinces in force since 2025-07-01. */
  public synchronized List<Province> provinces() {
    return places("ansinh_province_at", "ansinh_province_name");
  }

  /** The provinces of the list before. */
  public synchronized List<Province> formerProvinces() {
    return places("ansinh_former_province_at", "ansinh_former_province_name");
  }

  /** Who pays what of one payment. */
  public Outcome<Assessment> assess(Payment payment) {
    return assess(payment, Language.VI);
  }

  /** The same; a refusal's message is in this language. */
  public synchronized Outcome<Assessment> assess(Payment payment, Language language) {
    if (!write(payment)) {
      Refusal refusal = read(Texts.of(payment), language);
      if (refusal != null) return new Outcome.Refused<>(refusal);
    }
    return assessWritten(language);
  }

  /**
   * Of texts as they stand in a cell or a form, by name of their field: {@code paid_on} {@code 22/11/2026}, {@code income}
   * {@code 1.500.000}, {@code groups} {@code near_poor|island}.
   *
   * @throws IllegalArgumentException where a key is the name of no field
   */
  public synchronized Outcome<Assessment> assessTexts(Map<String, String> texts, Language language) {
    Refusal refusal = read(texts, language);
    return refusal != null ? new Outcome.Refused<>(refusal) : assessWritten(language);
  }

  /** Every step that leads to the answer, with article and standing. */
  public synchronized Outcome<Explanation> explain(Payment payment, Language language) {
    Refusal refusal = read(Texts.of(payment), language);
    if (refusal != null) return new Outcome.Refused<>(refusal);
    Engine.Text text = engine.text("ansinh_explain", book, request, Engine.code("ANSINH_JSON"), language.ordinal());
    if (text.status() != 0) return refused(text);
    JsonObject explanation = Json.object(text.text()).getObject("explanation");
    return new Outcome.Answer<>(new Explanation(explanation.getString("opening"), Json.steps(explanation.getArray("steps"))));
  }

  /** The legal contributory incomes of a day. */
  public synchronized Outcome<Brackets> brackets(LocalDate paidOn) {
    String struct = "ansinh_brackets";
    int at = engine.room(Engine.size(struct));
    try {
      engine.memory.writeI32(at, Engine.size(struct));
      if (engine.call("ansinh_income_brackets", book, paidOn.toEpochDay(), at) != 0) {
        // Its refusals are those that a payment of this day has.
        return assess(Payment.of(paidOn, 0)).map(impossible -> { throw new IllegalStateException("a day without incomes has a price"); });
      }
      return new Outcome.Answer<>(
          new Brackets(
              engine.memory.readLong(at + Engine.offset(struct, "floor")), engine.memory.readLong(at + Engine.offset(struct, "ceiling")),
              engine.memory.readLong(at + Engine.offset(struct, "step")), engine.memory.readInt(at + Engine.offset(struct, "count")),
              engine.memory.readInt(at + Engine.offset(struct, "step_required")) == 1));
    } finally {
      engine.free(at);
    }
  }

  /** The table that agents print, as HTML: income brackets × groups × terms of the payment's day and place. */
  public synchronized Outcome<String> tableHtml(Payment payment, Language language) {
    Refusal refusal = read(Texts.of(payment), language);
    if (refusal != null) return new Outcome.Refused<>(refusal);
    Engine.Text text = engine.text("ansinh_table", book, request, Engine.code("ANSINH_HTML"), language.ordinal());
    if (text.status() == 0) return new Outcome.Answer<>(text.text());
    return refused(engine.text("ansinh_table", book, request, Engine.code("ANSINH_JSON"), language.ordinal()));
  }

  /** What is given back of the last months of a paid period, and to whom. */
  public Outcome<Refund> refund(Payment payment, RefundEvent event, Language language) {
    Map<String, String> texts = Texts.of(payment);
    texts.put("remaining", Integer.toString(event.remaining()));
    texts.put("on", event.on().toString());
    texts.put("reason", event.reason().name().toLowerCase(java.util.Locale.ROOT));
    event.supportRefunded().ifPresent(dong -> texts.put("support_refunded", Long.toString(dong)));
    return refundTexts(texts, language);
  }

  /** The same of texts; besides the fields of a payment {@code remaining}, {@code on}, {@code reason}, {@code support_refunded}. */
  public synchronized Outcome<Refund> refundTexts(Map<String, String> texts, Language language) {
    Engine.Laid laid = engine.lay(byField(texts, Engine.code("ANSINH_FIELD_SUPPORT_REFUNDED") + 1));
    int size = Engine.size("ansinh_refund_request");
    int at = engine.room(size);
    try {
      engine.memory.write(request, blank, 0, blank.length);
      check(engine.call("ansinh_refund_request_init", at, size));
      Engine.Text read = engine.text("ansinh_read_refund", book, laid.pointers(), laid.lengths(), laid.count(), request, at, language.ordinal());
      if (read.status() != 0) return refused(read);
      Engine.Text text = engine.text("ansinh_explain_refund", book, request, at, Engine.code("ANSINH_JSON"), language.ordinal());
      if (text.status() != 0) return refused(text);
      JsonObject from = Json.object(text.text());
      return new Outcome.Answer<>(
          new Refund(
              Json.amount(from, "gross"), Json.amount(from, "central_support"), Json.amount(from, "province_top_up"), Json.amount(from, "locality_top_up"),
              Json.amount(from, "other_support"), Json.amount(from, "refund"), from.getInt("months"), Json.flags(from), Json.steps(from.getArray("steps"))));
    } finally {
      engine.free(at);
    }
  }

  /** From now to the pension: an illustration. */
  public synchronized Outcome<Plan> plan(PlanRequest asked, Language language) {
    Map<String, String> texts = new HashMap<>();
    texts.put("sex", asked.sex() == PlanRequest.Sex.FEMALE ? "F" : "M");
    texts.put("birth", asked.birth().toString());
    texts.put("from", asked.from().toString());
    texts.put(asked.question().name().toLowerCase(java.util.Locale.ROOT), Long.toString(asked.amount()));
    texts.put("term", Integer.toString(asked.term()));
    texts.put("groups", asked.groups().stream().sorted().collect(Collectors.joining("|")));
    texts.put("province", asked.province());
    texts.put("months_supported", Integer.toString(asked.monthsSupported()));
    Engine.Laid laid = engine.lay(byField(texts, Engine.code("ANSINH_FIELD_FIXED_FACTOR") + 1));
    int size = Engine.size("ansinh_plan_request");
    int at = engine.room(size);
    try {
      check(engine.call("ansinh_plan_request_init", at, size));
      Engine.Text read = engine.text("ansinh_read_plan", book, laid.pointers(), laid.lengths(), laid.count(), at, language.ordinal());
      if (read.status() != 0) return refused(read);
      Engine.Text text = engine.text("ansinh_plan", book, at, Engine.code("ANSINH_JSON"), language.ordinal());
      if (text.status() != 0) return refused(text);
      JsonObject from = Json.object(text.text());
      return new Outcome.Answer<>(
          new Plan(
              Json.amount(from, "income"), Json.amount(from, "participant_total"), Json.amount(from, "central_total"), Json.amount(from, "local_total"),
              from.getInt("months"), YearMonth.parse(from.getString("eligible_from")), Json.amount(from, "pension"), Json.flags(from),
              Json.steps(from.getArray("steps"))));
    } finally {
      engine.free(at);
    }
  }

  // ------------------------------------------------------------------------------------------------ inside

  /** Writes a payment by values; false where one of them must be read as text, to be refused in the reader's words. */
  private boolean write(Payment payment) {
    Integer term = terms.get(payment.term());
    if (term == null) {
      Engine.Laid laid = engine.lay(new String[] {payment.term()});
      term = engine.call("ansinh_term", engine.memory.readInt(laid.pointers()), engine.memory.readInt(laid.lengths()));
      // Terms are a few dozens; what is none is not kept.
      if (term == 0) return false;
      terms.put(payment.term(), term);
    }
    int groups = 0;
    for (String name : payment.groups()) {
      Integer bit = groupBits.get(name);
      if (bit == null) return false;
      groups |= bit;
    }
    int province = codeOf(payment.province());
    int former = codeOf(payment.formerProvince());
    int supported = payment.monthsSupported().orElse(NOT_GIVEN);
    int used = payment.localMonthsUsed().orElse(NOT_GIVEN);
    if (province < 0 || former < 0 || payment.locality().length() > 5 || !isAmount(payment.income()) || !isAmount(payment.otherSupport())) return false;
    if (payment.monthsSupported().isPresent() && (supported < 0 || supported > 120) || payment.localMonthsUsed().isPresent() && (used < 0 || used > 600)) return false;
    int year = payment.paidOn().getYear();
    if (year < 1 || year > 9999) return false;
    int rate = NOT_GIVEN;
    if (payment.rateOrNull() != null) {
      try {
        rate = payment.rateOrNull().scaleByPowerOfTen(9).intValueExact();
      } catch (ArithmeticException tooFine) {
        return false;
      }
      if (rate < 0 || rate > MOST_RATE) return false;
    }
    var memory = engine.memory;
    memory.write(request, blank, 0, blank.length);
    memory.writeI32(request + PAID_ON, (int) payment.paidOn().toEpochDay());
    if (payment.firstMonthOrNull() != null) {
      YearMonth month = payment.firstMonthOrNull();
      if (month.getYear() < 1 || month.getYear() > 9999) return false;
      memory.writeI32(request + FIRST_MONTH, (month.getYear() - 1970) * 12 + month.getMonthValue() - 1);
    }
    memory.writeLong(request + INCOME, payment.income());
    memory.writeLong(request + OTHER_SUPPORT, payment.otherSupport());
    memory.writeI32(request + TERM, term);
    memory.writeI32(request + GROUPS, groups);
    memory.writeI32(request + PROVINCE, province);
    memory.writeI32(request + FORMER_PROVINCE, former);
    for (int i = 0; i < payment.locality().length(); ++i) {
      char digit = payment.locality().charAt(i);
      if (digit < '0' || digit > '9') return false;
      memory.writeByte(request + LOCALITY + i, (byte) digit);
    }
    memory.writeI32(request + MONTHS_SUPPORTED, supported);
    memory.writeI32(request + LOCAL_MONTHS_USED, used);
    memory.writeI32(request + FUND_RETURN_RATE, rate);
    if (payment.thSupportOrNull() != null) memory.writeI32(request + TH_SUPPORT, payment.thSupportOrNull().ordinal());
    return true;
  }

  /** The number of a code of two digits, 0 where none is given, -1 where the text is no code. */
  private static int codeOf(String code) {
    if (code.isEmpty()) return 0;
    if (code.length() != 2) return -1;
    int number = 10 * (code.charAt(0) - '0') + code.charAt(1) - '0';
    boolean digits = code.charAt(0) >= '0' && code.charAt(0) <= '9' && code.charAt(1) >= '0' && code.charAt(1) <= '9';
    return digits && number > 0 ? number : -1;
  }

  private static boolean isAmount(long dong) {
    return dong >= 0 && dong <= MOST_AMOUNT;
  }

  /** Reads texts into the request; what the reader refuses comes back. */
  private Refusal read(Map<String, String> texts, Language language) {
    Engine.Laid laid = engine.lay(byField(texts, Engine.code("ANSINH_FIELD_TH_SUPPORT") + 1));
    engine.memory.write(request, blank, 0, blank.length);
    Engine.Text text = engine.text("ansinh_read_request", book, laid.pointers(), laid.lengths(), laid.count(), request, language.ordinal());
    return text.status() == 0 ? null : refusal(text);
  }

  private String[] byField(Map<String, String> texts, int count) {
    String[] all = new String[count];
    texts.forEach((name, text) -> {
      Integer field = fieldNumbers.get(name);
      if (field == null || field >= count) throw new IllegalArgumentException("no field is called \"" + name + "\"");
      all[field] = text;
    });
    return all;
  }

  private Outcome<Assessment> assessWritten(Language language) {
    int status = (int) engine.callLong(assess, assessArguments);
    if (status != 0) return refused(engine.text("ansinh_assess_json", book, request, language.ordinal()));
    var memory = engine.memory;
    return new Outcome.Answer<>(
        new Assessment(
            memory.readLong(answer + A_CONTRIBUTION), memory.readLong(answer + A_CENTRAL), memory.readLong(answer + A_LOCAL),
            memory.readLong(answer + A_PROVINCE), memory.readLong(answer + A_LOCALITY), memory.readLong(answer + A_OTHER),
            memory.readLong(answer + A_SHARE), memory.readInt(answer + A_MONTHS), memory.readInt(answer + A_SUPPORTED),
            flagSets.computeIfAbsent(memory.readInt(answer + A_FLAGS), this::flagNames), layers(), digest));
  }

  private Set<String> flagNames(int bits) {
    Set<String> names = new LinkedHashSet<>();
    for (int bit = 1; bit <= bits; bit *= 2) {
      if ((bits & bit) != 0) names.add(engine.stringAt(engine.call("ansinh_flag_name", bit)));
    }
    return java.util.Collections.unmodifiableSet(names);
  }

  private List<Assessment.Layer> layers() {
    var memory = engine.memory;
    int count = memory.readInt(answer + A_LAYER_COUNT);
    if (count == 0) return List.of();
    Assessment.Layer[] layers = new Assessment.Layer[count];
    for (int i = 0; i < count; ++i) {
      layers[i] =
          new Assessment.Layer(
              layerNames.get(memory.read(answer + A_LAYER + i) & 255), programmes.get((int) memory.readU16(answer + A_LAYER_PROGRAMME + 2 * i)),
              memory.readLong(answer + A_LAYER_AMOUNT + 8 * i), memory.read(answer + A_LAYER_SOURCE + i) == 0 ? "budget" : "fund");
    }
    return List.of(layers);
  }

  private List<String> listed(String name) {
    List<String> names = new ArrayList<>();
    for (int i = 0; ; ++i) {
      String text = engine.stringAt(engine.call(name, book, i));
      if (text == null) return List.copyOf(names);
      names.add(text);
    }
  }

  private List<Province> places(String at, String name) {
    List<Province> all = new ArrayList<>();
    for (int i = 0; ; ++i) {
      int code = engine.call(at, i);
      if (code == 0) return List.copyOf(all);
      all.add(new Province(code < 10 ? "0" + code : Integer.toString(code), engine.stringAt(engine.call(name, code))));
    }
  }

  private <T> Outcome<T> refused(Engine.Text text) {
    return new Outcome.Refused<>(refusal(text));
  }

  private Refusal refusal(Engine.Text text) {
    if (text.status() >= Engine.code("ANSINH_CALL_NULL")) check(text.status());
    return Json.refusal(text.text());
  }

  /** Of a call that can only fail by a fault of this jar. */
  private void check(int status) {
    if (status != 0) throw new IllegalStateException("a call could not be made: " + engine.stringAt(engine.call("ansinh_status_name", status)));
  }

  private static OverlayException faults(String json) {
    JsonArray errors = Json.object(json).getArray("errors");
    List<OverlayException.Fault> faults = new ArrayList<>();
    for (Object each : errors) {
      JsonObject fault = (JsonObject) each;
      faults.add(
          new OverlayException.Fault(
              fault.getString("error"), fault.getLong("line"), fault.getLong("column"), fault.getString("key", ""), fault.getString("message")));
    }
    return new OverlayException(faults);
  }
}
