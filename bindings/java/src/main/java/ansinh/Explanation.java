package ansinh;

import java.util.List;

/**
 * Every step that leads to an answer.
 *
 * @param opening settled, or what is not and how it stands
 */
public record Explanation(String opening, List<Step> steps) {}
