package ansinh;

import java.util.Optional;

/**
 * Why a request is refused.
 *
 * @param status the name of the refusal: {@code income_below_floor}
 * @param parameter the value of law that sets the limit, or the field at fault
 * @param given what was given
 * @param limit what may be given: an amount of dong, or a text
 * @param day the day on which that holds
 * @param provision the article that says so
 * @param span of a contribution record, which span is at fault, from 1
 * @param message the same as a sentence that can be read aloud
 */
public record Refusal(
    String status,
    String parameter,
    Optional<String> given,
    Optional<String> limit,
    Optional<String> day,
    Optional<String> provision,
    Optional<Integer> span,
    String message) {}
