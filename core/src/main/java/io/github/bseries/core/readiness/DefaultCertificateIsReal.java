// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.ApplianceCertificate;
import io.github.bseries.core.pair.CertificateLook;
import io.github.bseries.core.pair.ChainEnd;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.ShownCertificate;
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
            facts
                .certificateWithoutName(side)
                .fold(
                    look ->
                        SiteCertificates.shown(side, look.value())
                            .judge(shown -> judge(facts, side, shown)),
                    nobodyLooked -> declared(facts, side)));
  }

  private static Verdict declared(PairFacts facts, PairSide side) {
    return SiteCertificates.all(facts, side)
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
            });
  }

  /** Who is signed by a trusted root is not of the factory; of others only the page tells. */
  private static Verdict judge(PairFacts facts, PairSide side, CertificateLook.Shown shown) {
    ShownCertificate own = shown.own();
    String text = "default of the " + side.title() + ": " + own.issuedTo();
    if (own.selfSigned()) {
      return Verdict.violated(text + ", self-signed");
    }
    if (shown.end() == ChainEnd.TRUSTED) {
      return Verdict.passed(text);
    }
    return SiteCertificates.all(facts, side)
        .flatMap(
            declared ->
                declared.stream()
                    .filter(it -> own.fingerprint().equals(it.fingerprint()))
                    .findFirst()
                    .map(Fact::known)
                    .orElseGet(
                        () -> Fact.missing(text + ", which is not trusted, and not declared")))
        .judge(it -> judge(side, it));
  }

  private static Verdict judge(PairSide side, ApplianceCertificate certificate) {
    String text = "default of the " + side.title() + ": " + certificate.issuedTo();
    if (certificate.factory()) {
      return Verdict.violated(text + ", from the factory");
    }
    return Verdict.of(!certificate.isSelfSigned(), text, text + ", self-signed");
  }
}
