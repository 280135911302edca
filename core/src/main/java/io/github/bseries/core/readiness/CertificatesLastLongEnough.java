// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import java.time.Instant;

/** There must be time to get a new one, and to bring it to both appliances. */
final class CertificatesLastLongEnough implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "certificates.last-long-enough",
          Severity.WARNING,
          "The certificates for the site's name are valid for a while yet",
          "Get a new certificate in time, and import it with its private key and chain on both"
              + " appliances: /appliance > Security > Certificates.",
          "ours, after S1 \"Replicate SSL Certificate Configuration on the Backup B Series"
              + " Appliance\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    Instant needed = facts.moment().plus(facts.policy().shortestCertificateLife());
    return SiteCertificates.judgeEach(
        facts,
        it -> {
          String text =
              it.issuedTo() + " is valid until " + it.expiration() + ", must be until " + needed;
          return Verdict.of(!it.expiration().isBefore(needed), text, text);
        });
  }
}
