// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.WellKept.NOW;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.LastDataSync;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairHistory;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.SiteObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary things that are seen at a pair and remembered of it. */
final class AnyLook {

  private static final double GAPS = 0.15;

  private AnyLook() {}

  /** Returns what one round of looking may bring. */
  static Arbitrary<PairSnapshot> snapshots() {
    return Combinators.combine(
            observations(),
            observations(),
            observations()
                .map(it -> new SiteObservation("support.example.com", it))
                .injectNull(GAPS))
        .as(PairSnapshot::new);
  }

  /** Returns memories of up to three rounds. */
  static Arbitrary<PairHistory> histories() {
    return snapshots()
        .list()
        .ofMaxSize(3)
        .map(
            rounds -> {
              PairHistory history = PairHistory.none();
              for (int i = 0; i < rounds.size(); i++) {
                history = history.after(earlier(rounds.get(i), Duration.ofDays(rounds.size() - i)));
              }
              return history;
            });
  }

  /** A history is made of looks that were before the one that is judged. */
  private static PairSnapshot earlier(PairSnapshot round, Duration by) {
    SiteObservation site = round.site();
    return new PairSnapshot(
        earlier(round.primary(), by),
        earlier(round.backup(), by),
        site == null
            ? null
            : new SiteObservation(site.siteName(), earlier(site.observation(), by)));
  }

  private static Observation earlier(Observation look, Duration by) {
    return look.fold(
        seen -> {
          Instant clock = seen.applianceClock();
          return new Observation.Seen(
              seen.applianceHealth(), seen.at().minus(by), clock == null ? null : clock.minus(by));
        },
        unreadable -> new Observation.Unreadable(unreadable.at().minus(by), unreadable.reason()),
        silent -> new Observation.Silent(silent.at().minus(by), silent.reason()));
  }

  private static Arbitrary<Observation> observations() {
    Arbitrary<Instant> moments =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.just(NOW.minusSeconds(2))),
            Tuple.of(1, Arbitraries.of(NOW.minusSeconds(300), NOW.minusSeconds(301))),
            Tuple.of(1, Arbitraries.of(NOW.plusSeconds(60), NOW.plusSeconds(61))));
    Arbitrary<Observation> seen =
        Combinators.combine(
                healths(), moments, Arbitraries.of(NOW, NOW.plusSeconds(90)).injectNull(GAPS))
            .as(Observation.Seen::new);
    return Arbitraries.frequencyOf(
        Tuple.of(8, seen),
        Tuple.of(1, moments.map(at -> new Observation.Silent(at, "connection refused"))),
        Tuple.of(1, moments.map(at -> new Observation.Unreadable(at, "a page of HTML"))));
  }

  private static Arbitrary<ApplianceHealth> healths() {
    return Combinators.combine(
            Arbitraries.of(WellKept.ONE, WellKept.OTHER),
            Arbitraries.of("site1.example.com").injectNull(GAPS),
            Arbitraries.of("24.1.3 (1234-ab)", "24.1.4 (1235-ab)")
                .map(ApplianceVersion::parse)
                .injectNull(GAPS),
            Arbitraries.of(true, false),
            Arbitraries.of(List.<String>of(), List.of("made up")),
            Arbitraries.of(FailoverRole.class),
            Arbitraries.of(List.<String>of(), List.of("12.12.1.52"), List.of("nonsense")),
            syncs().injectNull(GAPS))
        .as(ApplianceHealth::new);
  }

  private static Arbitrary<LastDataSync> syncs() {
    Arbitrary<Instant> times =
        Arbitraries.of(-60, 0, 2 * 3600, 24 * 3600, 48 * 3600).map(ago -> NOW.minusSeconds(ago));
    return Combinators.combine(
            times.injectNull(GAPS), Arbitraries.of("success", "failure").injectNull(GAPS))
        .as((time, status) -> new LastDataSync(time, "as it was written", status));
  }
}
