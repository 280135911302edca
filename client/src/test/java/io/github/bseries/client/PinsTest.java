// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.Fingerprint;
import io.github.bseries.core.pair.ShownCertificate;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.CertificateKind;
import io.github.bseries.testkit.http.SimulatedPairServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PinsTest {

  private static final CertificatePin OTHER =
      CertificatePin.ofPublicKey(new Fingerprint("ab".repeat(32)));

  private final SimulatedPair simulated = SimulatedPair.create();

  private static ShownCertificate shownAtA(SimulatedPairServer server) {
    try (PairClient pair =
        PairClient.builder(
                ApplianceClient.builder()
                    .account(ScriptedClient.account())
                    .trustedCertificates(server.caCertificate()))
            .primary(server.a())
            .backup(server.b())
            .build()) {
      return pair.compareCertificates().primary().forSite().certificates().orElseThrow().own();
    }
  }

  /** A probe needs no account, and tells the reason why nothing came. */
  private static Probe probe(ApplianceClientBuilder settings, ApplianceAddress address) {
    try (ApplianceClient client = settings.address(address).build()) {
      return client.probe();
    }
  }

  private static String reason(Probe probe) {
    return ((Probe.Unknown) probe).reason();
  }

  private SimulatedPairServer server(CertificateKind kind) {
    return SimulatedPairServer.builder(simulated).certificateOfA(kind).start();
  }

  @Nested
  class A_trusted_certificate {

    @Test
    void is_taken_if_it_or_its_key_is_pinned() {
      try (SimulatedPairServer server = server(CertificateKind.SITE)) {
        ShownCertificate own = shownAtA(server);
        ApplianceClientBuilder trusting =
            ApplianceClient.builder().trustedCertificates(server.caCertificate());

        assertThat(
                probe(trusting.pins(CertificatePin.ofCertificate(own.fingerprint())), server.a()))
            .isInstanceOf(Probe.Answers.class);
        assertThat(
                probe(
                    trusting.pins(OTHER, CertificatePin.ofPublicKey(own.publicKey())), server.a()))
            .isInstanceOf(Probe.Answers.class);
      }
    }

    @Test
    void is_refused_if_it_is_none_of_the_pinned_ones_and_both_are_told() {
      try (SimulatedPairServer server = server(CertificateKind.SITE)) {
        ShownCertificate own = shownAtA(server);

        Probe probe =
            probe(
                ApplianceClient.builder().trustedCertificates(server.caCertificate()).pins(OTHER),
                server.a());

        assertThat(reason(probe))
            .contains("the certificate is not a pinned one", "expected " + OTHER)
            .contains("seen the certificate " + own.fingerprint())
            .contains(CertificatePin.ofPublicKey(own.publicKey()).toString());
      }
    }
  }

  @Test
  void a_pin_does_not_stand_in_for_an_authority() {
    try (SimulatedPairServer server = server(CertificateKind.SITE)) {
      CertificatePin pin = CertificatePin.ofCertificate(shownAtA(server).fingerprint());

      assertThat(reason(probe(ApplianceClient.builder().pins(pin), server.a())))
          .contains("the certificate is not trusted");
    }
  }

  @Nested
  class A_self_signed_certificate {

    @Test
    void is_taken_if_it_is_pinned_itself() {
      try (SimulatedPairServer server = server(CertificateKind.SELF_SIGNED)) {
        CertificatePin pin = CertificatePin.ofPublicKey(shownAtA(server).publicKey());

        assertThat(probe(ApplianceClient.builder().pins(pin), server.a()))
            .isInstanceOf(Probe.Answers.class);
      }
    }

    @Test
    void is_refused_if_another_is_pinned() {
      try (SimulatedPairServer server = server(CertificateKind.SELF_SIGNED)) {
        assertThat(reason(probe(ApplianceClient.builder().pins(OTHER), server.a())))
            .contains("the certificate is not a pinned one");
      }
    }

    @Test
    void is_refused_for_another_name_though_it_is_pinned() {
      try (SimulatedPairServer server = server(CertificateKind.SELF_SIGNED)) {
        CertificatePin pin = CertificatePin.ofPublicKey(shownAtA(server).publicKey());

        assertThat(
                reason(
                    probe(
                        ApplianceClient.builder().pins(pin),
                        server.a().named("other.example.org"))))
            .contains("the certificate is not for the name other.example.org");
      }
    }
  }

  @Nested
  class The_text_of_a_pin {

    @Test
    void is_read_and_written() {
      String publicKey = "sha256/47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
      String certificate = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

      assertThat(CertificatePin.parse(publicKey))
          .isEqualTo(CertificatePin.ofPublicKey(new Fingerprint(certificate)))
          .hasToString(publicKey)
          .isEqualTo(CertificatePin.parse(publicKey.replace("sha256/", "sha256//")));
      assertThat(CertificatePin.parse(certificate))
          .isEqualTo(CertificatePin.ofCertificate(new Fingerprint(certificate)))
          .hasToString(certificate);
    }

    @Test
    void is_nothing_else() {
      for (String wrong : new String[] {"", "sha256/", "sha256/!", "sha1/AAAA", "sha256/AAAA"}) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> CertificatePin.parse(wrong))
            .withMessageContaining("a pin is sha256/");
      }
    }
  }

  @Test
  void plain_http_shows_no_certificate_to_pin() {
    assertThatIllegalStateException()
        .isThrownBy(
            ApplianceClient.builder()
                    .plainHttpOnLoopback(true)
                    .pins(OTHER)
                    .address(ApplianceAddress.parse("http://localhost:1"))
                ::build)
        .withMessageContaining("pins cannot hold there");
  }
}
