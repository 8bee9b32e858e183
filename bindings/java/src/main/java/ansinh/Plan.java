package ansinh;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/** An illustration by the law in force, not a decision. Amounts in VND, pension and income per month. */
public record Plan(
    long income,
    long participantTotal,
    long centralTotal,
    long localTotal,
    int months,
    YearMonth eligibleFrom,
    long pension,
    Set<String> flags,
    List<Step> steps) {}
