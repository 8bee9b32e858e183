package ansinh;

import java.util.List;

/** An overlay is refused; every fault is listed. */
public final class OverlayException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private final transient List<Fault> faults;

  /** One fault: line and column from 1. */
  public record Fault(String error, long line, long column, String key, String message) {}

  public OverlayException(List<Fault> faults) {
    super(String.join("\n", faults.stream().map(Fault::message).toList()));
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }
}
