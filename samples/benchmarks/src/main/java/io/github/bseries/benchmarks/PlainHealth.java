// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.benchmarks;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What a program does that reads health with the JDK alone: no check but that of the certificate.
 *
 * @param id the id of the appliance
 * @param role its role, as it is written
 * @param success whether it says that it is well
 * @param sharedIps the shared IPs that it holds
 */
record PlainHealth(String id, String role, boolean success, List<String> sharedIps) {

  private static final XMLInputFactory FACTORY = factory();

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  static PlainHealth read(InputStream body) throws XMLStreamException {
    XMLStreamReader reader = FACTORY.createXMLStreamReader(body);
    String id = null;
    String role = null;
    boolean success = false;
    List<String> ips = new ArrayList<>();
    while (reader.hasNext()) {
      if (reader.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (reader.getLocalName()) {
        case "appliance" -> id = reader.getAttributeValue(null, "id");
        case "failover_role" -> role = reader.getElementText();
        case "success" -> success = reader.getElementText().equals("1");
        case "ip" -> ips.add(reader.getElementText());
        default -> {}
      }
    }
    return new PlainHealth(told(id, "id"), told(role, "role"), success, ips);
  }

  private static String told(@Nullable String text, String what) {
    return Objects.requireNonNull(text, what);
  }

  static String basic(String id, String secret) {
    return "Basic "
        + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
  }

  static X509TrustManager trust(Path pem) throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (InputStream in = Files.newInputStream(pem)) {
      trusted.setCertificateEntry(
          "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    return (X509TrustManager) managers.getTrustManagers()[0];
  }

  static SSLContext tls(X509TrustManager trust) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new X509TrustManager[] {trust}, null);
    return context;
  }
}
