// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.Fingerprint;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A certificate or a public key that an appliance must show.
 *
 * @param ofPublicKey whether it is about the public key, which may stay when a certificate is
 *     renewed; otherwise about one whole certificate
 * @param fingerprint the SHA-256 digest of the encoded public key (SubjectPublicKeyInfo), or of the
 *     encoded certificate
 * @since 0.1
 */
public record CertificatePin(boolean ofPublicKey, Fingerprint fingerprint) {

  private static final String PREFIX = "sha256/";
  private static final int DIGEST_BYTES = 32;

  /** Checks that there is a fingerprint. */
  public CertificatePin {
    requireNonNull(fingerprint, "fingerprint");
  }

  /** Returns a pin of a public key. */
  public static CertificatePin ofPublicKey(Fingerprint fingerprint) {
    return new CertificatePin(true, fingerprint);
  }

  /** Returns a pin of one certificate. */
  public static CertificatePin ofCertificate(Fingerprint fingerprint) {
    return new CertificatePin(false, fingerprint);
  }

  /**
   * Returns the pin that this text tells.
   *
   * @param text {@code sha256/} and the Base64 form of the digest of a public key, as browsers and
   *     other tools write it; or the 64 hexadecimal digits of the digest of a certificate, with
   *     colons or without
   * @throws IllegalArgumentException if it is neither
   */
  public static CertificatePin parse(String text) {
    String trimmed = requireNonNull(text, "text").strip();
    if (!trimmed.startsWith(PREFIX)) {
      return ofCertificate(fingerprint(trimmed));
    }
    byte[] digest = decoded(trimmed.substring(PREFIX.length()).replaceFirst("^/", ""));
    if (digest.length != DIGEST_BYTES) {
      throw wrong();
    }
    return ofPublicKey(new Fingerprint(HexFormat.of().formatHex(digest)));
  }

  private static Fingerprint fingerprint(String digits) {
    try {
      return new Fingerprint(digits);
    } catch (IllegalArgumentException e) {
      throw wrong();
    }
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw wrong();
    }
  }

  private static IllegalArgumentException wrong() {
    return new IllegalArgumentException(
        "a pin is sha256/ and 44 characters of Base64 for a public key, or 64 hexadecimal digits"
            + " for a certificate");
  }

  /** Returns the text from which {@link #parse} makes an equal pin. */
  @Override
  public String toString() {
    return ofPublicKey
        ? PREFIX + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(fingerprint.value()))
        : fingerprint.value();
  }
}
