package ansinh;

/** A refusal where an answer was demanded ({@link Outcome#orElseThrow}). */
public final class RefusedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private final transient Refusal refusal;

  public RefusedException(Refusal refusal) {
    super(refusal.message());
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}
