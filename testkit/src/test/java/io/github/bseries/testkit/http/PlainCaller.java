// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.testkit.SimulatedAccount;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * A client that knows next to nothing: it verifies the certificate for the name of the address,
 * writes a request, and reads until the end.
 */
final class PlainCaller {

  private final SSLContext tls;

  PlainCaller(Path caCertificate) {
    try (InputStream pem = Files.newInputStream(caCertificate)) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      trusted.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      this.tls = SSLContext.getInstance("TLS");
      tls.init(null, trust.getTrustManagers(), null);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  RawAnswer get(ApplianceAddress address, String target, String... headers) throws IOException {
    return send(address, request("GET", target, "", headers));
  }

  RawAnswer post(ApplianceAddress address, String target, String body, String... headers)
      throws IOException {
    return send(address, request("POST", target, body, headers));
  }

  RawAnswer send(ApplianceAddress address, String request) throws IOException {
    try (SSLSocket socket = connect(address)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return readAll(socket);
    }
  }

  String token(ApplianceAddress address, SimulatedAccount account) throws IOException {
    RawAnswer answer =
        post(
            address,
            "/oauth2/token",
            "grant_type=client_credentials",
            basic(account.clientId(), account.clientSecret()),
            FORM);
    return answer.body().replaceAll(".*\"access_token\":\"([^\"]*)\".*", "$1");
  }

  RawAnswer command(ApplianceAddress address, String token, String query) throws IOException {
    return get(address, "/api/command?" + query, bearer(token));
  }

  static final String FORM = "Content-Type: application/x-www-form-urlencoded";

  static String basic(String id, String secret) {
    byte[] both = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(both);
  }

  static String bearer(String token) {
    return "Authorization: Bearer " + token;
  }

  static String request(String method, String target, String body, String... headers) {
    StringBuilder text = new StringBuilder();
    text.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    text.append("Host: support.example.com\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    if (!body.isEmpty()) {
      text.append("Content-Length: ").append(body.length()).append("\r\n");
    }
    return text.append("\r\n").append(body).toString();
  }

  SSLSocket connect(ApplianceAddress address) throws IOException {
    Socket plain = new Socket();
    plain.setTcpNoDelay(true);
    plain.connect(new InetSocketAddress(address.host(), address.port()));
    SSLSocket socket =
        (SSLSocket)
            tls.getSocketFactory().createSocket(plain, address.name(), address.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** Returns whether nothing more comes: the connection is closed or cut. */
  static boolean isAtItsEnd(SSLSocket socket) throws SocketTimeoutException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      return true;
    }
  }

  private static RawAnswer readAll(SSLSocket socket) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(bytes);
    } catch (IOException e) {
      // Cut. What came before is what counts.
    }
    return new RawAnswer(bytes.toByteArray());
  }
}
