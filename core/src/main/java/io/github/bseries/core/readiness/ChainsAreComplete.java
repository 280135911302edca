// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

/** Clients trust a certificate only through all that stand between it and its root. */
final class ChainsAreComplete implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "certificates.chains-are-complete",
          Severity.WARNING,
          "All certificates up to the root are there for the site's name, on both appliances",
          "Ask the certificate authority for the missing ones, and import them: /appliance >"
              + " Security > Certificates.",
          "S2 \"Recover Certificates\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return SiteCertificates.judgeEach(facts, SiteCertificates::judgeChain);
  }
}
