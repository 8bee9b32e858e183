package ansinh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What the API promises beside its answers. */
class AnsinhTest {
  private static final Ansinh law = Ansinh.builtIn();
  private static final LocalDate day = LocalDate.of(2026, 11, 22);
  private static final Payment payment = Payment.of(day, 1_500_000).withGroups("near_poor").withProvince("01");

  @Test
  void whatItSaysOfItself() throws Exception {
    assertEquals(34, law.provinces().size());
    assertEquals(63, law.formerProvinces().size());
    assertEquals(new Province("01", "Hà Nội"), law.provinces().get(0));
    assertEquals(List.of("poor", "island", "near_poor", "ethnic_minority"), law.groups().subList(0, 4));
    assertTrue(law.lawDigest().matches("sha256:[0-9a-f]{16}"));
    // The version of the jar, of the library inside, and of the repository are one.
    String lists = Files.readString(Path.of("../../CMakeLists.txt"));
    assertTrue(lists.contains("project(ansinh VERSION " + law.version() + " "), law.version());
    assertTrue(Files.readString(Path.of("pom.xml")).contains("<artifactId>ansinh</artifactId>\n  <version>" + law.version() + "</version>"));
  }

  @Test
  void aRefusalIsAValueThatNamesAllOfIt() {
    Outcome<Assessment> outcome = law.assess(payment.withIncome(1_400_000), Language.EN);
    Refusal refusal = assertInstanceOf(Outcome.Refused.class, outcome).refusal();
    assertEquals("income_below_floor", refusal.status());
    assertEquals("rural_poverty_line", refusal.parameter());
    assertEquals("1400000", refusal.given().orElseThrow());
    assertEquals("1500000", refusal.limit().orElseThrow());
    assertEquals("2026-11-22", refusal.day().orElseThrow());
    assertTrue(refusal.provision().orElseThrow().contains("351/2025"));
    assertTrue(refusal.message().startsWith("The income of 1.400.000 đ is below"));
    RefusedException thrown = assertThrows(RefusedException.class, outcome::orElseThrow);
    assertEquals(refusal, thrown.refusal());
    assertEquals(refusal.message(), thrown.getMessage());
    assertFalse(outcome.isAnswer());
    assertInstanceOf(Outcome.Refused.class, outcome.map(Assessment::contribution));
  }

