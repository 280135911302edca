// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.SpanText;
import java.time.Duration;

/**
 * Ages are told by the clock of an appliance, and certificates are valid by it. Each clock is held
 * against ours at its own look, so that the time between the looks does not count.
 */
final class ClocksAgree implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "pair.clocks-agree",
          Severity.WARNING,
          "The clocks of the two appliances agree",
          "Set the same NTP server on both appliances.",
          "ours, since no source speaks of it");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return offset(facts, PairSide.NORMAL_PRIMARY)
        .with(
            offset(facts, PairSide.NORMAL_BACKUP),
            (one, other) -> {
              Duration apart = one.minus(other).abs();
              Duration most = facts.policy().clockTolerance();
              String text =
                  "the clocks are " + SpanText.of(apart) + " apart, may be " + SpanText.of(most);
              return Verdict.of(apart.compareTo(most) <= 0, text, text);
            })
        .judge(verdict -> verdict);
  }

  private static Fact<Duration> offset(PairFacts facts, PairSide side) {
    return facts
        .seen(side)
        .flatMap(
            seen ->
                Fact.ofNullable(seen.applianceClock(), side.title() + " showed no clock")
                    .map(clock -> Duration.between(seen.at(), clock)));
  }
}
