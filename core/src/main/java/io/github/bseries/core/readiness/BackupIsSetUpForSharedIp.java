// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.PairSide;

/** The backup can take over only an address that it knows, and that is checked on its page. */
final class BackupIsSetUpForSharedIp implements BackupRule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
          "pair.backup-is-set-up-for-shared-ip",
          "The appliance that would become primary is set up for the shared IP",
          "Add the shared IP, disabled, under Networking > IP Configuration of the backup, and"
              + " check its box under Shared IPs on its Failover page.",
          "S1 \"Set Up a Shared IP Address for Failover B Series Appliance Configuration\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts, PairSide side) {
    return SharedIps.judge(facts, ip -> SharedIps.isSetUp(facts, side, ip));
  }
}
