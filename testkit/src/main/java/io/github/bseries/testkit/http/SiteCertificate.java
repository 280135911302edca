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
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import okhttp3.tls.HeldCertificate;

/**
 * The certificate of the site, which both appliances present unless they are told otherwise, and
 * the one by which it is verified. The files lie in a directory that only their owner can read, and
 * live as long as the server.
 *
 * @source S1 "Replicate SSL Certificate Configuration on the Backup B Series Appliance"
 */
final class SiteCertificate implements AutoCloseable {

  /**
   * Not PKCS12, which hashes a password 10,000 times, and that for each key and each reading: 0.3
   * seconds of each start. These keys are worth nothing, and gone with the server.
   */
  static final String STORE_TYPE = "JKS";

  private static final Duration LIFE = Duration.ofDays(365);
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final String OTHER_NAME = "other.example.com";

  private final Path directory;
  private final String siteName;
  private final HeldCertificate root;
  private final String password = UUID.randomUUID().toString();
  private final Map<Slot, Path> keyStores = new HashMap<>();

  private SiteCertificate(Path directory, String siteName) {
    this.directory = directory;
    this.siteName = siteName;
    this.root = valid().certificateAuthority(1).commonName("Simulated root").build();
  }

  static SiteCertificate issue(String siteName) {
    try {
      // Owner-only: that is what the JDK does with temporary directories.
      Path directory = Files.createTempDirectory("bseries-simulator-");
      SiteCertificate made = new SiteCertificate(directory, siteName);
      // A server that nobody closes leaves with its virtual machine; the last named goes first.
      directory.toFile().deleteOnExit();
      made.caCertificate().toFile().deleteOnExit();
      Files.writeString(made.caCertificate(), made.root.certificatePem());
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path caCertificate() {
    return directory.resolve("ca.pem");
  }

  /** Returns the key store with the certificate that this appliance is to present. */
  synchronized Path keyStore(String appliance, CertificateKind kind) {
    return keyStores.computeIfAbsent(
        new Slot(kind == CertificateKind.SITE ? "site" : appliance, kind), this::write);
  }

  String password() {
    return password;
  }

  private Path write(Slot slot) {
    HeldCertificate made = certificate(slot.kind());
    Certificate[] chain =
        slot.kind() == CertificateKind.SELF_SIGNED
                || slot.kind() == CertificateKind.WITHOUT_INTERMEDIATE
            ? new Certificate[] {made.certificate()}
            : new Certificate[] {made.certificate(), root.certificate()};
    Path path =
        directory.resolve(
            slot.owner() + "-" + slot.kind().name().toLowerCase(Locale.ROOT) + ".jks");
    try {
      KeyStore store = KeyStore.getInstance(STORE_TYPE);
      store.load(null, null);
      store.setKeyEntry("site", made.keyPair().getPrivate(), password.toCharArray(), chain);
      path.toFile().deleteOnExit();
      try (OutputStream file = Files.newOutputStream(path)) {
        store.store(file, password.toCharArray());
      }
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key store could not be made", e);
    }
  }

  private HeldCertificate certificate(CertificateKind kind) {
    return switch (kind) {
      case SITE, OWN -> named(valid(), siteName).signedBy(root).build();
      case WITHOUT_INTERMEDIATE -> named(valid(), siteName).signedBy(intermediate()).build();
      case EXPIRED -> named(expired(), siteName).signedBy(root).build();
      case SELF_SIGNED -> named(valid(), siteName).build();
      case OTHER_NAME ->
          valid()
              .signedBy(root)
              .commonName(OTHER_NAME)
              .addSubjectAlternativeName(OTHER_NAME)
              .build();
    };
  }

  private HeldCertificate intermediate() {
    return valid()
        .certificateAuthority(0)
        .commonName("Simulated intermediate")
        .signedBy(root)
        .build();
  }

  private static HeldCertificate.Builder named(HeldCertificate.Builder builder, String name) {
    return builder
        .commonName(name)
        .addSubjectAlternativeName(name)
        .addSubjectAlternativeName("localhost")
        .addSubjectAlternativeName("127.0.0.1")
        .addSubjectAlternativeName("::1");
  }

  /** Valid by the machine's time, since that is the time by which a client judges it. */
  private static HeldCertificate.Builder valid() {
    Instant now = InstantSource.system().instant();
    return new HeldCertificate.Builder()
        .validityInterval(now.minus(LIFE).toEpochMilli(), now.plus(LIFE).toEpochMilli());
  }

  private static HeldCertificate.Builder expired() {
    Instant now = InstantSource.system().instant();
    return new HeldCertificate.Builder()
        .validityInterval(now.minus(LIFE).toEpochMilli(), now.minus(A_DAY).toEpochMilli());
  }

  @Override
  public synchronized void close() {
    try {
      for (Path file : keyStores.values()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(caCertificate());
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Slot(String owner, CertificateKind kind) {}
}
