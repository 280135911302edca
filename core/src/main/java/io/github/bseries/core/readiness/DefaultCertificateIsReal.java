// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.ApplianceCertificate;
import io.github.bseries.core.pair.PairSide;
import java.util.List;

/** Neither the certificate of the factory nor a self-signed one may be the default. */
final class DefaultCertificateIsReal implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "certificates.default-is-real",
          Severity.WARNING,
          "The default certificate is neither self-signed nor that of the factory",
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
                      List<Verdict> defaults =
                          certificates.stream()
                              .filter(ApplianceCertificate::defaultCertificate)
                              .map(it -> judge(side, it))
                              .toList();
                      return defaults.isEmpty()
                          ? Verdict.notJudged("default of the " + side.title() + ": none")
                          : Verdict.all(defaults);
                    }));
  }

  private static Verdict judge(PairSide side, ApplianceCertificate certificate) {
    String text = "default of the " + side.title() + ": " + certificate.issuedTo();
    if (certificate.factory()) {
      return Verdict.violated(text + ", from the factory");
    }
    return Verdict.of(!certificate.isSelfSigned(), text, text + ", self-signed");
  }
}
