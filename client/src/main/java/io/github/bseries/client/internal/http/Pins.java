// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import io.github.bseries.core.pair.Fingerprint;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is pinned.
 *
 * @param certificates digests of certificates
 * @param publicKeys digests of public keys
 */
public record Pins(Set<Fingerprint> certificates, Set<Fingerprint> publicKeys) {

  /** Keeps copies. */
  public Pins {
    certificates = Set.copyOf(certificates);
    publicKeys = Set.copyOf(publicKeys);
  }

  /** Returns whether nothing is pinned. */
  public boolean isEmpty() {
    return certificates.isEmpty() && publicKeys.isEmpty();
  }

  boolean hold(X509Certificate certificate) {
    try {
      return publicKeys.contains(CertificateReader.publicKey(certificate))
          || certificates.contains(CertificateReader.fingerprint(certificate));
    } catch (CertificateEncodingException e) {
      return false;
    }
  }

  /** Returns all of them, as people write them. */
  String text() {
    return String.join(
        " or ",
        Stream.concat(
                publicKeys.stream().map(Pins::base64),
                certificates.stream().map(Fingerprint::value))
            .sorted()
            .toList());
  }

  static String base64(Fingerprint publicKey) {
    return "sha256/"
        + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(publicKey.value()));
  }
}
