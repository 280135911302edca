// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import okhttp3.tls.HeldCertificate;

/**
 * The certificate of the site, which both appliances present, and the one by which it is verified.
 * The files lie in a directory that only their owner can read, and live as long as the server.
 *
 * @source S1 "Replicate SSL Certificate Configuration on the Backup B Series Appliance"
 */
final class SiteCertificate implements AutoCloseable {

  private static final Duration LIFE = Duration.ofDays(365);

  private final Path directory;
  private final String password = UUID.randomUUID().toString();

  private SiteCertificate(Path directory) {
    this.directory = directory;
  }

  static SiteCertificate issue(String siteName) {
    try {
      // Owner-only: that is what the JDK does with temporary directories.
      SiteCertificate made = new SiteCertificate(Files.createTempDirectory("bseries-simulator-"));
      // A server that nobody closes leaves with its virtual machine; the last named goes first.
      for (Path path : List.of(made.directory, made.caCertificate(), made.keyStore())) {
        path.toFile().deleteOnExit();
      }
      made.write(siteName);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key store could not be made", e);
    }
  }

  Path caCertificate() {
    return directory.resolve("ca.pem");
  }

  Path keyStore() {
    return directory.resolve("site.p12");
  }

  String password() {
    return password;
  }

  private void write(String siteName) throws IOException, GeneralSecurityException {
    HeldCertificate root = valid().certificateAuthority(0).commonName("Simulated root").build();
    HeldCertificate site =
        valid()
            .signedBy(root)
            .commonName(siteName)
            .addSubjectAlternativeName(siteName)
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .addSubjectAlternativeName("::1")
            .build();
    Certificate[] chain = {site.certificate(), root.certificate()};
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("site", site.keyPair().getPrivate(), password.toCharArray(), chain);
    try (OutputStream file = Files.newOutputStream(keyStore())) {
      store.store(file, password.toCharArray());
    }
    Files.writeString(caCertificate(), root.certificatePem());
  }

  /** Valid by the machine's time, since that is the time by which a client judges it. */
  private static HeldCertificate.Builder valid() {
    Instant now = InstantSource.system().instant();
    return new HeldCertificate.Builder()
        .validityInterval(now.minus(LIFE).toEpochMilli(), now.plus(LIFE).toEpochMilli());
  }

  @Override
  public void close() {
    try {
      for (Path file : List.of(keyStore(), caCertificate(), directory)) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
