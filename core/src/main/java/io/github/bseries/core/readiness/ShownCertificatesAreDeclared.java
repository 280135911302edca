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
    Fact<List<ApplianceCertificate>> all = SiteCertificates.all(facts, side);
    Fact<Declared> forSite =
        SiteCertificates.declaredForSite(facts, side)
            .with(all, (those, every) -> new Declared(those, fingerprints(every)));
    Fact<Declared> byDefault =
        all.map(every -> every.stream().filter(ApplianceCertificate::defaultCertificate).toList())
            .map(those -> new Declared(those, fingerprints(those)));
    return Verdict.all(
        List.of(
            judge(side, "for the site", facts.certificateForSite(side), forSite),
            judge(side, "by default", facts.certificateWithoutName(side), byDefault)));
  }

  /**
   * What a certificate that is shown is looked for in.
   *
   * @param those the certificates that it should be one of
   * @param fingerprints all under which it counts as declared. For which names it was declared is
   *     another matter
   */
  private record Declared(List<ApplianceCertificate> those, List<Fingerprint> fingerprints) {}

  private static Verdict judge(
      PairSide side, String which, Fact<CertificateLook> look, Fact<Declared> declared) {
    String before = side.title() + " shows " + which + " ";
    return look.flatMap(it -> SiteCertificates.shown(side, it))
        .with(declared, (shown, those) -> compare(before, shown.own(), those))
        .judge(verdict -> verdict);
  }

  private static Verdict compare(String before, ShownCertificate shown, Declared declared) {
    String text = before + shown.issuedTo() + " of " + shown.issuedBy();
    if (declared.fingerprints().contains(shown.fingerprint())) {
      return Verdict.passed(text);
    }
    return fingerprints(declared.those()).size() < declared.those().size()
        ? Verdict.notJudged(text + "; fingerprint of the declared one: not declared")
        : Verdict.violated(
            text + " with the fingerprint " + shown.fingerprint() + ", which is not declared");
  }

  private static List<Fingerprint> fingerprints(List<ApplianceCertificate> certificates) {
    return certificates.stream()
        .map(ApplianceCertificate::fingerprint)
        .filter(Objects::nonNull)
        .toList();
  }
}
