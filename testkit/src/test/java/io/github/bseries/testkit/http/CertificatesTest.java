// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.testkit.SimulatedPair;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificatesTest {

  private final SimulatedPair pair = SimulatedPair.create();

  private static Certificate presented(PlainCaller caller, ApplianceAddress address)
      throws IOException {
    try (SSLSocket socket = caller.connect(address)) {
      return socket.getSession().getPeerCertificates()[0];
    }
  }

  @Test
  void both_present_one_certificate_unless_they_are_told_otherwise() throws IOException {
    try (SimulatedPairServer server = SimulatedPairServer.start(pair)) {
      PlainCaller caller = new PlainCaller(server.caCertificate());

      assertThat(presented(caller, server.a()))
          .isEqualTo(presented(caller, server.b()))
          .isEqualTo(presented(caller, server.site()));
    }
  }

  @Test
  void each_can_have_a_valid_one_of_its_own() throws IOException {
    try (SimulatedPairServer server =
        SimulatedPairServer.builder(pair).certificateOfB(CertificateKind.OWN).start()) {
      PlainCaller caller = new PlainCaller(server.caCertificate());

      assertThat(presented(caller, server.b())).isNotEqualTo(presented(caller, server.a()));
      assertThat(presented(caller, server.site())).isEqualTo(presented(caller, server.a()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EXPIRED, NotAfter",
    "WITHOUT_INTERMEDIATE, unable to find valid certification path",
    "SELF_SIGNED, unable to find valid certification path",
    "OTHER_NAME, No subject alternative DNS name"
  })
  void a_bad_one_ends_the_handshake_with_its_reason(CertificateKind kind, String reason)
      throws IOException {
    try (SimulatedPairServer server =
        SimulatedPairServer.builder(pair).certificateOfA(kind).start()) {
      PlainCaller caller = new PlainCaller(server.caCertificate());

      assertThatThrownBy(() -> presented(caller, server.a()))
          .isInstanceOf(SSLHandshakeException.class)
          .hasStackTraceContaining(reason);
      assertThat(caller.get(server.b(), "/check_health").status()).isEqualTo(200);
    }
  }

  @Test
  void a_certificate_expires_while_the_server_runs_and_nothing_is_left_behind() throws IOException {
    Path directory;
    try (SimulatedPairServer server = SimulatedPairServer.start(pair)) {
      directory = server.caCertificate().getParent();
      PlainCaller caller = new PlainCaller(server.caCertificate());
      ApplianceAddress address = server.a();
      try (SSLSocket open = caller.connect(address)) {
        server.present(pair.a(), CertificateKind.EXPIRED);
        assertThat(PlainCaller.isAtItsEnd(open)).isTrue();
      }
      assertThatThrownBy(() -> presented(caller, address))
          .hasRootCauseInstanceOf(CertificateExpiredException.class);
      assertThatThrownBy(() -> presented(caller, server.site()))
          .hasRootCauseInstanceOf(CertificateExpiredException.class);

      server.present(pair.a(), CertificateKind.SITE);

      assertThat(caller.get(address, "/check_health").status()).isEqualTo(200);
      assertThatThrownBy(() -> server.present(SimulatedPair.single().a(), CertificateKind.OWN))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(directory).doesNotExist();
  }
}
