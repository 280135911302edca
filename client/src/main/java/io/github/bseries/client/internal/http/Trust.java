// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import io.github.bseries.core.pair.ChainEnd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates are believed. There is no way to believe all.
 *
 * @param manager who judges a certificate
 * @param socketFactory makes TLS connections that ask him
 */
public record Trust(X509TrustManager manager, SSLSocketFactory socketFactory) {

  /** Returns trust in what the Java runtime trusts. */
  public static Trust ofSystem() {
    return of(null);
  }

  /**
   * Returns trust in the certificates of a file and in no other.
   *
   * @param pem a file with at least one certificate in PEM form
   * @throws IllegalArgumentException if the file cannot be read, or holds no certificate
   */
  public static Trust ofPem(Path pem) {
    try {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(pem)));
      if (certificates.isEmpty()) {
        throw new IllegalArgumentException(
            "no certificate in " + pem + "; a PEM file with BEGIN CERTIFICATE is needed");
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate certificate : certificates) {
        store.setCertificateEntry("trusted-" + number++, certificate);
      }
      return of(store);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("no such file of trusted certificates: " + pem, e);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read the trusted certificates in " + pem, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          pem + " holds something else than certificates in PEM form", e);
    }
  }

  /**
   * Returns this trust, narrowed to these pins; and trust in a self-signed certificate that is
   * itself pinned. Without a pin it stays as it is.
   */
  public Trust pinnedTo(Pins pins) {
    if (pins.isEmpty()) {
      return this;
    }
    try {
      return by(new PinnedTrust(manager, pins));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime cannot set up TLS", e);
    }
  }

  /** Returns the way from a server's certificate up, and whether it ends at a trusted one. */
  CertificateChain chain(X509Certificate[] shown) {
    CertificateChain chain = CertificateChain.of(shown, manager.getAcceptedIssuers());
    return manager instanceof PinnedTrust pinned && pinned.vouchesFor(shown[0])
        ? new CertificateChain(chain.shown(), shown[0], ChainEnd.TRUSTED)
        : chain;
  }

  private static Trust of(@Nullable KeyStore store) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      X509TrustManager manager =
          Arrays.stream(factory.getTrustManagers())
              .filter(X509TrustManager.class::isInstance)
              .map(X509TrustManager.class::cast)
              .findFirst()
              .orElseThrow();
      return by(manager);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime cannot set up TLS", e);
    }
  }

  static Trust by(X509TrustManager manager) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {manager}, null);
    return new Trust(manager, context.getSocketFactory());
  }
}
