// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.pair.PairSide.NORMAL_PRIMARY;
import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.Appliance;
import io.github.bseries.core.pair.CertificateComparison;
import io.github.bseries.core.pair.CertificateLook;
import io.github.bseries.core.pair.ChainEnd;
import io.github.bseries.core.pair.HandshakeFailure;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.ShownCertificate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is seen of certificates is believed before what the well-kept pair declares of them. */
class SeenBeforeDeclaredTest {

  private static final Rule IDENTICAL = new CertificatesAreIdentical();
  private static final Rule COVERS = new BackupCoversSiteName();
  private static final Rule VALID = new BackupCertificateIsValid();
  private static final Rule DEFAULT = new DefaultCertificateIsReal();

  private static PairFacts backupShows(ShownCertificate certificate) {
    return backupShows(certificate, ChainEnd.TRUSTED);
  }

  private static PairFacts backupShows(ShownCertificate certificate, ChainEnd end) {
    return ShownCertificates.facts(NORMAL_BACKUP, ShownCertificates.shown(certificate, end));
  }

  private static PairFacts failed(PairSide side, HandshakeFailure failure) {
    return ShownCertificates.facts(side, ShownCertificates.failed(failure));
  }

  private static PairFacts withoutDeclared(PairFacts facts) {
    return facts.toBuilder()
        .pair(WellKept.pair().withNormalBackup(Appliance.at("site2.example.com")))
        .build();
  }

  @Test
  void a_different_certificate_is_found_though_both_declare_the_same() {
    violates(
        IDENTICAL,
        backupShows(ShownCertificates.certificate("ab")),
        "the fingerprints differ of *.example.com");
    assertThat(
            RuleBook.standard()
                .judge(backupShows(ShownCertificates.certificate("ab")))
                .canSwitchOver())
        .isFalse();
  }

  @Test
  void the_same_certificate_with_another_chain_is_not_identical() {
    CertificateLook.Shown alone = ShownCertificates.good();
    CertificateLook withAuthority =
        new CertificateLook.Shown(
            alone.at(),
            List.of(alone.own(), ShownCertificates.until(WellKept.NOW.plusSeconds(60))),
            ChainEnd.TRUSTED);

    violates(
        IDENTICAL, ShownCertificates.facts(NORMAL_BACKUP, withAuthority), "they are not the same");
  }

  @Test
  void the_same_certificate_is_seen_though_nobody_declared_one() {
    passes(IDENTICAL, withoutDeclared(WellKept.facts()), "both have *.example.com");
    passes(COVERS, withoutDeclared(WellKept.facts()), "for the site's name");
  }

  @Test
  void one_that_is_seen_is_compared_with_the_declared_one_of_a_lost_side() {
    PairFacts lost = failed(NORMAL_PRIMARY, HandshakeFailure.SILENT);
    CertificateComparison seen =
        new CertificateComparison(
            "support.example.com",
            ShownCertificates.twice(ShownCertificates.failed(HandshakeFailure.SILENT)),
            ShownCertificates.twice(
                ShownCertificates.shown(ShownCertificates.certificate("ab"), ChainEnd.TRUSTED)));

    passes(IDENTICAL, lost, "both have *.example.com");
    violates(IDENTICAL, lost.toBuilder().certificates(seen).build(), "normal backup has");
    lacks(
        IDENTICAL,
        WellKept.factsWith(
                NORMAL_PRIMARY,
                declared -> declared.certificates(WellKept.said(List.of(Certificates.with(null)))))
            .toBuilder()
            .certificates(seen)
            .build(),
        "fingerprint of a certificate for the site's name: not declared");
  }

  @ParameterizedTest
  @EnumSource(HandshakeFailure.class)
  void what_answers_without_a_certificate_is_never_fine(HandshakeFailure failure) {
    PairFacts facts = failed(NORMAL_BACKUP, failure);

    if (failure.answered()) {
      lacks(COVERS, facts, "certificate that the normal backup shows: " + failure.title());
      lacks(IDENTICAL, facts, failure.title());
      lacks(DEFAULT, facts, failure.title());
    } else {
      passes(COVERS, facts, "for the site's name");
    }
  }

