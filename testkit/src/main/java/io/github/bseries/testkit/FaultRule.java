// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import io.github.bseries.testkit.ApplianceFault.RefusesConnections;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a fault acts.
 *
 * @param fault the fault
 * @param calls the calls that it acts on
 * @param times on how many calls it acts, 1 or more; null if it stands until it is removed
 * @param probability with which probability it acts on a call that fits, above 0 and at most 1; a
 *     call that is spared is not counted
 * @since 0.1
 */
public record FaultRule(
    ApplianceFault fault, CallMatch calls, @Nullable Integer times, double probability) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range; if the fault acts on no kind of calls
   *     that fits, see {@link ApplianceFault#actsOn}; or if connections are to be refused and the
   *     rule counts calls or looks at them: there are none then
   */
  public FaultRule {
    requireNonNull(fault, "fault");
    requireNonNull(calls, "calls");
    if (times != null && times < 1) {
      throw new IllegalArgumentException("times is " + times + ", must be 1 or more");
    }
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "probability is " + probability + ", must be above 0 and at most 1");
    }
    if (calls.kinds().stream().noneMatch(fault::actsOn)) {
      throw new IllegalArgumentException(
          fault.label()
              + " acts on calls of "
              + labels(Stream.of(CallKind.values()).filter(fault::actsOn))
              + " only, and those that fit are of "
              + labels(calls.kinds().stream()));
    }
    boolean countsOrLooks = times != null || probability < 1 || !calls.namesAtMostAnAppliance();
    if (fault instanceof RefusesConnections && countsOrLooks) {
      throw new IllegalArgumentException(
          "refuses-connections has no times, no probability and no match but an appliance,"
              + " since no call arrives; let it stand, and remove it");
    }
  }

  /** Returns that the fault acts on the next call of a kind that it can act on. */
  public static FaultRule once(ApplianceFault fault) {
    return times(1, fault);
  }

  /** Returns that the fault acts on the next so many calls of a kind that it can act on. */
  public static FaultRule times(int times, ApplianceFault fault) {
    return new FaultRule(fault, CallMatch.ANY, times, 1);
  }

  /** Returns that the fault acts on each call until it is removed. */
  public static FaultRule standing(ApplianceFault fault) {
    return new FaultRule(fault, CallMatch.ANY, null, 1);
  }

  /**
   * Returns the same, for calls only that fit this as well.
   *
   * @throws IllegalArgumentException if no call can fit on which the fault can act
   */
  public FaultRule on(CallMatch more) {
    return new FaultRule(fault, calls.and(more), times, probability);
  }

  /** Returns the same with this probability. */
  public FaultRule withProbability(double probability) {
    return new FaultRule(fault, calls, times, probability);
  }

  private static String labels(Stream<CallKind> kinds) {
    return kinds.map(CallKind::label).collect(Collectors.joining(", "));
  }
}
