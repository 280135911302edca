// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.backup.CertificateCopy;
import io.github.bseries.core.backup.RecoveryKit;
import java.util.List;

/** Clients connect to a new appliance only if it shows the certificate that they know. */
final class CertificatesAreSaved implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "kit.certificates-are-saved",
          Severity.WARNING,
          "The certificates are saved as p12 with private key and chain, under a passphrase that"
              + " somebody knows",
          "Export them under /appliance > Security > Certificates with Include Certificate, Include"
              + " Private Key, Include Certificate Chain and a Passphrase, and write down who knows"
              + " it.",
          "S2 \"Back Up Certificates\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return KitParts.<CertificateCopy>judge(
        facts,
        "certificates",
        RecoveryKit::certificates,
        copy ->
            Verdict.all(
                List.of(
                    Verdict.of(
                        copy.p12(), "certificates: saved as p12", "certificates: not saved as p12"),
                    Verdict.of(
                        copy.isComplete(),
                        "certificates: saved with private key and chain",
                        "certificates: private key, chain or the certificate itself is not in the"
                            + " file"),
                    KitParts.judgeProtection("certificates", copy.passphrase()))));
  }
}
