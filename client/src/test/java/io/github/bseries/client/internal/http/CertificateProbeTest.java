// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.CertificateLook;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.SimulatedPairServer;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CertificateProbeTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** One that a security provider brings, and that throws what nobody declares. */
  private static final class Breaking implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {
      throw new IllegalStateException("broken");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {
      throw new IllegalStateException("broken");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      throw new IllegalStateException("broken");
    }
  }

  @Test
  void a_look_fails_by_no_exception_where_the_trust_in_use_breaks() throws Exception {
    HostLookup lookup = new HostLookup(host -> List.of(InetAddress.getLoopbackAddress()), LIMIT);
    try (SimulatedPairServer server = SimulatedPairServer.start(SimulatedPair.create());
        CertificateProbe probe =
            new CertificateProbe(
                Trust.by(new Breaking()),
                lookup,
                LIMIT,
                InstantSource.system(),
                System::nanoTime)) {
      CertificateLook look = probe.look(server.a(), null);

      assertThat(look)
          .isInstanceOfSatisfying(
              CertificateLook.NotShown.class,
              no -> assertThat(no.reason()).contains("the certificate cannot be read"));
    }
  }
}
