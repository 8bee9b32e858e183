package ansinh;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * One payment. Immutable; each {@code with} gives a new one. Amounts are whole dong (VND), the income per month, the
 * fund's return r per month. What is not given takes the default of the law's specification.
 */
public final class Payment {
  private final LocalDate paidOn;
  private final long income;
  private final String term;
  private final Set<String> groups;
  private final YearMonth firstMonth;
  private final String province;
  private final String formerProvince;
  private final String locality;
  private final OptionalInt monthsSupported;
  private final OptionalInt localMonthsUsed;
  private final BigDecimal fundReturnRate;
  private final long otherSupport;
  private final ThSupport thSupport;

  /** How support for missing months (TH) is counted. */
  public enum ThSupport {
    COMPOUNDED,
    NOMINAL
  }

  private Payment(
      LocalDate paidOn, long income, String term, Set<String> groups, YearMonth firstMonth, String province, String formerProvince,
      String locality, OptionalInt monthsSupported, OptionalInt localMonthsUsed, BigDecimal fundReturnRate, long otherSupport,
      ThSupport thSupport) {
    this.paidOn = paidOn;
    this.income = income;
    this.term = term;
    this.groups = groups;
    this.firstMonth = firstMonth;
    this.province = province;
    this.formerProvince = formerProvince;
    this.locality = locality;
    this.monthsSupported = monthsSupported;
    this.localMonthsUsed = localMonthsUsed;
    this.fundReturnRate = fundReturnRate;
    this.otherSupport = otherSupport;
    this.thSupport = thSupport;
  }

  /** One month at this contributory income, paid on this day, by somebody of no group. */
  public static Payment of(LocalDate paidOn, long income) {
    return new Payment(
        Objects.requireNonNull(paidOn), income, "1", Set.of(), null, "", "", "", OptionalInt.empty(), OptionalInt.empty(), null, 0, null);
  }

  /** Payment term (empty: the default, 1): {@code 1}, {@code 3}, {@code 6}, {@code 12}, {@code VS2} ... {@code VS5}, {@code DB1} ..., {@code TH1} ... {@code TH120}. */
  public Payment withTerm(String term) {
    return new Payment(paidOn, income, Objects.requireNonNull(term), groups, firstMonth, province, formerProvince, locality, monthsSupported, localMonthsUsed, fundReturnRate, otherSupport, thSupport);
  }

  /** 1, 3, 6 or 12 months. */
  public Payment withMonths(int months) {
    return withTerm(Integer.toString(months));
  }

  public Payment withIncome(long income) {
    return new Payment(paidOn, income, term, groups, firstMonth, province, formerProvince, locality, monthsSupported, localMonthsUsed, fundReturnRate, otherSupport, thSupport);
  }

  /** Names of groups: {@code poor}, {@code island}, {@code near_poor}, {@code ethnic_minority} ... and those that an overlay adds. */
  public Payment withGroups(String... groups) {
    return withGroups(Set.of(groups));
  }

  public Payment withGroups(Set<String> groups) {
    // In one order, so that equal payments look alike.
    Set<String> sorted = java.util.Collections.unmodifiableSet(new TreeSet<>(groups));
    return new Payment(paidOn, income, term, sorted, firstMonth, province, formerProvince, locality, monthsSupported, localMonthsUsed, fundReturnRate, otherSupport, thSupport);
  }

  /** First month covered; by default that of the payment. */
  public Payment withFirstMonth(YearMonth firstMonth) {
    return new Payment(paidOn, income, term, groups, Objects.requireNonNull(firstMonth), province, formerProvince, locality, monthsSupported, localMonthsUsed, fundReturnRate, otherSupport, thSupport);
  }

  /** Code of the list of 34 provinces: {@code 01}. */
  public Payment withProvince(String code) {
    return new Payment(paidOn, income, term, groups, firstMonth, Objects.requireNonNull(code), formerProvince, locality, monthsSupported, localMonthsUsed, fundReturnRate, otherSupport, thSupport);
  }

