// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.ApplianceCertificate;
import java.util.List;

/** Clients that ask for no name, or for one that is not known, are shown the default. */
final class OneCertificateIsDefault implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "certificates.one-is-default",
          Severity.WARNING,
          "Exactly one certificate is the default on each appliance",
          "Click the button under Default of the site's certificate: /appliance > Security >"
              + " Certificates.",
          "S1 \"Replicate SSL Certificate Configuration on the Backup B Series Appliance\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return EachSide.judge(
        side ->
            SiteCertificates.all(facts, side)
                .judge(
                    certificates -> {
                      List<String> defaults =
                          certificates.stream()
                              .filter(ApplianceCertificate::defaultCertificate)
                              .map(ApplianceCertificate::issuedTo)
                              .toList();
                      String text =
                          "default of the "
                              + side.title()
                              + ": "
                              + (defaults.isEmpty() ? "none" : String.join(" and ", defaults));
                      return Verdict.of(defaults.size() == 1, text, text);
                    }));
  }
}
