// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import java.util.Set;

/**
 * A sync that failed leaves older data on the backup than its time tells. The words of the status
 * are not documented, so they are learnt from the pair itself.
 */
final class LastSyncWentWell implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
              "sync.went-well",
              "The last data sync went well, by its status",
              "Click Sync Now on the Failover page and watch Status History. If the status of a"
                  + " good sync is not known yet, read last_data_sync_status after one, and add"
                  + " that word to the good statuses of the policy.",
              "S1 \"Check B Series Appliance Health\"; the words are not documented (D-HEALTH)")
          .blockingOnly(Procedure.TAKEOVER);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    Set<String> good = facts.policy().goodSyncStatuses();
    if (good.isEmpty()) {
      return Verdict.notJudged("the statuses of a good data sync: not in the policy");
    }
    return LastSync.status(facts)
        .judge(
            status -> {
              String text = "the status of the last data sync is \"" + status + '"';
              return Verdict.of(
                  good.contains(status), text, text + ", which is none of the good ones");
            });
  }
}
