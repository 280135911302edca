// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import io.github.bseries.core.pair.Fingerprint;
import io.github.bseries.core.pair.ShownCertificate;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;

/** Reads what people want to know of a certificate. Whoever made it may have written anything. */
final class CertificateReader {

  /** Gives nothing back: a group that could is walked by recursion, and names may be long. */
  private static final Pattern COMMON_NAME =
      Pattern.compile("(?:^|[,+])CN=((?:\\\\.|[^,+\\\\]++)*+)");

  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;
  private static final int LONGEST = 255;

  private CertificateReader() {}

  /**
   * Returns what stands in it.
   *
   * @throws CertificateException if it cannot be encoded again
   */
  static ShownCertificate read(X509Certificate it) throws CertificateException {
    return new ShownCertificate(
        fingerprint(it),
        publicKey(it),
        name(it.getSubjectX500Principal()),
        name(it.getIssuerX500Principal()),
        it.getNotBefore().toInstant(),
        // The last moment of validity is a whole second that counts.
        it.getNotAfter().toInstant().plusSeconds(1),
        alternativeNames(it),
        CertificateChain.isSelfSigned(it));
  }

  static Fingerprint fingerprint(X509Certificate certificate) throws CertificateEncodingException {
    return digest(certificate.getEncoded());
  }

  /** Returns the digest of the key as it stands in the certificate. */
  static Fingerprint publicKey(X509Certificate certificate) {
    return digest(certificate.getPublicKey().getEncoded());
  }

  private static Fingerprint digest(byte[] bytes) {
    try {
      return new Fingerprint(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA-256", e);
    }
  }

  /** Returns the common name, or all of it if there is none. */
  static String name(X500Principal principal) {
    String whole = principal.getName(X500Principal.RFC2253);
    Matcher matcher = COMMON_NAME.matcher(whole);
    String found = matcher.find() ? matcher.group(1).replaceAll("\\\\(.)", "$1") : whole;
    return found.isBlank() ? "no name" : shown(found);
  }

  private static List<String> alternativeNames(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream()
              .filter(it -> it.get(0).equals(DNS_NAME) || it.get(0).equals(IP_ADDRESS))
              .map(it -> shown(String.valueOf(it.get(1))))
              .toList();
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  private static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
