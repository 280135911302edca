// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.PairSide;
import java.util.List;
import java.util.stream.Stream;

/**
 * It is what a failover rests on. It is judged by what is seen of the backup alone, since the
 * primary may be lost.
 */
final class BackupStandsBy implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
          "pair.backup-stands-by",
          "An appliance is seen as backup, and is well",
          "Find out why the backup is silent, in another role, or not well: read its error"
              + " messages, and its Status page.",
          "S1 \"Check B Series Appliance Health\", S1 \"Resolve Conflicts in a Failover Setup\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    List<PairSide> backups = BySide.seenAs(facts, FailoverRole.BACKUP);
    return backups.isEmpty()
        ? withoutBackup(facts)
        : Verdict.any(
            backups.stream()
                .map(side -> facts.health(side).judge(health -> Wellness.judge(side, health)))
                .toList());
  }

  private static Verdict withoutBackup(PairFacts facts) {
    return Verdict.any(Stream.of(PairSide.values()).map(side -> candidate(facts, side)).toList());
  }

  /** Silence is told against the backup only while the other side shows that we can look. */
  private static Verdict candidate(PairFacts facts, PairSide side) {
    if (BySide.isSilent(facts, side)
        && BySide.isSeenAs(facts, side.other(), FailoverRole.PRIMARY)) {
      return facts
          .observation(side)
          .judge(silent -> Verdict.violated(side.title() + " " + silent.summary()));
    }
    return facts
        .health(side)
        .judge(
            health ->
                Verdict.violated(
                    side.title() + " is " + health.failoverRole().literal() + ", not backup"));
  }
}