  @Test
  void one_for_another_name_does_not_cover_the_site() {
    violates(COVERS, backupShows(ShownCertificates.forNames("other.example.org")), "none is for");
  }

  @Test
  void a_common_name_covers_nothing() {
    violates(COVERS, backupShows(ShownCertificates.forNames()), "none is for");
  }

  @Test
  void one_whose_time_is_over_or_has_not_come_is_not_valid() {
    violates(VALID, backupShows(ShownCertificates.until(NOW)), "expired at");
    violates(VALID, backupShows(ShownCertificates.from(NOW.plusSeconds(1))), "not valid yet");
    passes(VALID, backupShows(ShownCertificates.until(NOW.plusSeconds(1))), "is valid until");
  }

  @Test
  void one_above_it_whose_time_is_over_makes_it_invalid() {
    CertificateLook chain =
        new CertificateLook.Shown(
            NOW,
            List.of(ShownCertificates.certificate("cd"), ShownCertificates.until(NOW)),
            ChainEnd.TRUSTED);

    violates(VALID, ShownCertificates.facts(NORMAL_BACKUP, chain), "expired at");
  }

  @Test
  void one_that_ends_soon_is_told() {
    violates(
        new CertificatesLastLongEnough(),
        backupShows(ShownCertificates.until(NOW.plus(Duration.ofDays(3)))),
        "must be until");
  }

  @Test
  void a_missing_issuer_breaks_the_chain_and_an_untrusted_root_does_not() {
    Rule rule = new ChainsAreComplete();
    ShownCertificate it = ShownCertificates.certificate("cd");

    violates(rule, backupShows(it, ChainEnd.ISSUER_MISSING), "lacks a part of its chain");
    passes(rule, backupShows(it, ChainEnd.UNTRUSTED_ROOT), "has its chain");
  }

  @Test
  void a_self_signed_default_is_not_real_whatever_is_declared() {
    violates(
        DEFAULT,
        backupShows(ShownCertificates.selfSigned(), ChainEnd.TRUSTED),
        "default of the normal backup: *.example.com, self-signed");
  }

  @Test
  void an_untrusted_default_is_judged_by_what_is_declared_of_it() {
    ShownCertificate known = ShownCertificates.certificate("cd");
    PairFacts factory =
        WellKept.factsWith(
                NORMAL_BACKUP,
                declared ->
                    declared.certificates(
                        WellKept.said(List.of(Certificates.flags(true, true, true, true)))))
            .toBuilder()
            .certificates(backupShows(known, ChainEnd.ISSUER_MISSING).certificates())
            .build();

    passes(DEFAULT, backupShows(known, ChainEnd.ISSUER_MISSING), "default of the normal backup");
    violates(DEFAULT, factory, "from the factory");
    lacks(
        DEFAULT,
        backupShows(ShownCertificates.certificate("ab"), ChainEnd.ISSUER_MISSING),
        "not trusted, and not declared");
  }

  @Test
  void a_look_that_is_too_old_or_for_another_site_does_not_count() {
    CertificateComparison it = ShownCertificates.comparison();
    PairFacts facts = backupShows(ShownCertificates.certificate("ab"));

    assertThat(Looks.later(facts, Duration.ofMinutes(5)).certificateWithoutName(NORMAL_BACKUP))
        .isInstanceOf(Fact.Missing.class);
    assertThat(
            facts.toBuilder()
                .certificates(
                    new CertificateComparison("other.example.com", it.primary(), it.backup()))
                .build()
                .certificateForSite(NORMAL_BACKUP))
        .isEqualTo(Fact.missing("the certificates were looked at for other.example.com"));
  }

  @Test
  void a_lost_primary_blocks_no_takeover() {
    PairFacts facts =
        Looks.primaryLost().toBuilder()
            .history(WellKept.facts().history())
            .certificates(failed(NORMAL_PRIMARY, HandshakeFailure.NO_CONNECTION).certificates())
            .build();

    assertThat(RuleBook.standard().judge(facts).blockersOf(Procedure.TAKEOVER)).isEmpty();
  }
}
