// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import java.util.regex.Pattern;

/**
 * It is renewed by the appliance to which the name of the site leads, so the other one is left with
 * the old one.
 */
final class NotFromLetsEncrypt implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "certificates.not-from-lets-encrypt",
          Severity.WARNING,
          "No certificate for the site's name is from Let's Encrypt",
          "Get a certificate from another authority, and import it on both appliances.",
          "S1 \"Replicate SSL Certificate Configuration on the Backup B Series Appliance\"; the"
              + " names of its certificates are assumed");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return SiteCertificates.judgeEach(
        facts,
        it ->
            Verdict.of(
                !isLetsEncrypt(it.issuedBy()),
                it.issuedTo() + " is from " + it.issuedBy(),
                it.issuedTo() + " is from " + it.issuedBy() + ", which is Let's Encrypt"));
  }

  /** The short names of the certificates with which it signs, such as R11, E6 and YR2. */
  private static final Pattern SIGNER = Pattern.compile("(?:CN=)?Y?[ER]\\d{1,2}");

  private static final Pattern NAME = Pattern.compile("(?iu)let['’]?s[ -]?encrypt");

  private static boolean isLetsEncrypt(String issuer) {
    return NAME.matcher(issuer).find() || SIGNER.matcher(issuer.strip()).matches();
  }
}
