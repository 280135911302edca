// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.core.readiness.ReadinessPolicy;
import io.github.bseries.core.readiness.RuleBook;
import io.github.bseries.core.readiness.Severity;
import io.github.bseries.core.readiness.Silence;
import io.github.bseries.core.sync.SyncPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Everything that can be declared, as far as chance goes. */
final class AnyDeclaration {

  private AnyDeclaration() {}

  static Arbitrary<PairDeclaration> declarations() {
    Arbitrary<String> ids =
        Arbitraries.of(
            RuleBook.standard().rules().stream().map(rule -> rule.description().id()).toList());
    Arbitrary<Map<String, Severity>> shownAs =
        Arbitraries.maps(ids, Arbitraries.of(Severity.class)).ofMaxSize(2);
    return Combinators.combine(
            AnyPair.pairs(),
            AnyKit.kits().injectNull(0.3),
            Arbitraries.oneOf(Arbitraries.just(ReadinessPolicy.standard()), policies()),
            silences(ids),
            shownAs)
        .as(PairDeclaration::new);
  }

  private static Arbitrary<List<Silence>> silences(Arbitrary<String> ids) {
    Arbitrary<Tuple.Tuple3<String, String, Instant>> said =
        Combinators.combine(AnyPair.filledTexts(), AnyPair.filledTexts(), AnyPair.instants())
            .as(Tuple::of);
    return Arbitraries.maps(ids, said)
        .ofMaxSize(2)
        .map(
            byId ->
                byId.entrySet().stream()
                    .map(
                        it ->
                            new Silence(
                                it.getKey(),
                                it.getValue().get1(),
                                it.getValue().get2(),
                                it.getValue().get3()))
                    .toList());
  }

  private static Arbitrary<ReadinessPolicy> policies() {
    Arbitrary<Duration> above = AnyPair.durations(1);
    return Combinators.combine(
            syncs().injectNull(0.3),
            above.injectNull(0.3),
            AnyPair.filledTexts().set().ofMaxSize(3),
            Arbitraries.longs().between(0, Long.MAX_VALUE).injectNull(0.3),
            AnyPair.bandwidths().injectNull(0.3),
            Combinators.combine(ages(above), ages(above)).as(Tuple::of),
            Combinators.combine(ages(AnyPair.durations(0)), ages(above)).as(Tuple::of),
            ages(AnyPair.durations(0)))
        .as(
            (sync, time, words, bytes, line, looks, others, clock) ->
                new ReadinessPolicy(
                    sync,
                    time,
                    words,
                    bytes,
                    line,
                    looks.get1(),
                    looks.get2(),
                    others.get1(),
                    others.get2(),
                    clock));
  }

  /** Any, and the five that are the standard somewhere. */
  private static Arbitrary<Duration> ages(Arbitrary<Duration> any) {
    return Arbitraries.oneOf(
        any,
        Arbitraries.of(
            Duration.ofMinutes(5),
            Duration.ofDays(90),
            Duration.ofDays(30),
            Duration.ofDays(7),
            Duration.ofMinutes(1)));
  }

  private static Arbitrary<SyncPolicy> syncs() {
    return Combinators.combine(
            AnyPair.durations(1),
            AnyPair.bandwidths().injectNull(0.3),
            AnyPair.durations(0),
            Arbitraries.integers().between(0, Integer.MAX_VALUE))
        .as(SyncPolicy::new);
  }
}
