// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.ApplianceCertificate;
import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.pair.DeclaredFacts;
import io.github.bseries.core.pair.PairSide;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What the rules about certificates share: which of them are for the name of the site. */
final class SiteCertificates {

  private SiteCertificates() {}

  /** Returns all server certificates of this side. */
  static Fact<List<ApplianceCertificate>> all(PairFacts facts, PairSide side) {
    return facts.attested(side, "certificates", DeclaredFacts::certificates);
  }

  /** Returns those of this side that are for the name of the site; may be empty. */
  static Fact<List<ApplianceCertificate>> forSite(PairFacts facts, PairSide side) {
    return all(facts, side)
        .with(
            facts.declaredPair().map(AppliancePair::siteHostName),
            (certificates, site) -> certificates.stream().filter(it -> covers(it, site)).toList());
  }

  /** Returns the verdict on those of this side that are for the name of the site; there is one. */
  static Verdict judge(
      PairFacts facts, PairSide side, Function<List<ApplianceCertificate>, Verdict> judge) {
    return forSite(facts, side)
        .judge(
            certificates ->
                certificates.isEmpty()
                    ? Verdict.notJudged(
                        "certificates of the " + side.title() + ": none is for the site's name")
                    : judge.apply(certificates));
  }

  /** Returns one verdict on all certificates for the site's name, of both sides. */
  static Verdict judgeEach(PairFacts facts, Function<ApplianceCertificate, Verdict> judge) {
    return EachSide.judge(
        side ->
            judge(
                facts,
                side,
                certificates ->
                    onSide(side, Verdict.all(certificates.stream().map(judge).toList()))));
  }

  /**
   * Returns one verdict on this side: one of its certificates for the site's name must be right.
   * Which of several it shows is not documented.
   */
  static Verdict judgeAny(
      PairFacts facts, PairSide side, Function<ApplianceCertificate, Verdict> judge) {
    return judge(
        facts,
        side,
        certificates -> onSide(side, Verdict.any(certificates.stream().map(judge).toList())));
  }

  private static Verdict onSide(PairSide side, Verdict verdict) {
    String text = side.title() + ": " + verdict.because();
    return verdict.fold(
        passed -> Verdict.passed(text),
        violated -> Verdict.violated(text),
        notJudged -> Verdict.notJudged(text));
  }

  /**
   * Returns whether a certificate is for this host: by its alternative names, or, without any, by
   * whom it is issued to. A star stands for the whole left-most label and for nothing else (RFC
   * 6125, 6.4.3 and 6.4.4).
   */
  static boolean covers(ApplianceCertificate certificate, String host) {
    List<String> names = certificate.alternativeNames();
    return names.isEmpty()
        ? isName(certificate.issuedTo(), host)
        : names.stream().anyMatch(name -> isName(name, host));
  }

  private static boolean isName(String text, String host) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    int dot = host.indexOf('.');
    return name.equals(host)
        || (name.startsWith("*.") && dot > 0 && name.substring(1).equals(host.substring(dot)));
  }
}
