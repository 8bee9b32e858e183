package ansinh;

import java.time.YearMonth;
import java.util.Objects;
import java.util.Set;

/**
 * From now to the pension. Amounts in VND per month.
 *
 * @param question which of the three is asked
 * @param amount the income, the pension that is wanted, or the most that can be paid
 * @param from first month to pay for
 * @param term 1, 3, 6 or 12
 * @param province code of the list of 34 provinces, or empty
 * @param monthsSupported months of central support received before
 */
public record PlanRequest(
    Sex sex, YearMonth birth, YearMonth from, Question question, long amount, int term, Set<String> groups, String province, int monthsSupported) {
  public enum Sex {
    FEMALE,
    MALE
  }

  /** What is asked. */
  public enum Question {
    /** What this income brings. */
    INCOME,
    /** The lowest income that brings this pension. */
    TARGET_PENSION,
    /** The highest income that this sum a month pays for. */
    BUDGET
  }

  public PlanRequest {
    Objects.requireNonNull(sex);
    Objects.requireNonNull(birth);
    Objects.requireNonNull(from);
    Objects.requireNonNull(question);
    groups = Set.copyOf(groups);
    Objects.requireNonNull(province);
  }

  public PlanRequest(Sex sex, YearMonth birth, YearMonth from, Question question, long amount) {
    this(sex, birth, from, question, amount, 1, Set.of(), "", 0);
  }
}
