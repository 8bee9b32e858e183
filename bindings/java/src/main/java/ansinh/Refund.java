package ansinh;

import java.util.List;
import java.util.Set;

/**
 * What is given back of the last months of a paid period, whole dong (VND).
 *
 * @param gross what was paid for these months
 * @param refund what goes back to the participant
 */
public record Refund(
    long gross,
    long centralSupport,
    long provinceTopUp,
    long localityTopUp,
    long otherSupport,
    long refund,
    int months,
    Set<String> flags,
    List<Step> steps) {}
