// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.WellKept.said;

import io.github.bseries.core.pair.ApplianceCertificate;
import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.pair.Fingerprint;
import io.github.bseries.core.pair.PairSide;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Other certificates than those of the well-kept pair. */
final class Certificates {

  private Certificates() {}

  /** Returns the facts with these certificates declared on this side, and none seen. */
  static PairFacts facts(PairSide side, ApplianceCertificate... certificates) {
    return WellKept.factsWith(side, declared -> declared.certificates(said(List.of(certificates))))
        .toBuilder()
        .certificates(null)
        .build();
  }

  /** Returns the facts with another pair declared, and no certificate seen. */
  static PairFacts factsOf(AppliancePair pair) {
    return WellKept.factsOf(pair).toBuilder().certificates(null).build();
  }

  static ApplianceCertificate named(String issuedTo, String... names) {
    ApplianceCertificate it = WellKept.certificate();
    return new ApplianceCertificate(
        it.fingerprint(),
        issuedTo,
        it.issuedBy(),
        it.expiration(),
        List.of(names),
        true,
        true,
        true,
        false);
  }

  static ApplianceCertificate from(String issuedBy) {
    ApplianceCertificate it = WellKept.certificate();
    return new ApplianceCertificate(
        it.fingerprint(),
        it.issuedTo(),
        issuedBy,
        it.expiration(),
        it.alternativeNames(),
        true,
        true,
        true,
        false);
  }

  static ApplianceCertificate withoutKey() {
    ApplianceCertificate it = WellKept.certificate();
    return new ApplianceCertificate(
        it.fingerprint(),
        it.issuedTo(),
        it.issuedBy(),
        it.expiration(),
        it.alternativeNames(),
        false,
        true,
        true,
        false);
  }

  static ApplianceCertificate until(Instant expiration) {
    ApplianceCertificate it = WellKept.certificate();
    return new ApplianceCertificate(
        it.fingerprint(),
        it.issuedTo(),
        it.issuedBy(),
        expiration,
        it.alternativeNames(),
        true,
        true,
        true,
        false);
  }

  static ApplianceCertificate with(@Nullable Fingerprint fingerprint) {
    ApplianceCertificate it = WellKept.certificate();
    return new ApplianceCertificate(
        fingerprint,
        it.issuedTo(),
        it.issuedBy(),
        it.expiration(),
        it.alternativeNames(),
        true,
        true,
        true,
        false);
  }

  static ApplianceCertificate flags(boolean key, boolean chain, boolean isDefault, boolean made) {
    ApplianceCertificate it = WellKept.certificate();
    return new ApplianceCertificate(
        it.fingerprint(),
        it.issuedTo(),
        it.issuedBy(),
        it.expiration(),
        it.alternativeNames(),
        key,
        chain,
        isDefault,
        made);
  }
}
