package ansinh;

import java.util.List;
import java.util.Set;

/**
 * Who pays what of one payment: contribution = centralSupport + localTopUp + otherSupport + participantShare, whole dong
 * (VND).
 *
 * @param localTopUp provinceTopUp + localityTopUp + further layers
 * @param months covered
 * @param supportedMonths of these, supported by the State
 * @param flags what must be said with it: {@code local_unknown}, {@code unsettled} ...
 * @param layers what each layer of local law gives
 * @param lawDigest of the law that was applied
 */
public record Assessment(
    long contribution,
    long centralSupport,
    long localTopUp,
    long provinceTopUp,
    long localityTopUp,
    long otherSupport,
    long participantShare,
    int months,
    int supportedMonths,
    Set<String> flags,
    List<Layer> layers,
    String lawDigest) {

  /** One layer: VND after the cut, from a {@code budget} or a {@code fund}. */
  public record Layer(String layer, String programme, long amount, String source) {}
}
