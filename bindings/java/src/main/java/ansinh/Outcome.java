package ansinh;

import java.util.function.Function;

/**
 * An answer, or a refusal by the law or by the reader of a field. Both are values: nothing is thrown for what was asked.
 *
 * @param <T> what is answered
 */
public sealed interface Outcome<T> permits Outcome.Answer, Outcome.Refused {

  /** The answer. */
  record Answer<T>(T value) implements Outcome<T> {}

  /** The refusal. */
  record Refused<T>(Refusal refusal) implements Outcome<T> {}

  default boolean isAnswer() {
    return this instanceof Answer;
  }

  /** The answer; throws {@link RefusedException} where it is a refusal. */
  default T orElseThrow() {
    if (this instanceof Answer<T> answer) return answer.value();
    throw new RefusedException(((Refused<T>) this).refusal());
  }

  default <U> Outcome<U> map(Function<? super T, ? extends U> change) {
    if (this instanceof Answer<T> answer) return new Answer<>(change.apply(answer.value()));
    return new Refused<>(((Refused<T>) this).refusal());
  }
}