  /** Code of the list of 63 provinces. */
  public Payment withFormerProvince(String code) {
    return new Payment(paidOn, income, term, groups, firstMonth, province, Objects.requireNonNull(code), locality, monthsSupported, localMonthsUsed, fundReturnRate, otherSupport, thSupport);
  }

  /** Code of a former district or of a commune: {@code 004}, {@code 00004}. */
  public Payment withLocality(String code) {
    return new Payment(paidOn, income, term, groups, firstMonth, province, formerProvince, Objects.requireNonNull(code), monthsSupported, localMonthsUsed, fundReturnRate, otherSupport, thSupport);
  }

  /** Months of central support received before, 0 to 120. */
  public Payment withMonthsSupported(int months) {
    return new Payment(paidOn, income, term, groups, firstMonth, province, formerProvince, locality, OptionalInt.of(months), localMonthsUsed, fundReturnRate, otherSupport, thSupport);
  }

  /** Months received under a programme's own limit, 0 to 600. */
  public Payment withLocalMonthsUsed(int months) {
    return new Payment(paidOn, income, term, groups, firstMonth, province, formerProvince, locality, monthsSupported, OptionalInt.of(months), fundReturnRate, otherSupport, thSupport);
  }

  /** r per month: {@code new BigDecimal("0.0031")}. */
  public Payment withFundReturnRate(BigDecimal rate) {
    return new Payment(paidOn, income, term, groups, firstMonth, province, formerProvince, locality, monthsSupported, localMonthsUsed, Objects.requireNonNull(rate), otherSupport, thSupport);
  }

  /** VND given by others for this payment. */
  public Payment withOtherSupport(long dong) {
    return new Payment(paidOn, income, term, groups, firstMonth, province, formerProvince, locality, monthsSupported, localMonthsUsed, fundReturnRate, dong, thSupport);
  }

  public Payment withThSupport(ThSupport thSupport) {
    return new Payment(paidOn, income, term, groups, firstMonth, province, formerProvince, locality, monthsSupported, localMonthsUsed, fundReturnRate, otherSupport, Objects.requireNonNull(thSupport));
  }

  public LocalDate paidOn() { return paidOn; }
  public long income() { return income; }
  public String term() { return term; }
  public Set<String> groups() { return groups; }
  public Optional<YearMonth> firstMonth() { return Optional.ofNullable(firstMonth); }
  public String province() { return province; }
  public String formerProvince() { return formerProvince; }
  public String locality() { return locality; }
  public OptionalInt monthsSupported() { return monthsSupported; }
  public OptionalInt localMonthsUsed() { return localMonthsUsed; }
  public Optional<BigDecimal> fundReturnRate() { return Optional.ofNullable(fundReturnRate); }
  public long otherSupport() { return otherSupport; }
  public Optional<ThSupport> thSupport() { return Optional.ofNullable(thSupport); }

  // Where speed counts, without a new Optional a call.
  YearMonth firstMonthOrNull() { return firstMonth; }
  BigDecimal rateOrNull() { return fundReturnRate; }
  ThSupport thSupportOrNull() { return thSupport; }

  @Override
  public boolean equals(Object other) {
    return other instanceof Payment that
        && paidOn.equals(that.paidOn) && income == that.income && term.equals(that.term) && groups.equals(that.groups)
        && Objects.equals(firstMonth, that.firstMonth) && province.equals(that.province) && formerProvince.equals(that.formerProvince)
        && locality.equals(that.locality) && monthsSupported.equals(that.monthsSupported) && localMonthsUsed.equals(that.localMonthsUsed)
        && Objects.equals(fundReturnRate, that.fundReturnRate) && otherSupport == that.otherSupport && thSupport == that.thSupport;
  }

  @Override
  public int hashCode() {
    return Objects.hash(paidOn, income, term, groups, firstMonth, province, formerProvince, locality, monthsSupported, localMonthsUsed, fundReturnRate, otherSupport, thSupport);
  }

  @Override
  public String toString() {
    return "Payment" + Texts.of(this);
  }
}
