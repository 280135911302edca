// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.backup.CertificateCopy;
import io.github.bseries.core.backup.RecoveryKit;
import io.github.bseries.core.pair.CertificateLook;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.ShownCertificate;
import java.util.ArrayList;
import java.util.List;

/** Clients connect to a new appliance only if it shows the certificate that they know. */
final class CertificatesAreSaved implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "kit.certificates-are-saved",
          Severity.WARNING,
          "The certificates that are in use are saved as p12 with private key and chain, under a"
              + " passphrase that somebody knows",
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
    return facts
        .declaredPair()
        .judge(
            pair ->
                KitParts.<CertificateCopy>judge(
                    facts,
                    "certificates",
                    RecoveryKit::certificates,
                    copy ->
                        KitParts.judgeMade(
                            facts, "certificates", copy.savedAt(), () -> judge(facts, copy))));
  }

  private static Verdict judge(PairFacts facts, CertificateCopy copy) {
    List<Verdict> verdicts = new ArrayList<>();
    verdicts.add(
        Verdict.of(copy.p12(), "certificates: saved as p12", "certificates: not saved as p12"));
    verdicts.add(
        Verdict.of(
            copy.isComplete(),
            "certificates: saved with private key and chain",
            "certificates: private key, chain or the certificate itself is not in the file"));
    verdicts.add(KitParts.judgeProtection("certificates", copy.passphrase()));
    for (PairSide side : PairSide.values()) {
      facts
          .certificateForSite(side)
          .flatMap(look -> SiteCertificates.shown(side, look))
          .map(CertificateLook.Shown::own)
          .fold(shown -> verdicts.add(isIn(copy, side, shown.value())), notSeen -> false);
    }
    return Verdict.all(verdicts);
  }

  /** A file that is older than the certificate which is shown now holds another one. */
  private static Verdict isIn(CertificateCopy copy, PairSide side, ShownCertificate shown) {
    return Verdict.of(
        !copy.savedAt().isBefore(shown.validFrom()),
        "certificates: saved since the one of the " + side.title() + " is valid",
        "certificates: saved "
            + copy.savedAt()
            + ", before the one that the "
            + side.title()
            + " shows was valid, "
            + shown.validFrom());
  }
}
