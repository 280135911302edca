// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairSide;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which side a rule is about: that which is seen in a role, or would take it. */
final class BySide {

  private BySide() {}

  /**
   * Returns the verdict on the side that would become primary now.
   *
   * <p>That is the side which is seen as backup; the other one may be lost, and nothing is asked of
   * it. If both are seen as backup, one that is right is enough. If none is, both must be right,
   * since nobody knows which it would be. So a look that is taken away never turns another verdict
   * into passed.
   */
  static Verdict backup(PairFacts facts, Function<PairSide, Verdict> judge) {
    List<PairSide> backups = seenAs(facts, FailoverRole.BACKUP);
    return backups.isEmpty()
        ? EachSide.judge(judge)
        : Verdict.any(backups.stream().map(judge).toList());
  }

  /**
   * Returns the verdict on the side that is seen as primary. If both are, one that is right is
   * enough: that there are two is for another rule to say.
   */
  static Verdict primary(PairFacts facts, BiFunction<PairSide, ApplianceHealth, Verdict> judge) {
    List<PairSide> primaries = seenAs(facts, FailoverRole.PRIMARY);
    return primaries.isEmpty()
        ? EachSide.judge(side -> facts.health(side).judge(health -> noPrimary(side, health)))
        : Verdict.any(
            primaries.stream()
                .map(side -> facts.health(side).judge(health -> judge.apply(side, health)))
                .toList());
  }

  private static Verdict noPrimary(PairSide side, ApplianceHealth health) {
    return Verdict.notJudged(
        side.title() + " is " + health.failoverRole().literal() + ", no primary was seen");
  }

  /** Returns the sides whose health was read lately, and told this role. */
  static List<PairSide> seenAs(PairFacts facts, FailoverRole role) {
    return Stream.of(PairSide.values()).filter(side -> isSeenAs(facts, side, role)).toList();
  }

  static boolean isSeenAs(PairFacts facts, PairSide side, FailoverRole role) {
    return facts
        .health(side)
        .map(health -> health.failoverRole() == role)
        .fold(Fact.Known::value, missing -> false);
  }

  /** Returns whether a look at this side, not too old, met silence. */
  static boolean isSilent(PairFacts facts, PairSide side) {
    return facts
        .observation(side)
        .map(Observation.Silent.class::isInstance)
        .fold(Fact.Known::value, missing -> false);
  }

  /**
   * Returns the software of this side: what it told lately, or what it told when it was last seen.
   */
  static Fact<ApplianceVersion> version(PairFacts facts, PairSide side) {
    Fact<ApplianceVersion> now =
        facts
            .health(side)
            .flatMap(
                health ->
                    Fact.ofNullable(health.version(), side.title() + " tells no software version"));
    return now.fold(
        known -> now,
        missing ->
            rememberedVersion(facts, side).fold(known -> Fact.known(known.value()), m -> now));
  }

  /** Returns the appliance that was last seen at this side. */
  static Optional<ApplianceId> remembered(PairFacts facts, PairSide side) {
    return facts
        .memory()
        .fold(
            it -> Optional.ofNullable(side.of(it.value()).lastSeen()),
            missing -> Optional.<Observation.Seen>empty())
        .map(seen -> seen.applianceHealth().applianceId());
  }

  private static Fact<ApplianceVersion> rememberedVersion(PairFacts facts, PairSide side) {
    return facts
        .memory()
        .flatMap(memory -> Fact.ofNullable(side.of(memory).lastSeen(), "never seen"))
        .flatMap(seen -> Fact.ofNullable(seen.applianceHealth().version(), "never told"));
  }
}
