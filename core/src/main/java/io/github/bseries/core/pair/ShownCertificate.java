// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A certificate that a server showed, as it was seen and not as anybody says.
 *
 * @param fingerprint the SHA-256 digest of the whole certificate
 * @param publicKey the SHA-256 digest of its public key (the encoded SubjectPublicKeyInfo), which
 *     stays the same when it is renewed with the same key
 * @param issuedTo its common name, or its whole distinguished name if it has none; never blank
 * @param issuedBy that of its issuer, in the same way; never blank
 * @param validFrom the moment from which on it is valid
 * @param expiration the moment from which on it is not valid any more
 * @param alternativeNames the host names and IP addresses that it is for; may be empty
 * @param selfSigned whether it is signed by its own key
 * @since 0.1
 */
public record ShownCertificate(
    Fingerprint fingerprint,
    Fingerprint publicKey,
    String issuedTo,
    String issuedBy,
    Instant validFrom,
    Instant expiration,
    List<String> alternativeNames,
    boolean selfSigned) {

  /**
   * Keeps a copy of the list.
   *
   * @throws IllegalArgumentException if {@code issuedTo} or {@code issuedBy} is blank
   */
  public ShownCertificate {
    requireNonNull(fingerprint, "fingerprint");
    requireNonNull(publicKey, "publicKey");
    if (requireNonNull(issuedTo, "issuedTo").isBlank()) {
      throw new IllegalArgumentException("issuedTo is blank");
    }
    if (requireNonNull(issuedBy, "issuedBy").isBlank()) {
      throw new IllegalArgumentException("issuedBy is blank");
    }
    requireNonNull(validFrom, "validFrom");
    requireNonNull(expiration, "expiration");
    alternativeNames = List.copyOf(requireNonNull(alternativeNames, "alternativeNames"));
  }

  /**
   * Returns the one of its names that is for this host: the host itself, or a wildcard such as
   * {@code *.example.com}. Empty if none is. Clients do not look at {@code issuedTo} for that.
   */
  public Optional<String> nameFor(String host) {
    return alternativeNames.stream()
        .filter(name -> isNameFor(name, requireNonNull(host, "host")))
        .findFirst();
  }

  /** Returns the whole days that it is valid yet; negative if its time is over. */
  public long daysLeft(Instant moment) {
    return Math.floorDiv(
        Duration.between(moment, expiration).toSeconds(), Duration.ofDays(1).toSeconds());
  }

  /**
   * Returns whether this name of a certificate is for this host. A star stands for the whole
   * left-most label and for nothing else (RFC 6125, 6.4.3). The case of letters does not count.
   */
  public static boolean isNameFor(String certificateName, String host) {
    String name = certificateName.strip().toLowerCase(Locale.ROOT);
    String asked = host.toLowerCase(Locale.ROOT);
    int dot = asked.indexOf('.');
    return name.equals(asked)
        || (name.startsWith("*.") && dot > 0 && name.substring(1).equals(asked.substring(dot)));
  }
}