  @Test
  void valuesOutOfTheirRangeAreRefusedNeverClipped() {
    for (long income : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1_000_000_000_000_001L}) {
      Refusal refusal = assertInstanceOf(Outcome.Refused.class, law.assess(payment.withIncome(income))).refusal();
      assertEquals("invalid_argument", refusal.status());
      assertEquals("income", refusal.parameter());
      assertEquals(Long.toString(income), refusal.given().orElseThrow());
    }
    record Case(String field, Payment payment) {}
    for (Case each : List.of(
        new Case("term", payment.withTerm("7")), new Case("term", payment.withTerm("VS2\0")),
        new Case("groups", payment.withGroups("rich")), new Case("groups", payment.withGroups("poor", "")),
        new Case("province", payment.withProvince("99")), new Case("province", payment.withProvince("1")), new Case("province", payment.withProvince("１１")),
        new Case("former_province", payment.withFormerProvince("00")), new Case("locality", payment.withLocality("12")), new Case("locality", payment.withLocality("1234567890")),
        new Case("months_supported", payment.withMonthsSupported(121)), new Case("months_supported", payment.withMonthsSupported(Integer.MIN_VALUE)),
        new Case("local_months_used", payment.withLocalMonthsUsed(-1)), new Case("other_support", payment.withOtherSupport(-5)),
        new Case("fund_return_rate", payment.withFundReturnRate(new BigDecimal("0.00000000001"))), new Case("fund_return_rate", payment.withFundReturnRate(new BigDecimal("-0.1"))),
        new Case("fund_return_rate", payment.withFundReturnRate(new BigDecimal("1E+20"))), new Case("paid_on", Payment.of(LocalDate.of(-5, 1, 1), 1)),
        new Case("first_month", payment.withFirstMonth(YearMonth.of(12000, 1))))) {
      Refusal refusal = assertInstanceOf(Outcome.Refused.class, law.assess(each.payment()), each.toString()).refusal();
      assertEquals("invalid_argument", refusal.status(), each.toString());
      assertEquals(each.field(), refusal.parameter(), each.toString());
    }
    // Other ways to write the same rate.
    assertEquals(
        law.assess(payment.withTerm("VS2").withFundReturnRate(new BigDecimal("0.0031"))),
        law.assess(payment.withTerm("VS2").withFundReturnRate(new BigDecimal("31E-4").setScale(12))));
    assertThrows(IllegalArgumentException.class, () -> law.assessTexts(Map.of("Income", "1"), Language.VI));
    assertThrows(NullPointerException.class, () -> Payment.of(null, 1));
  }

  @Test
  void aPaymentIsAValue() {
    Payment same = Payment.of(day, 1_500_000).withProvince("01").withGroups(Set.of("near_poor"));
    assertEquals(payment, same);
    assertEquals(payment.hashCode(), same.hashCode());
    assertNotEquals(payment, payment.withMonths(3));
    assertEquals("1", payment.term());
    assertTrue(payment.toString().contains("near_poor"));
  }

  @Test
  void aRequestLeavesNothingBehind() {
    Payment other = Payment.of(day, 2_000_000);
    Outcome<Assessment> alone = law.assess(other);
    law.assess(payment.withTerm("VS3").withMonthsSupported(60).withOtherSupport(10_000).withLocality("004"));
    assertEquals(alone, law.assess(other));
    law.assess(payment.withTerm("nonsense"));
    assertEquals(alone, law.assess(other));
  }

  @Test
  void bracketsTablePlanRefund() {
    assertEquals(new Brackets(1_500_000, 50_600_000, 50_000, 983, false), law.brackets(day).orElseThrow());
    assertEquals("day_outside_law", assertInstanceOf(Outcome.Refused.class, law.brackets(LocalDate.of(2031, 1, 1))).refusal().status());
    assertTrue(law.tableHtml(payment, Language.EN).orElseThrow().startsWith("<!"));
    assertInstanceOf(Outcome.Refused.class, law.tableHtml(Payment.of(LocalDate.of(2031, 1, 1), 0), Language.EN));
    PlanRequest wish = new PlanRequest(PlanRequest.Sex.FEMALE, YearMonth.of(1980, 3), YearMonth.of(2026, 12), PlanRequest.Question.TARGET_PENSION, 2_000_000);
    Plan plan = law.plan(wish, Language.EN).orElseThrow();
    assertEquals(4_450_000, plan.income());
    assertTrue(plan.pension() >= 2_000_000 && plan.flags().contains("illustration"));
    PlanRequest never = new PlanRequest(PlanRequest.Sex.FEMALE, YearMonth.of(1980, 3), YearMonth.of(2026, 12), PlanRequest.Question.INCOME, 1);
    assertEquals("income_below_floor", assertInstanceOf(Outcome.Refused.class, law.plan(never, Language.EN)).refusal().status());
    Payment year = Payment.of(LocalDate.of(2026, 8, 1), 1_500_000).withMonths(12).withGroups("near_poor");
    Refund refund = law.refund(year, new RefundEvent(5, LocalDate.of(2027, 3, 15), RefundEvent.Reason.COMPULSORY), Language.EN).orElseThrow();
    assertEquals(990_000, refund.refund());
    assertEquals(660_000, refund.centralSupport());
  }

  @Test
  void lawsSideBySide() {
    String draft = """
        {"name": "draft", "programmes": [{"id": "draft_2027", "territory": {"province": ["56"]}, "from": "2027-01-01", "standing": "draft",
          "citation": {"instrument": "draft", "provision": ""}, "rules": [{"per_month": {"fixed": 50000}}]}]}
        """;
    Ansinh changed = Ansinh.withOverlays(Language.EN, draft);
    Payment there = Payment.of(LocalDate.of(2027, 1, 2), 2_200_000).withProvince("56");
    assertEquals(50_000, changed.assess(there).orElseThrow().provinceTopUp());
    assertNotEquals(50_000, law.assess(there).orElseThrow().provinceTopUp());
    assertNotEquals(law.lawDigest(), changed.lawDigest());
    assertEquals(changed.lawDigest(), changed.again().lawDigest());
    OverlayException wrong = assertThrows(OverlayException.class, () -> Ansinh.withOverlays(Language.EN, "{\"name\": \"x\",\n \"nonsense\": 1}"));
    assertEquals(2, wrong.faults().get(0).line());
    assertTrue(wrong.getMessage().contains("nonsense"));
  }

  @Test
  void severalThreadsAtOnce() throws Exception {
    Outcome<Assessment> expected = law.assess(payment);
    var pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> work = new ArrayList<>();
      for (int t = 0; t < 4; ++t) {
        long income = 1_500_000 + 50_000L * t;
        Outcome<Assessment> own = law.assess(payment.withIncome(income));
        work.add(pool.submit(() -> {
          for (int i = 0; i < 20_000; ++i) {
            assertEquals(own, law.assess(payment.withIncome(income)));
            if (i % 1000 == 0) law.explain(payment, Language.VI).orElseThrow();
          }
          return 1;
        }));
      }
      for (Future<Integer> each : work) assertEquals(1, each.get());
    } finally {
      pool.shutdown();
    }
    assertEquals(expected, law.assess(payment));
  }
}
