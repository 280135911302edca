// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.WellKept.NOW;

import io.github.bseries.core.pair.ApplianceCertificate;
import io.github.bseries.core.pair.CertificateComparison;
import io.github.bseries.core.pair.CertificateLook;
import io.github.bseries.core.pair.ChainEnd;
import io.github.bseries.core.pair.Fingerprint;
import io.github.bseries.core.pair.HandshakeFailure;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.ShownCertificate;
import io.github.bseries.core.pair.SideCertificates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Certificates that are seen at a pair: those of the well-kept one, and others. */
final class ShownCertificates {

  private ShownCertificates() {}

  /** Returns what is seen at the well-kept pair. */
  static CertificateComparison comparison() {
    return new CertificateComparison("support.example.com", twice(good()), twice(good()));
  }

  /** Returns the facts of the well-kept pair with this look at one side, under both names. */
  static PairFacts facts(PairSide side, CertificateLook look) {
    return facts(side, twice(look));
  }

  /** Returns the facts of the well-kept pair with these looks at one side. */
  static PairFacts facts(PairSide side, SideCertificates looks) {
    CertificateComparison it = comparison();
    return WellKept.facts().toBuilder()
        .certificates(
            side == PairSide.NORMAL_PRIMARY
                ? new CertificateComparison(it.siteName(), looks, it.backup())
                : new CertificateComparison(it.siteName(), it.primary(), looks))
        .build();
  }

  static SideCertificates twice(CertificateLook look) {
    return new SideCertificates(look, look);
  }

  /** Returns a look that shows the declared certificate. */
  static CertificateLook.Shown good() {
    return shown(certificate("cd"), ChainEnd.TRUSTED);
  }

  static CertificateLook.Shown shown(ShownCertificate own, ChainEnd end) {
    return new CertificateLook.Shown(NOW.minusSeconds(2), List.of(own), end);
  }

  static CertificateLook failed(HandshakeFailure failure) {
    return new CertificateLook.NotShown(NOW.minusSeconds(2), failure, failure.title());
  }

  /** Returns a certificate like the declared one, with this pair of digits as fingerprint. */
  static ShownCertificate certificate(String digits) {
    ApplianceCertificate it = WellKept.certificate();
    return certificate(
        digits, it.issuedBy(), NOW.minus(Duration.ofDays(165)), it.expiration(), false);
  }

  static ShownCertificate until(Instant expiration) {
    return certificate("cd", "Example CA", NOW.minus(Duration.ofDays(400)), expiration, false);
  }

  static ShownCertificate from(Instant validFrom) {
    return certificate("cd", "Example CA", validFrom, NOW.plus(Duration.ofDays(200)), false);
  }

  static ShownCertificate selfSigned() {
    ShownCertificate it = certificate("ef");
    return certificate("ef", it.issuedTo(), it.validFrom(), it.expiration(), true);
  }

  static ShownCertificate issuedBy(String issuer) {
    ShownCertificate it = certificate("cd");
    return certificate("cd", issuer, it.validFrom(), it.expiration(), false);
  }

  static ShownCertificate forNames(String... names) {
    ShownCertificate it = certificate("cd");
    return new ShownCertificate(
        it.fingerprint(),
        it.publicKey(),
        it.issuedTo(),
        it.issuedBy(),
        it.validFrom(),
        it.expiration(),
        List.of(names),
        false);
  }

  private static ShownCertificate certificate(
      String digits, String issuedBy, Instant from, Instant until, boolean selfSigned) {
    return new ShownCertificate(
        new Fingerprint(digits.repeat(32)),
        new Fingerprint("12".repeat(32)),
        "*.example.com",
        issuedBy,
        from,
        until,
        List.of("*.example.com", "example.com"),
        selfSigned);
  }

  /** Returns whatever may be seen. */
  static Arbitrary<CertificateComparison> any() {
    Arbitrary<SideCertificates> sides =
        Combinators.combine(looks(), looks()).as(SideCertificates::new);
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.just("support.example.com")),
                Tuple.of(1, Arbitraries.just("other.example.com"))),
            sides,
            sides)
        .as(CertificateComparison::new);
  }

  private static Arbitrary<CertificateLook> looks() {
    Arbitrary<Instant> moments =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.just(NOW.minusSeconds(2))),
            Tuple.of(1, Arbitraries.of(NOW.minusSeconds(301), NOW.plusSeconds(61))));
    Arbitrary<ShownCertificate> certificates =
        Arbitraries.of(
            certificate("cd"),
            certificate("ab"),
            until(NOW),
            until(NOW.plus(Duration.ofDays(3))),
            from(NOW.plusSeconds(1)),
            selfSigned(),
            issuedBy("R11"),
            forNames("other.example.com"));
    Arbitrary<CertificateLook> shown =
        Combinators.combine(moments, certificates, Arbitraries.of(ChainEnd.class))
            .as((at, own, end) -> new CertificateLook.Shown(at, List.of(own), end));
    Arbitrary<CertificateLook> failed =
        Combinators.combine(moments, Arbitraries.of(HandshakeFailure.class))
            .as((at, failure) -> new CertificateLook.NotShown(at, failure, failure.title()));
    return Arbitraries.frequencyOf(Tuple.of(8, shown), Tuple.of(2, failed));
  }
}
