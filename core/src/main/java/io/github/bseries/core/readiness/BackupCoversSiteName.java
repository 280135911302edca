// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.ApplianceCertificate;
import io.github.bseries.core.pair.PairSide;
import java.util.List;

/** The backup needs a certificate for the name that users go to, with its private key. */
final class BackupCoversSiteName implements BackupRule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
          "certificates.backup-covers-site-name",
          "The appliance that would become primary has a certificate for the site's name, with its"
              + " private key",
          "Export the certificate with private key and chain from the primary (/appliance >"
              + " Security > Certificates, Export), and import it on the backup.",
          "S1 \"Replicate SSL Certificate Configuration on the Backup B Series Appliance\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts, PairSide side) {
    return SiteCertificates.forSite(facts, side).judge(certificates -> judge(side, certificates));
  }

  private static Verdict judge(PairSide side, List<ApplianceCertificate> certificates) {
    if (certificates.isEmpty()) {
      return Verdict.violated(
          "certificates of the " + side.title() + ": none is for the site's name");
    }
    return Verdict.of(
        certificates.stream().anyMatch(ApplianceCertificate::privateKey),
        "the " + side.title() + " has a certificate for the site's name",
        "certificates of the "
            + side.title()
            + ": the private key of that for the site's name is not there");
  }
}
