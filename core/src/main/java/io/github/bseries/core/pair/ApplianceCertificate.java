// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of an appliance says of one of its server certificates, in the words of that page.
 *
 * <p>Nothing was verified: it is what somebody read and typed in. A private key is said to be there
 * or not, and never stands here.
 *
 * @param fingerprint the SHA-256 digest of the certificate; null if it was not declared
 * @param issuedTo Issued To, such as {@code support.example.com}; never blank
 * @param issuedBy Issued By; never blank
 * @param expiration the moment from which on it is not valid any more
 * @param alternativeNames Alternative Name(s), without their kind; may be empty
 * @param privateKey Private Key?: whether the appliance has it, and so can serve with it
 * @param chainComplete whether the certificates up to the root are there too
 * @param defaultCertificate Default: whether it is shown to those who ask for no name, or for one
 *     that is not known
 * @param factory whether it is the certificate with which appliances are delivered
 * @source S1 "Replicate SSL Certificate Configuration on the Backup B Series Appliance", S2
 *     "Recover Certificates" (how a self-signed one is told)
 * @since 0.1
 */
public record ApplianceCertificate(
    @Nullable Fingerprint fingerprint,
    String issuedTo,
    String issuedBy,
    Instant expiration,
    List<String> alternativeNames,
    boolean privateKey,
    boolean chainComplete,
    boolean defaultCertificate,
    boolean factory) {

  /**
   * Keeps a copy of the list.
   *
   * @throws IllegalArgumentException if {@code issuedTo} or {@code issuedBy} is blank
   */
  public ApplianceCertificate {
    if (requireNonNull(issuedTo, "issuedTo").isBlank()) {
      throw new IllegalArgumentException("issuedTo is blank");
    }
    if (requireNonNull(issuedBy, "issuedBy").isBlank()) {
      throw new IllegalArgumentException("issuedBy is blank");
    }
    requireNonNull(expiration, "expiration");
    alternativeNames = List.copyOf(requireNonNull(alternativeNames, "alternativeNames"));
  }

  /**
   * Returns whether it names itself as its issuer, as far as the page tells. White space around the
   * names and the case of their letters do not count: people typed them in.
   */
  public boolean isSelfSigned() {
    return issuedTo.strip().equalsIgnoreCase(issuedBy.strip());
  }
}
