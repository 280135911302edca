// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.ApplianceCertificate;
import io.github.bseries.core.pair.CertificateLook;
import io.github.bseries.core.pair.Fingerprint;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.ShownCertificate;
import java.util.List;
import java.util.Objects;

/** What is declared stands in for a side that cannot be looked at, so it must be true. */
final class ShownCertificatesAreDeclared implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "certificates.shown-are-declared",
          Severity.WARNING,
          "The certificates that both appliances show are those that were declared",
          "Find out who changed the certificate. Then declare it anew, with its fingerprint:"
              + " /appliance > Security > Certificates.",
          "ours, after S1 \"Replicate SSL Certificate Configuration on the Backup B Series"
              + " Appliance\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return EachSide.judge(side -> judge(facts, side));
  }

  private static Verdict judge(PairFacts facts, PairSide side) {
    Verdict forSite =
        judge(
            side,
            "for the site",
            facts.certificateForSite(side),
            SiteCertificates.declaredForSite(facts, side));
    Verdict withoutName =
        judge(
            side,
            "by default",
            facts.certificateWithoutName(side),
            SiteCertificates.all(facts, side)
                .map(
                    all -> all.stream().filter(ApplianceCertificate::defaultCertificate).toList()));
    return Verdict.all(List.of(forSite, withoutName));
  }

  private static Verdict judge(
      PairSide side,
      String which,
      Fact<CertificateLook> look,
      Fact<List<ApplianceCertificate>> declared) {
    String before = side.title() + " shows " + which + " ";
    return look.flatMap(it -> SiteCertificates.shown(side, it))
        .with(declared, (shown, those) -> compare(before, shown.own(), those))
        .judge(verdict -> verdict);
  }

  private static Verdict compare(
      String before, ShownCertificate shown, List<ApplianceCertificate> declared) {
    List<Fingerprint> fingerprints =
        declared.stream().map(ApplianceCertificate::fingerprint).filter(Objects::nonNull).toList();
    String text = before + shown.issuedTo() + " of " + shown.issuedBy();
    if (fingerprints.contains(shown.fingerprint())) {
      return Verdict.passed(text);
    }
    return fingerprints.size() < declared.size()
        ? Verdict.notJudged(text + "; fingerprint of the declared one: not declared")
        : Verdict.violated(
            text + " with the fingerprint " + shown.fingerprint() + ", which is not declared");
  }
}
