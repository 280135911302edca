// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import io.github.bseries.core.pair.ChainEnd;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way from a server's certificate up, as far as each is signed by the next.
 *
 * @param shown those of the way that the server showed, its own first
 * @param anchor the trusted certificate that signed the last one; null if none did
 * @param end where the way ends
 */
record CertificateChain(
    List<X509Certificate> shown, @Nullable X509Certificate anchor, ChainEnd end) {

  /**
   * Returns the way from the first of these. What else a server shows, as anybody may, is left out.
   *
   * @param all what the server showed, its own first
   * @param trusted by whom a way may end
   */
  static CertificateChain of(List<X509Certificate> all, Collection<X509Certificate> trusted) {
    List<X509Certificate> way = new ArrayList<>(all.subList(0, 1));
    while (true) {
      X509Certificate last = way.get(way.size() - 1);
      if (trusted.contains(last)) {
        return new CertificateChain(way, last, ChainEnd.TRUSTED);
      }
      if (isSelfSigned(last)) {
        return new CertificateChain(way, null, ChainEnd.UNTRUSTED_ROOT);
      }
      X509Certificate anchor =
          trusted.stream().filter(it -> isSigned(last, it)).findFirst().orElse(null);
      if (anchor != null) {
        return new CertificateChain(way, anchor, ChainEnd.TRUSTED);
      }
      X509Certificate next =
          all.stream()
              .filter(it -> !way.contains(it) && isAuthority(it) && isSigned(last, it))
              .findFirst()
              .orElse(null);
      if (next == null) {
        return new CertificateChain(way, null, ChainEnd.ISSUER_MISSING);
      }
      way.add(next);
    }
  }

  static CertificateChain of(X509Certificate[] all, X509Certificate[] trusted) {
    return of(Arrays.asList(all), Arrays.asList(trusted));
  }

  /** Returns all of the way, with the trusted one at its end. */
  Stream<X509Certificate> whole() {
    return Stream.concat(shown.stream(), Stream.ofNullable(anchor));
  }

  static boolean isSelfSigned(X509Certificate certificate) {
    return isSigned(certificate, certificate);
  }

  private static boolean isAuthority(X509Certificate certificate) {
    return certificate.getBasicConstraints() >= 0;
  }

  private static boolean isSigned(X509Certificate certificate, X509Certificate issuer) {
    if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
