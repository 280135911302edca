// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.SpanText;
import io.github.bseries.core.pair.TrafficCutover;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Counted from the loss of the primary, so where only people decide it cannot be told. */
final class CutoverFitsRecoveryTime implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "network.cutover-within-recovery-time",
          Severity.WARNING,
          "Users arrive at the new primary within the promised recovery time",
          "Lower the time to live of the DNS record, have the change made faster, or lower Primary"
              + " Site Instance Timeout; or promise less.",
          "S1 \"Methods of Network Configuration for B Series Appliance Failover\""
              + "; ours: the sum");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return Fact.ofNullable(facts.policy().recoveryTime(), "recovery time: nobody promised any")
        .with(facts.declaredPair(), (promised, pair) -> judge(facts, promised, pair.cutover()))
        .judge(verdict -> verdict);
  }

  private static Verdict judge(PairFacts facts, Duration promised, TrafficCutover cutover) {
    List<Fact<Wait>> waits = waits(facts, cutover);
    List<Wait> known = new ArrayList<>();
    List<Verdict> unknown = new ArrayList<>();
    for (Fact<Wait> wait : waits) {
      wait.fold(it -> known.add(it.value()), it -> unknown.add(Verdict.notJudged(it.reason())));
    }
    Duration sum = known.stream().map(Wait::lasts).reduce(Duration.ZERO, Spans::sum);
    String seen =
        known.stream().map(Wait::text).collect(Collectors.joining(", "))
            + "; promised are "
            + SpanText.of(promised);
    if (sum.compareTo(promised) > 0) {
      return Verdict.violated(seen);
    }
    return unknown.isEmpty() ? Verdict.passed(seen) : Verdict.all(unknown);
  }

  private static List<Fact<Wait>> waits(PairFacts facts, TrafficCutover cutover) {
    List<Fact<Wait>> waits = new ArrayList<>();
    waits.add(
        FailoverPage.of(facts, PairSide.NORMAL_BACKUP)
            .flatMap(CutoverFitsRecoveryTime::untilItActs));
    if (cutover.needsOutsideChange()) {
      waits.add(
          facts
              .attested("swing duty", AppliancePair::swingDuty)
              .flatMap(duty -> Fact.ofNullable(duty.takes(), "time of the swing: not declared"))
              .map(takes -> new Wait("swing", takes)));
    }
    waits.add(Fact.known(new Wait("lag of " + cutover.title(), cutover.longestLag())));
    return waits;
  }

  private static Fact<Wait> untilItActs(BackupSettings settings) {
    if (!FailoverPage.takesOverByItself(settings)) {
      return Fact.missing(
          "time until people notice and decide: nobody declares it, and "
              + (settings.automaticFailover()
                  ? "backup operations of the normal backup are off"
                  : "automatic failover of the normal backup is off"));
    }
    return Fact.ofNullable(
            settings.primarySiteInstanceTimeout(),
            "Primary Site Instance Timeout of the normal backup: not declared")
        .map(timeout -> new Wait("Primary Site Instance Timeout", timeout));
  }

  /** Something that takes time before users arrive. */
  private record Wait(String what, Duration lasts) {

    String text() {
      return lasts.isZero() ? what : what + " " + SpanText.of(lasts);
    }
  }
}
