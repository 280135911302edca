// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import io.github.bseries.client.fuzz.Claims;
import io.github.bseries.core.pair.ShownCertificate;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.security.auth.x500.X500Principal;

/** Any bytes as a certificate that a server shows, and as the name of whom it is issued to. */
public final class CertificateFuzz {

  private static final int MOST = 256;

  private CertificateFuzz() {}

  /** Loads classes, which takes longer than any input. */
  public static void fuzzerInitialize() throws CertificateException {
    CertificateFactory.getInstance("X.509");
  }

  /** Reads them as both. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    try {
      isShort(CertificateReader.name(new X500Principal(Claims.text(bytes))));
    } catch (IllegalArgumentException e) {
      Claims.that(e.getMessage() != null, "a name that is none, without a reason");
    }
    try {
      ShownCertificate read =
          CertificateReader.read(
              (X509Certificate)
                  CertificateFactory.getInstance("X.509")
                      .generateCertificate(new ByteArrayInputStream(bytes)));
      isShort(read.issuedTo());
      isShort(read.issuedBy());
      read.alternativeNames().forEach(CertificateFuzz::isShort);
    } catch (CertificateException e) {
      Claims.that(!e.toString().isEmpty(), "no words");
    }
  }

  private static void isShort(String name) {
    Claims.that(name.length() <= MOST, "a name of " + name.length() + " characters is shown");
  }
}
