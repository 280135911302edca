// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.LastDataSync;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.Observation.Seen;
import io.github.bseries.core.pair.PairHistory;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.SiteObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The data sync that was last, as far as it is known: what the primary tells of it now, or else
 * what is remembered.
 *
 * <p>A memory stands in soundly: the sync that is remembered may have been followed by another, so
 * the data is as old as that or younger.
 *
 * @source S-V2 (the primary only tells of it)
 */
final class LastSync {

  private LastSync() {}

  /**
   * Returns how long ago it was: the age on the clock of the appliance that told of it, and the
   * time that has passed since on ours.
   */
  static Fact<Duration> age(PairFacts facts) {
    List<Seen> told = toldNow(facts);
    return told.stream()
        .flatMap(seen -> ageNow(seen, facts).stream())
        .max(Comparator.naturalOrder())
        .or(() -> rememberedAge(facts, told))
        .map(Fact::known)
        .orElseGet(() -> Fact.missing(whyNoAge(facts)));
  }

  /** A memory stands in for a primary that is not seen, not for one that tells of none. */
  private static boolean tellsOfNone(PairFacts facts) {
    return primaries(facts).anyMatch(seen -> seen.applianceHealth().lastDataSync() == null);
  }

  private static Optional<Duration> rememberedAge(PairFacts facts, List<Seen> told) {
    if (tellsOfNone(facts)) {
      return Optional.empty();
    }
    return remembered(facts)
        .filter(seen -> told.stream().noneMatch(now -> isBefore(now, seen)))
        .flatMap(seen -> ageNow(seen, facts).stream())
        .findFirst();
  }

  /** Whether this look tells of an earlier sync than that one: then one of the two is wrong. */
  private static boolean isBefore(Seen look, Seen other) {
    Instant time = time(look);
    Instant otherTime = time(other);
    return time != null && otherTime != null && time.isBefore(otherTime);
  }

  private static @Nullable Instant time(Seen seen) {
    LastDataSync sync = seen.applianceHealth().lastDataSync();
    return sync == null ? null : sync.time();
  }

  private static Optional<Duration> ageNow(Seen seen, PairFacts facts) {
    Duration since = Duration.between(seen.at(), facts.moment());
    if (since.compareTo(facts.policy().clockTolerance().negated()) < 0) {
      return Optional.empty();
    }
    return seen.dataAge().map(age -> since.isNegative() ? age : age.plus(since));
  }

  /** Returns how the last data sync went, in the words of the appliances that tell of it. */
  static Fact<List<String>> statuses(PairFacts facts) {
    List<Seen> told = toldNow(facts);
    if (told.isEmpty() && !isLookedAt(facts)) {
      return Fact.missing("nobody looked lately; a later data sync may have gone otherwise");
    }
    if (tellsOfNone(facts)) {
      return Fact.missing(whyNotTold(facts));
    }
    List<Seen> telling = told.isEmpty() ? remembered(facts).toList() : told;
    if (telling.isEmpty()) {
      return Fact.missing(whyNotTold(facts));
    }
    List<String> statuses =
        telling.stream()
            .map(Seen::applianceHealth)
            .flatMap(health -> Stream.ofNullable(health.lastDataSync()))
            .flatMap(sync -> Stream.ofNullable(sync.status()))
            .toList();
    return statuses.size() == telling.size()
        ? Fact.known(statuses)
        : Fact.missing("how the last data sync went was not told");
  }

  /**
   * Returns the verdict on data that may be so old at most. It is broken only if somebody looked
   * lately; else the data may be younger than is remembered.
   */
  static Verdict judgeAge(PairFacts facts, Duration most) {
    return age(facts)
        .judge(
            age -> {
              String text =
                  "the last data sync was "
                      + Spans.text(age)
                      + " ago, may be "
                      + Spans.text(most)
                      + " ago at most";
              if (age.compareTo(most) <= 0) {
                return Verdict.passed(text);
              }
              return isLookedAt(facts)
                  ? Verdict.violated(text)
                  : Verdict.notJudged(text + "; nobody looked for a later one");
            });
  }

  private static boolean isLookedAt(PairFacts facts) {
    return Stream.of(PairSide.values())
        .anyMatch(side -> facts.observation(side).fold(known -> true, missing -> false));
  }

  /** The looks of the last round at a primary that told of a data sync. */
  private static List<Seen> toldNow(PairFacts facts) {
    return primaries(facts).filter(seen -> seen.applianceHealth().lastDataSync() != null).toList();
  }

  private static Stream<Seen> primaries(PairFacts facts) {
    return facts
        .look()
        .fold(known -> looks(facts, known.value()), missing -> Stream.<Observation>of())
        .flatMap(look -> look.fold(Stream::of, u -> Stream.<Seen>of(), s -> Stream.<Seen>of()))
        .filter(seen -> seen.applianceHealth().failoverRole() == FailoverRole.PRIMARY);
  }

  /** Who answers under the site's name counts only if it is, or may be, one of the two. */
  private static Stream<Observation> looks(PairFacts facts, PairSnapshot snapshot) {
    return Stream.concat(
        Stream.of(snapshot.primary(), snapshot.backup()),
        Stream.ofNullable(snapshot.site())
            .filter(site -> Stream.of(PairSide.values()).anyMatch(side -> mayBe(facts, side, site)))
            .map(SiteObservation::observation));
  }

  private static boolean mayBe(PairFacts facts, PairSide side, SiteObservation site) {
    Optional<ApplianceId> now =
        facts
            .look()
            .fold(it -> side.of(it.value()).health(), missing -> Optional.<ApplianceHealth>empty())
            .map(ApplianceHealth::applianceId);
    Optional<ApplianceId> known = now.isPresent() ? now : BySide.remembered(facts, side);
    return known.isEmpty() || known.equals(site.answeredBy());
  }

  /** What is remembered with the last round in it. */
  private static Stream<Seen> remembered(PairFacts facts) {
    PairHistory before = facts.memory().fold(Fact.Known::value, missing -> PairHistory.none());
    PairHistory after = facts.look().fold(known -> before.after(known.value()), missing -> before);
    return Stream.ofNullable(after.dataSync());
  }

  private static String whyNotTold(PairFacts facts) {
    String now =
        facts
            .look()
            .fold(
                look ->
                    primaries(facts).findAny().isPresent()
                        ? "the primary tells of no data sync: none was made yet, or it does not say"
                        : "no primary was seen that could tell of a data sync",
                Fact.Missing::reason);
    return remembered(facts).findAny().isPresent() ? now : now + "; none is remembered";
  }

  private static String whyNoAge(PairFacts facts) {
    return Stream.concat(toldNow(facts).stream(), remembered(facts))
        .findFirst()
        .map(LastSync::whyNoAge)
        .orElseGet(() -> whyNotTold(facts));
  }

  private static String whyNoAge(Seen seen) {
    if (time(seen) == null) {
      return "the time of the last data sync was not told, or not understood";
    }
    if (seen.applianceClock() == null) {
      return "the appliance that tells of the last data sync showed no clock";
    }
    return seen.dataAge().isEmpty()
        ? "the last data sync is after the clock of the appliance that tells of it"
        : "the last data sync was told at " + seen.at() + ", which is yet to come";
  }
}
