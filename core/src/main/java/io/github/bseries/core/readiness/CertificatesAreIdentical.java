// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.ApplianceCertificate;
import io.github.bseries.core.pair.Fingerprint;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.ShownCertificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Clients connect to the new primary only if it shows the certificate that they know. */
final class CertificatesAreIdentical implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
          "certificates.are-identical",
          "Both appliances have the same certificate for the site's name, and show the same chain",
          "Export the certificate with private key and chain from the primary (/appliance >"
              + " Security > Certificates, Export), and import it on the backup.",
          "S1 \"Replicate SSL Certificate Configuration on the Backup B Series Appliance\"");

  private static final String NO_FINGERPRINT =
      "fingerprint of a certificate for the site's name: not declared";

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return Verdict.all(List.of(judgeOwn(facts), judgeChains(facts)));
  }

  /** Where both were seen, what they show up to the root must be the same too. */
  private static Verdict judgeChains(PairFacts facts) {
    return shownChain(facts, PairSide.NORMAL_PRIMARY)
        .with(
            shownChain(facts, PairSide.NORMAL_BACKUP),
            (one, other) ->
                Verdict.of(
                    one.equals(other),
                    "both show the same chain",
                    "normal primary shows "
                        + one.size()
                        + " of its chain, normal backup "
                        + other.size()
                        + ", and they are not the same"))
        .fold(Fact.Known::value, missing -> Verdict.passed("no two chains were seen"));
  }

  /** What was shown, without a root: clients have that, so it need not be shown. */
  private static Fact<List<Fingerprint>> shownChain(PairFacts facts, PairSide side) {
    return facts
        .certificateForSite(side)
        .flatMap(look -> SiteCertificates.shown(side, look))
        .map(
            shown ->
                Stream.concat(
                        Stream.of(shown.own()),
                        shown.chain().stream().skip(1).filter(it -> !it.selfSigned()))
                    .map(ShownCertificate::fingerprint)
                    .toList());
  }

  private static Verdict judgeOwn(PairFacts facts) {
    boolean primarySeen = SiteCertificates.isLookedAt(facts, PairSide.NORMAL_PRIMARY);
    boolean backupSeen = SiteCertificates.isLookedAt(facts, PairSide.NORMAL_BACKUP);
    return SiteCertificates.forSite(facts, PairSide.NORMAL_PRIMARY)
        .with(
            SiteCertificates.forSite(facts, PairSide.NORMAL_BACKUP),
            primarySeen != backupSeen
                ? CertificatesAreIdentical::compareSeenAndDeclared
                : primarySeen
                    ? CertificatesAreIdentical::compareSeen
                    : CertificatesAreIdentical::compare)
        .judge(verdict -> verdict);
  }

  /** Both were seen: the fingerprints tell it all, and what else is shown with them does not. */
  private static Verdict compareSeen(
      List<ApplianceCertificate> ofPrimary, List<ApplianceCertificate> ofBackup) {
    return digests(ofPrimary).equals(digests(ofBackup)) && !ofPrimary.isEmpty()
        ? Verdict.passed("both have " + told(ofPrimary))
        : compare(ofPrimary, ofBackup);
  }

  /** One was seen and the other typed in, so that only the fingerprints can be compared. */
  private static Verdict compareSeenAndDeclared(
      List<ApplianceCertificate> ofPrimary, List<ApplianceCertificate> ofBackup) {
    Set<Fingerprint> one = Set.copyOf(digests(ofPrimary));
    Set<Fingerprint> other = Set.copyOf(digests(ofBackup));
    if (one.stream().anyMatch(other::contains)) {
      return Verdict.passed("both have " + told(ofPrimary));
    }
    boolean all = one.size() == ofPrimary.size() && other.size() == ofBackup.size();
    return ofPrimary.isEmpty() && ofBackup.isEmpty()
        ? Verdict.notJudged("neither side has a certificate for the site's name")
        : all || ofPrimary.isEmpty() || ofBackup.isEmpty()
            ? Verdict.violated(
                "normal primary has " + told(ofPrimary) + ", normal backup has " + told(ofBackup))
            : Verdict.notJudged(NO_FINGERPRINT);
  }

  private static Verdict compare(
      List<ApplianceCertificate> ofPrimary, List<ApplianceCertificate> ofBackup) {
    if (ofPrimary.isEmpty() && ofBackup.isEmpty()) {
      return Verdict.notJudged("neither side has a certificate for the site's name");
    }
    if (!Set.copyOf(withoutDigest(ofPrimary)).equals(Set.copyOf(withoutDigest(ofBackup)))) {
      return Verdict.violated(
          "normal primary has " + told(ofPrimary) + ", normal backup has " + told(ofBackup));
    }
    List<Fingerprint> one = digests(ofPrimary);
    List<Fingerprint> other = digests(ofBackup);
    if (one.size() < ofPrimary.size() || other.size() < ofBackup.size()) {
      return Verdict.notJudged(NO_FINGERPRINT);
    }
    return Verdict.of(
        Set.copyOf(one).equals(Set.copyOf(other)),
        "both have " + told(ofPrimary),
        "the fingerprints differ of " + told(ofPrimary));
  }

  /** What can be compared even where somebody left the fingerprint out. */
  private static List<String> withoutDigest(List<ApplianceCertificate> certificates) {
    return certificates.stream()
        .map(
            it ->
                it.issuedTo()
                    + " of "
                    + it.issuedBy()
                    + " until "
                    + it.expiration()
                    + (it.privateKey() ? "" : " without its private key"))
        .toList();
  }

  private static List<Fingerprint> digests(List<ApplianceCertificate> certificates) {
    return certificates.stream().flatMap(it -> Stream.ofNullable(it.fingerprint())).toList();
  }

  private static String told(List<ApplianceCertificate> certificates) {
    return certificates.isEmpty()
        ? "none for the site's name"
        : String.join(" and ", withoutDigest(certificates));
  }
}
