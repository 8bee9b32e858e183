package ansinh;

import java.time.LocalDate;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Why the last months of a period are given back.
 *
 * @param remaining the last months of the period, that of the event included
 * @param on day of the event
 * @param supportRefunded the State's part, VND, where the authority has stated it
 */
public record RefundEvent(int remaining, LocalDate on, Reason reason, OptionalLong supportRefunded) {
  /** The reasons of the law. */
  public enum Reason {
    COMPULSORY,
    WITHDRAWAL,
    DEATH,
    PENSION
  }

  public RefundEvent {
    Objects.requireNonNull(on);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(supportRefunded);
  }

  public RefundEvent(int remaining, LocalDate on, Reason reason) {
    this(remaining, on, reason, OptionalLong.empty());
  }
}
