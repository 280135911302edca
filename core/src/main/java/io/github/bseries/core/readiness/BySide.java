// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairHistory;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.SideHistory;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** What rules share that judge one side, then the other. */
final class BySide {

  private BySide() {}

  /** Returns one verdict on both sides, each of which must be right. */
  static Verdict each(Function<PairSide, Verdict> judge) {
    return Verdict.all(Stream.of(PairSide.values()).map(judge).toList());
  }

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
    return backups.isEmpty() ? each(judge) : any(backups.stream().map(judge).toList());
  }

  /**
   * Returns the verdict on the side that is seen as primary. If both are, one that is right is
   * enough: that there are two is for another rule to say.
   */
  static Verdict primary(PairFacts facts, BiFunction<PairSide, ApplianceHealth, Verdict> judge) {
    List<PairSide> primaries = seenAs(facts, FailoverRole.PRIMARY);
    return primaries.isEmpty()
        ? each(side -> facts.health(side).judge(health -> noPrimary(side, health)))
        : any(
            primaries.stream()
                .map(side -> facts.health(side).judge(health -> judge.apply(side, health)))
                .toList());
  }

  private static Verdict noPrimary(PairSide side, ApplianceHealth health) {
    return Verdict.notJudged(
        side.title() + " is " + health.failoverRole().literal() + ", no primary was seen");
  }

  /**
   * Returns one verdict on several parts of which one must be right: passed if one is, else not
   * judged if one is not judged, else broken. There is one part at least.
   */
  static Verdict any(List<Verdict> parts) {
    List<Verdict> open = parts.stream().filter(part -> part instanceof Verdict.NotJudged).toList();
    return parts.stream()
        .filter(Verdict::isPassed)
        .findFirst()
        .orElseGet(() -> Verdict.all(open.isEmpty() ? parts : open));
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
        missing -> remembered(facts, side).fold(known -> Fact.known(known.value()), m -> now));
  }

  private static Fact<ApplianceVersion> remembered(PairFacts facts, PairSide side) {
    return facts
        .memory()
        .flatMap(memory -> Fact.ofNullable(of(memory, side).lastSeen(), "never seen"))
        .flatMap(seen -> Fact.ofNullable(seen.applianceHealth().version(), "never told"));
  }

  private static SideHistory of(PairHistory memory, PairSide side) {
    return side == PairSide.NORMAL_PRIMARY ? memory.primary() : memory.backup();
  }
}
