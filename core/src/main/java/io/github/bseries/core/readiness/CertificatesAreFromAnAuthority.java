// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.CertificateLook;
import io.github.bseries.core.pair.ChainEnd;
import io.github.bseries.core.pair.PairSide;

/** A self-signed certificate is meant for the time until one of an authority is there. */
final class CertificatesAreFromAnAuthority implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "certificates.from-an-authority",
          Severity.WARNING,
          "No certificate for the site's name is self-signed, or ends at a root that is not"
              + " trusted",
          "Get a certificate from a certificate authority, and import it on both appliances. If its"
              + " root is your own, have this client trust it.",
          "S2 \"Recover Certificates\"; that the trust of this client stands for that of users is"
              + " assumed");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return EachSide.judge(
        side ->
            facts
                .certificateForSite(side)
                .fold(
                    look ->
                        SiteCertificates.shown(side, look.value())
                            .judge(shown -> judge(side, shown)),
                    nobodyLooked -> declared(facts, side)));
  }

  private static Verdict judge(PairSide side, CertificateLook.Shown shown) {
    String text = side.title() + ": " + shown.own().issuedTo();
    if (shown.own().selfSigned()) {
      return Verdict.violated(text + " is self-signed");
    }
    return shown.end() == ChainEnd.ISSUER_MISSING
        ? Verdict.notJudged(text + " ends at " + shown.end().title())
        : Verdict.of(
            shown.end() == ChainEnd.TRUSTED,
            text + " ends at a trusted root",
            text + " ends at a root that is not trusted");
  }

  private static Verdict declared(PairFacts facts, PairSide side) {
    return SiteCertificates.judge(
        facts,
        side,
        certificates ->
            Verdict.all(
                certificates.stream()
                    .map(
                        it ->
                            Verdict.of(
                                !it.isSelfSigned(),
                                side.title() + ": " + it.issuedTo() + " is from " + it.issuedBy(),
                                side.title() + ": " + it.issuedTo() + " is self-signed"))
                    .toList()));
  }
}
