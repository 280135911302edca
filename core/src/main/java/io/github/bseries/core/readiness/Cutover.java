// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.pair.SharedIp;
import io.github.bseries.core.pair.TrafficCutover;
import java.util.function.Function;

/** What rules ask of a pair because of the way in which its traffic is cut over. */
final class Cutover {

  private Cutover() {}

  /** Returns the verdict on the shared IP; a pair that has none is not asked. */
  static Verdict judgeSharedIp(PairFacts facts, Function<? super SharedIp, Verdict> function) {
    return facts
        .declaredPair()
        .map(AppliancePair::cutover)
        .judge(cutover -> cutover.fold(function, Cutover::asksNothing, Cutover::asksNothing));
  }

  /** Returns that this way asks nothing here. */
  static Verdict asksNothing(TrafficCutover cutover) {
    return Verdict.passed("not asked of a pair with " + cutover.title());
  }
}
