// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.ApiAccess;
import io.github.bseries.core.pair.ApiInformation;
import io.github.bseries.core.pair.DeclaredFacts;
import io.github.bseries.core.pair.PairSide;
import java.util.Optional;
import java.util.function.Function;

/**
 * One permission of the API account: as the appliance told it, or else as somebody declared it.
 *
 * @param name how it travels: {@code perm_command}
 * @param told reads it from what an appliance told; empty if its value is not understood
 * @param declared reads it from what was declared
 * @param <T> what it can be
 * @source D-INFO, S-CFG
 */
record Permission<T>(
    String name, Function<ApiInformation, Optional<T>> told, Function<ApiAccess, T> declared) {

  /** Returns the verdict on this side. Where the two contradict each other, it says so. */
  Verdict judge(PairFacts facts, PairSide side, Function<? super T, Verdict> judge) {
    Fact<T> typedIn = facts.attested(side, "API access", DeclaredFacts::apiAccess).map(declared);
    return facts
        .apiInformation(side)
        .fold(
            asked ->
                asked.value().permissions().containsKey(name)
                    ? seen(asked.value()).judge(it -> told(judge.apply(it), it, typedIn))
                    : typedIn.judge(judge),
            nobodyAsked -> typedIn.judge(judge))
        .fold(
            passed -> Verdict.passed(side.title() + ": " + passed.because()),
            violated -> Verdict.violated(side.title() + ": " + violated.because()),
            notJudged -> Verdict.notJudged(notJudged.because()));
  }

  private Fact<T> seen(ApiInformation information) {
    return told.apply(information)
        .map(Fact::known)
        .orElseGet(
            () ->
                Fact.missing(
                    name
                        + " is told as "
                        + information.permissions().get(name)
                        + ", which is not understood"));
  }

  private Verdict told(Verdict verdict, T seen, Fact<T> typedIn) {
    String also =
        typedIn.fold(
            it -> it.value().equals(seen) ? "" : ", though something else is declared",
            missing -> "");
    return verdict.fold(
        passed -> Verdict.passed(passed.because() + also),
        violated -> Verdict.violated(violated.because() + also),
        notJudged -> notJudged);
  }
}
