// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.ShownCertificates.certificate;
import static io.github.bseries.core.readiness.ShownCertificates.good;
import static io.github.bseries.core.readiness.ShownCertificates.selfSigned;
import static io.github.bseries.core.readiness.ShownCertificates.shown;
import static io.github.bseries.core.readiness.ShownCertificates.twice;
import static io.github.bseries.core.readiness.WellKept.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.CertificateComparison;
import io.github.bseries.core.pair.CertificateLook;
import io.github.bseries.core.pair.ChainEnd;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.ShownCertificate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands between the certificate of the site and its root decides whether clients connect. */
class ShownChainsTest {

  private static final CertificateLook WHOLE = chain(certificate("cd"), certificate("ab"));

  @Test
  void a_backup_without_the_chain_of_the_primary_blocks_a_takeover() {
    PairFacts facts = pair(WHOLE, shown(certificate("cd"), ChainEnd.ISSUER_MISSING));

    violates(new BackupChainIsComplete(), facts, "*.example.com lacks a part of its chain");
    violates(new OneSideCanTakeOver(), facts, "lacks a part of its chain");
    violates(
        new CertificatesAreIdentical(),
        facts,
        "normal primary shows 2 of its chain, normal backup");
    assertThat(RuleBook.standard().judge(facts).blockersOf(Procedure.TAKEOVER)).isNotEmpty();
  }

  @Test
  void a_chain_that_is_declared_incomplete_blocks_it_too() {
    violates(
        new BackupChainIsComplete(),
        Certificates.facts(PairSide.NORMAL_BACKUP, Certificates.flags(true, false, true, false)),
        "lacks a part of its chain");
    passes(
        new BackupChainIsComplete(),
        Certificates.facts(PairSide.NORMAL_PRIMARY, Certificates.flags(true, false, true, false)),
        "normal backup: *.example.com has its chain");
    lacks(
        new BackupChainIsComplete(),
        Certificates.facts(PairSide.NORMAL_BACKUP),
        "none is for the site's name");
  }

  @Test
  void a_root_that_only_one_of_them_shows_makes_no_difference() {
    passes(
        new CertificatesAreIdentical(),
        pair(WHOLE, chain(certificate("cd"), certificate("ab"), selfSigned())),
        "both have *.example.com");
    violates(
        new CertificatesAreIdentical(),
        pair(WHOLE, chain(certificate("cd"), certificate("ef"))),
        "they are not the same");
  }

  @Test
  void a_self_signed_certificate_is_for_the_time_being() {
    violates(
        new CertificatesAreFromAnAuthority(),
        pair(
            shown(selfSigned(), ChainEnd.UNTRUSTED_ROOT),
            shown(selfSigned(), ChainEnd.UNTRUSTED_ROOT)),
        "normal primary: *.example.com is self-signed");
    violates(
        new CertificatesAreFromAnAuthority(),
        pair(good(), shown(certificate("cd"), ChainEnd.UNTRUSTED_ROOT)),
        "normal backup: *.example.com ends at a root that is not trusted");
    lacks(
        new CertificatesAreFromAnAuthority(),
        pair(good(), shown(certificate("cd"), ChainEnd.ISSUER_MISSING)),
        "ends at a certificate whose issuer is missing");
    violates(
        new CertificatesAreFromAnAuthority(),
        Certificates.facts(PairSide.NORMAL_BACKUP, Certificates.from("*.example.com")),
        "normal backup: *.example.com is self-signed");
  }

  private static CertificateLook chain(ShownCertificate... certificates) {
    return new CertificateLook.Shown(
        NOW.minusSeconds(2), Stream.of(certificates).toList(), ChainEnd.TRUSTED);
  }

  private static PairFacts pair(CertificateLook primary, CertificateLook backup) {
    return WellKept.facts().toBuilder()
        .certificates(
            new CertificateComparison("support.example.com", twice(primary), twice(backup)))
        .build();
  }
}
