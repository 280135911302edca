// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.Appliance;
import io.github.bseries.core.pair.Exposure;
import io.github.bseries.core.pair.LastDataSync;
import io.github.bseries.core.pair.Observation.Seen;
import io.github.bseries.core.pair.PairHistory;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.SpanText;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The data sync that was last, as far as it is known: what the primary tells of it now, or else
 * what is remembered. Who is believed is for {@link Exposure} to say.
 *
 * @source S-V2 (the primary only tells of it)
 */
final class LastSync {

  private LastSync() {}

  /** Returns how the last data sync went, in the words of the appliance that tells of it. */
  static Fact<String> status(PairFacts facts) {
    if (!isLookedAt(facts)) {
      return Fact.missing("nobody looked lately; a later data sync may have gone otherwise");
    }
    return exposure(facts)
        .flatMap(
            exposure ->
                exposure
                    .teller()
                    .map(LastSync::toldStatus)
                    .orElseGet(() -> Fact.missing(exposure.summary())));
  }

  private static Fact<String> toldStatus(Seen seen) {
    LastDataSync sync = seen.applianceHealth().lastDataSync();
    return Fact.ofNullable(
        sync == null ? null : sync.status(), "how the last data sync went was not told");
  }

  /**
   * Returns the verdict on data that may be so old at most. It is broken only if somebody looked
   * lately; else the data may be younger than is remembered.
   */
  static Verdict judgeAge(PairFacts facts, Duration most) {
    return exposure(facts)
        .judge(
            exposure ->
                exposure.fold(
                    judged -> judgeAge(facts, judged.age(), most),
                    notJudged -> Verdict.notJudged(notJudged.why())));
  }

  private static Verdict judgeAge(PairFacts facts, Duration age, Duration most) {
    String text =
        "the last data sync was "
            + SpanText.of(age)
            + " ago, may be "
            + SpanText.of(most)
            + " ago at most";
    if (age.compareTo(most) <= 0) {
      return Verdict.passed(text);
    }
    return isLookedAt(facts)
        ? Verdict.violated(text)
        : Verdict.notJudged(text + "; nobody looked for a later one");
  }

  /** Whose word counts is known only where it is declared which two appliances these are. */
  private static Fact<Exposure> exposure(PairFacts facts) {
    return EachSide.declared(facts, PairSide.NORMAL_PRIMARY, "id", Appliance::id)
        .with(
            EachSide.declared(facts, PairSide.NORMAL_BACKUP, "id", Appliance::id),
            (primary, backup) ->
                Exposure.of(
                    facts.pair(),
                    facts.snapshot(),
                    facts.memory().fold(Fact.Known::value, missing -> PairHistory.none()),
                    facts.policy().clockTolerance(),
                    facts.moment()));
  }

  private static boolean isLookedAt(PairFacts facts) {
    return Stream.of(PairSide.values())
        .anyMatch(side -> facts.observation(side).fold(known -> true, missing -> false));
  }
}
