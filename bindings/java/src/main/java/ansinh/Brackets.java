package ansinh;

/** The contributory incomes that may be chosen on a day: floor + m × step for m = 0 ... count - 1, VND per month. */
public record Brackets(long floor, long ceiling, long step, int count, boolean stepRequired) {}
