package ansinh;

import java.util.Optional;

/**
 * One step towards an answer.
 *
 * @param quantity its name: {@code rural_poverty_line}
 * @param value a Long, a String, a Boolean, or what JSON has beside
 * @param text the step as a sentence
 * @param instrument the law, where the step is of one
 * @param provision its article
 * @param standing how sure it is: {@code text}, {@code reported}, {@code assumed} ...
 */
public record Step(
    String quantity, Object value, String text, Optional<String> instrument, Optional<String> provision, Optional<String> standing) {}
