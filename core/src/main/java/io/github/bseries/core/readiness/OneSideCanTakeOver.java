// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.PairSide;
import java.util.List;
import java.util.stream.Stream;

/**
 * If both are seen as backup, each of the other rules may be kept by another side. Here one side
 * must keep all of them.
 */
final class OneSideCanTakeOver implements BackupRule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
              "pair.one-side-can-take-over",
              "One appliance by itself has all that is asked of the one that would become primary",
              "Look at the other rules about the appliance that would become primary. If both are"
                  + " backup, find out first which one has the newer data.",
              "ours, after S1 \"Resolve Conflicts in a Failover Setup\"")
          .blockingOnly(Procedure.TAKEOVER);

  private static final List<BackupRule> ASKED =
      List.of(
          new BackupIsTheDeclaredOne(),
          new BackupIsSetUpForSharedIp(),
          new HttpsFromClientsReachesBackup(),
          new BackupTakesCommands(),
          new BackupCoversSiteName(),
          new BackupCertificateIsValid(),
          new BackupChainIsComplete());

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts, PairSide side) {
    Verdict well = facts.health(side).judge(health -> Wellness.judge(side, health));
    Verdict all =
        Verdict.all(
            Stream.concat(Stream.of(well), ASKED.stream().map(rule -> rule.judge(facts, side)))
                .toList());
    return all.isPassed() ? Verdict.passed("the " + side.title() + " has all of it") : all;
  }
}
