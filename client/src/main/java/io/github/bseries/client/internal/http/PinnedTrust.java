// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Trust that is narrowed to pinned certificates.
 *
 * <p>A certificate must be trusted as without pins, and it or one above it must be pinned. Of a
 * self-signed one nobody else can vouch: if it is itself pinned, and its time is now, that is
 * enough. Host names are verified by the caller in both cases.
 */
final class PinnedTrust extends X509ExtendedTrustManager {

  private final X509ExtendedTrustManager trust;
  private final Pins pins;

  PinnedTrust(X509TrustManager trust, Pins pins) {
    // The runtime's own managers are all of this kind, which also judge the algorithms.
    this.trust = (X509ExtendedTrustManager) trust;
    this.pins = pins;
  }

  /** Returns whether nothing but its pin speaks for this certificate. */
  boolean vouchesFor(X509Certificate certificate) {
    return CertificateChain.isSelfSigned(certificate) && pins.hold(certificate);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    if (!isSelfSigned(chain)) {
      trust.checkServerTrusted(chain, authType, socket);
    }
    checkPins(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    if (!isSelfSigned(chain)) {
      trust.checkServerTrusted(chain, authType, engine);
    }
    checkPins(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    if (!isSelfSigned(chain)) {
      trust.checkServerTrusted(chain, authType);
    }
    checkPins(chain);
  }

  private static boolean isSelfSigned(X509Certificate[] chain) {
    return chain.length > 0 && CertificateChain.isSelfSigned(chain[0]);
  }

  private void checkPins(X509Certificate[] chain) throws CertificateException {
    X509Certificate own = chain[0];
    boolean pinned =
        isSelfSigned(chain)
            ? pins.hold(own)
            : CertificateChain.of(chain, getAcceptedIssuers()).whole().anyMatch(pins::hold);
    if (!pinned) {
      throw new Mismatch(
          "expected "
              + pins.text()
              + "; seen the certificate "
              + CertificateReader.fingerprint(own).value()
              + " with the public key "
              + Pins.base64(CertificateReader.publicKey(own)));
    }
    if (isSelfSigned(chain)) {
      own.checkValidity();
    }
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return trust.getAcceptedIssuers();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    trust.checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    trust.checkClientTrusted(chain, authType, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    trust.checkClientTrusted(chain, authType, engine);
  }

  /** The certificate is another than those that are pinned. */
  static final class Mismatch extends CertificateException {

    private static final long serialVersionUID = 1L;

    Mismatch(String message) {
      super(message);
    }
  }
}
