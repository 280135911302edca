// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.PairSide;

/** Clients refuse a certificate that has expired. */
final class BackupCertificateIsValid implements BackupRule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
          "certificates.backup-is-valid",
          "A certificate for the site's name that has its private key has not expired on the"
              + " appliance that would become primary",
          "Get a new certificate, and import it with its private key and chain on both appliances:"
              + " /appliance > Security > Certificates.",
          "ours, after S1 \"Replicate SSL Certificate Configuration on the Backup B Series"
              + " Appliance\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts, PairSide side) {
    return isYetToBecomeValid(facts, side)
        ? Verdict.violated(side.title() + ": shows a certificate that is not valid yet")
        : judgeEnd(facts, side);
  }

  private static boolean isYetToBecomeValid(PairFacts facts, PairSide side) {
    return facts
        .certificateForSite(side)
        .flatMap(look -> SiteCertificates.shown(side, look))
        .fold(
            shown ->
                facts.moment().isBefore(shown.value().validUntil())
                    && !shown.value().isValidAt(facts.moment()),
            missing -> false);
  }

  private static Verdict judgeEnd(PairFacts facts, PairSide side) {
    return SiteCertificates.judgeAny(
        facts,
        side,
        it ->
            Verdict.of(
                it.privateKey() && facts.moment().isBefore(it.expiration()),
                it.issuedTo() + " is valid until " + it.expiration(),
                it.issuedTo()
                    + (it.privateKey()
                        ? " expired at " + it.expiration()
                        : " is there without its private key")));
  }
}
