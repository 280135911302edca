// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.Appliance;
import io.github.bseries.core.pair.Attested;
import io.github.bseries.core.pair.DeclaredFacts;
import io.github.bseries.core.pair.PairSide;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is asked of one appliance, or of each of the two; observations then name the side. */
final class EachSide {

  private EachSide() {}

  /**
   * Returns the verdict on something that somebody attested of both appliances: each must be right.
   *
   * @param what how it is called in a report: {@code API access}
   */
  static <T> Verdict judge(
      PairFacts facts,
      String what,
      Function<? super DeclaredFacts, @Nullable Attested<T>> where,
      Function<? super T, Verdict> function) {
    return judge(side -> facts.attested(side, what, where).judge(told(side, function)));
  }

  /** Returns one verdict on both sides: each must be right. */
  static Verdict judge(Function<? super PairSide, Verdict> function) {
    return Verdict.all(Stream.of(PairSide.values()).map(function).toList());
  }

  /** Returns the verdicts of this function, with the name of the side before what was seen. */
  static <T> Function<T, Verdict> told(PairSide side, Function<? super T, Verdict> function) {
    String before = side.title() + ": ";
    return value ->
        function
            .apply(value)
            .fold(
                passed -> Verdict.passed(before + passed.because()),
                violated -> Verdict.violated(before + violated.because()),
                notJudged -> Verdict.notJudged(before + notJudged.because()));
  }

  /** Returns something that is declared of one appliance without anybody's name to it. */
  static <T> Fact<T> declared(
      PairFacts facts,
      PairSide side,
      String what,
      Function<? super Appliance, ? extends @Nullable T> where) {
    return facts
        .declaredPair()
        .flatMap(
            pair ->
                Fact.<T>ofNullable(
                    where.apply(side.of(pair)),
                    what + " of the " + side.title() + ": not declared"));
  }
}
