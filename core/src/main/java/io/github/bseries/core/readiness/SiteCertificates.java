// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.ApplianceCertificate;
import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.pair.CertificateLook;
import io.github.bseries.core.pair.ChainEnd;
import io.github.bseries.core.pair.DeclaredFacts;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.ShownCertificate;
import java.util.List;
import java.util.function.Function;

/**
 * What the rules about certificates share: which of them are for the name of the site.
 *
 * <p>What was seen comes before what was declared. Where nobody looked, or nothing answered, as
 * when a primary is lost, the declaration stands in. Where something answered without showing a
 * certificate, nothing is known.
 */
final class SiteCertificates {

  private SiteCertificates() {}

  /** Returns all server certificates that are declared of this side. */
  static Fact<List<ApplianceCertificate>> all(PairFacts facts, PairSide side) {
    return facts.attested(side, "certificates", DeclaredFacts::certificates);
  }

  /** Returns those of this side that are for the name of the site; may be empty. */
  static Fact<List<ApplianceCertificate>> forSite(PairFacts facts, PairSide side) {
    return facts
        .certificateForSite(side)
        .fold(
            look -> shownForSite(facts, side, look.value()),
            nobodyLooked -> declaredForSite(facts, side));
  }

  private static Fact<List<ApplianceCertificate>> shownForSite(
      PairFacts facts, PairSide side, CertificateLook look) {
    return shown(side, look)
        .with(
            facts.declaredPair().map(AppliancePair::siteHostName),
            (shown, site) ->
                shown.own().nameFor(site).isPresent() ? List.of(asOnPage(shown)) : List.of());
  }

  /** Returns whether something answered when somebody looked what this side shows for the site. */
  static boolean isLookedAt(PairFacts facts, PairSide side) {
    return facts.certificateForSite(side).fold(look -> true, nobodyLooked -> false);
  }

  /** Returns what was seen to be shown, if it was. */
  static Fact<CertificateLook.Shown> shown(PairSide side, CertificateLook look) {
    return look.fold(
        Fact::known,
        failed ->
            Fact.missing("certificate that the " + side.title() + " shows: " + failed.reason()));
  }

  /** The handshake proves the private key; the page would tell the rest in the same words. */
  private static ApplianceCertificate asOnPage(CertificateLook.Shown shown) {
    ShownCertificate own = shown.own();
    return new ApplianceCertificate(
        own.fingerprint(),
        own.issuedTo(),
        own.issuedBy(),
        shown.validUntil(),
        own.alternativeNames(),
        true,
        shown.end() != ChainEnd.ISSUER_MISSING,
        false,
        false);
  }

  /** Returns those that are declared of this side for the name of the site; may be empty. */
  static Fact<List<ApplianceCertificate>> declaredForSite(PairFacts facts, PairSide side) {
    return all(facts, side)
        .with(
            facts.declaredPair().map(AppliancePair::siteHostName),
            (certificates, site) -> certificates.stream().filter(it -> covers(it, site)).toList());
  }

  /** Returns whether all certificates up to the root are there. */
  static Verdict judgeChain(ApplianceCertificate certificate) {
    return Verdict.of(
        certificate.chainComplete(),
        certificate.issuedTo() + " has its chain",
        certificate.issuedTo() + " lacks a part of its chain");
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
        ? ShownCertificate.isNameFor(certificate.issuedTo(), host)
        : names.stream().anyMatch(name -> ShownCertificate.isNameFor(name, host));
  }
}
