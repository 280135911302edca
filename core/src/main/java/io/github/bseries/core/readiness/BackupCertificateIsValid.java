// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

/** Clients refuse a certificate that has expired. */
final class BackupCertificateIsValid implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
          "certificates.backup-is-valid",
          "The certificate for the site's name has not expired on the appliance that would become"
              + " primary",
          "Get a new certificate, and import it with its private key and chain on both appliances:"
              + " /appliance > Security > Certificates.",
          "ours, after S1 \"Replicate SSL Certificate Configuration on the Backup B Series"
              + " Appliance\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return SiteCertificates.judgeBackup(
        facts,
        it ->
            Verdict.of(
                facts.moment().isBefore(it.expiration()),
                it.issuedTo() + " is valid until " + it.expiration(),
                it.issuedTo() + " expired at " + it.expiration()));
  }
}
