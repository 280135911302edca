// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.PairSide;

/** Clients refuse the new primary if its certificate leads to no root that they know. */
final class BackupChainIsComplete implements BackupRule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
          "certificates.backup-chain-is-complete",
          "A certificate for the site's name has all others up to the root on the appliance that"
              + " would become primary",
          "Export the certificate with its chain from the primary, or ask the certificate authority"
              + " for the missing ones, and import them on the backup: /appliance > Security >"
              + " Certificates.",
          "S2 \"Recover Certificates\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts, PairSide side) {
    return SiteCertificates.judgeAny(facts, side, SiteCertificates::judgeChain);
  }
}
