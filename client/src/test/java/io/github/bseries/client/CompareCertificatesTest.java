// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.bseries.client.ScriptedServer.Ending;
import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.client.ScriptedServer.Skin;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.CertificateComparison;
import io.github.bseries.core.pair.CertificateComparison.Sameness;
import io.github.bseries.core.pair.CertificateLook;
import io.github.bseries.core.pair.ChainEnd;
import io.github.bseries.core.pair.HandshakeFailure;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.ShownCertificate;
import io.github.bseries.core.readiness.PairFacts;
import io.github.bseries.testkit.LinkState;
import io.github.bseries.testkit.SimulatedLink;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.CertificateKind;
import io.github.bseries.testkit.http.SimulatedPairServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CompareCertificatesTest {

  private final SimulatedPair simulated = SimulatedPair.create();

  private static ApplianceClientBuilder common(SimulatedPairServer server) {
    return ApplianceClient.builder()
        .account(ScriptedClient.account())
        .trustedCertificates(server.caCertificate())
        .connectTimeout(Duration.ofSeconds(5));
  }

  private static PairClient pairOf(SimulatedPairServer server) {
    return PairClient.builder(common(server)).primary(server.a()).backup(server.b()).build();
  }

  private CertificateComparison withB(CertificateKind kind) {
    try (SimulatedPairServer server =
            SimulatedPairServer.builder(simulated).certificateOfB(kind).start();
        PairClient pair = pairOf(server)) {
      return pair.compareCertificates();
    }
  }

  private static CertificateLook.Shown ofB(CertificateComparison comparison) {
    return comparison.of(PairSide.NORMAL_BACKUP).forSite().certificates().orElseThrow();
  }

  @Nested
  class Certificates_that_are_shown {

    @Test
    void are_the_same_on_a_pair_that_is_well_kept() {
      CertificateComparison seen = withB(CertificateKind.SITE);
      ShownCertificate own = ofB(seen).own();

      assertThat(seen.siteName()).isEqualTo(simulated.siteName());
      assertThat(seen.forSite()).isEqualTo(Sameness.SAME);
      assertThat(seen.withoutName()).isEqualTo(Sameness.SAME);
      assertThat(ofB(seen).end()).isEqualTo(ChainEnd.TRUSTED);
      assertThat(own.nameFor(simulated.siteName())).contains(simulated.siteName());
      assertThat(own.issuedBy()).isEqualTo("Simulated root");
      assertThat(own.selfSigned()).isFalse();
      assertThat(own.daysLeft(InstantSource.system().instant())).isBetween(364L, 365L);
    }

    @Test
    void are_told_to_be_different() {
      CertificateComparison seen = withB(CertificateKind.OWN);

      assertThat(seen.forSite()).isEqualTo(Sameness.DIFFERENT);
      assertThat(seen.withoutName()).isEqualTo(Sameness.DIFFERENT);
    }

    @Test
    void are_seen_when_their_time_is_over() {
      CertificateLook.Shown seen = ofB(withB(CertificateKind.EXPIRED));

      assertThat(seen.isValidAt(seen.at())).isFalse();
      assertThat(seen.own().daysLeft(seen.at())).isNegative();
    }

    @Test
    void are_seen_without_being_trusted() {
      CertificateLook.Shown selfSigned = ofB(withB(CertificateKind.SELF_SIGNED));

      assertThat(selfSigned.end()).isEqualTo(ChainEnd.UNTRUSTED_ROOT);
      assertThat(selfSigned.own().selfSigned()).isTrue();
    }

    @Test
    void are_seen_when_their_issuer_is_missing() {
      assertThat(ofB(withB(CertificateKind.WITHOUT_INTERMEDIATE)).end())
          .isEqualTo(ChainEnd.ISSUER_MISSING);
    }

    @Test
    void are_seen_when_they_are_for_another_name() {
      assertThat(ofB(withB(CertificateKind.OTHER_NAME)).own().nameFor(simulated.siteName()))
          .isEmpty();
    }

    @Test
    void cost_no_call_and_no_credentials() {
      withB(CertificateKind.SITE);

      assertThat(simulated.a().recordedCalls()).isEmpty();
      assertThat(simulated.b().recordedCalls()).isEmpty();
    }
  }

  @Nested
  class A_side_that_shows_none {

    @Test
    void may_be_firewalled() {
      try (SimulatedPairServer server = SimulatedPairServer.start(simulated);
          PairClient pair = pairOf(server)) {
        simulated.changeLink(SimulatedLink.CLIENT_TO_B, LinkState.CUT);

        CertificateComparison seen = pair.compareCertificates();

        assertThat(seen.forSite()).isEqualTo(Sameness.UNKNOWN);
        assertThat(seen.backup().forSite())
            .isInstanceOfSatisfying(
                CertificateLook.NotShown.class,
                failed -> assertThat(failed.failure().answered()).isFalse());
      }
    }

    @Test
    void may_speak_plain_HTTP() throws Exception {
      assertThat(
              failure(
                  connection -> {
                    connection
                        .getOutputStream()
                        .write("HTTP/1.1 400 Bad\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    return stall(connection);
                  }))
          .isEqualTo(HandshakeFailure.NO_TLS);
    }

    @Test
    void may_say_nothing_for_ever() throws Exception {
      assertThat(failure(CompareCertificatesTest::stall)).isEqualTo(HandshakeFailure.SILENT);
    }

    @Test
    void may_let_one_byte_after_the_other_come_for_ever() throws Exception {
      assertThat(
              failure(
                  connection -> {
                    // A TLS record of 16 KiB, of which a byte comes now and then.
                    connection.getOutputStream().write(new byte[] {22, 3, 3, 64, 0, 2, 0, 63});
                    CountDownLatch never = new CountDownLatch(1);
                    try {
                      while (!never.await(50, TimeUnit.MILLISECONDS)) {
                        connection.getOutputStream().write(0);
                      }
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                    throw new IOException("interrupted");
                  }))
          .isEqualTo(HandshakeFailure.STALLED);
    }

    @Test
    void may_refuse_with_an_alert() throws Exception {
      assertThat(
              failure(
                  connection -> {
                    // A fatal alert: handshake_failure.
                    connection.getOutputStream().write(new byte[] {21, 3, 3, 0, 2, 2, 40});
                    return stall(connection);
                  }))
          .isEqualTo(HandshakeFailure.REFUSED);
    }

    @Test
    void may_hang_up_in_the_middle() throws Exception {
      assertThat(
              failure(
                  connection -> {
                    connection.getOutputStream().write(new byte[] {22, 3, 3, 64, 0});
                    connection.shutdownOutput();
                    return stall(connection);
                  }))
          .isEqualTo(HandshakeFailure.BROKEN_OFF);
    }

    @Test
    void may_be_asked_for_a_name_that_is_no_host_name_to_Java() throws Exception {
      try (ScriptedServer server =
          ScriptedServer.inside(CompareCertificatesTest::stall, r -> Reply.nothing(Ending.CLOSE))) {
        ApplianceAddress address =
            new ApplianceAddress("127.0.0.1", server.address().port(), "my_site.example.com", true);
        try (PairClient pair = pairAt(address, address)) {
          CertificateComparison seen = pair.compareCertificates();

          assertThat(seen.siteName()).isEqualTo("my_site.example.com");
          assertThat(failureOf(seen)).isEqualTo(HandshakeFailure.SILENT);
        }
      }
    }

    @Test
    void may_have_a_name_that_leads_nowhere() {
      ApplianceAddress nowhere = ApplianceAddress.parse("https://site1.example.com");
      try (PairClient pair = pairAt(nowhere, nowhere.named("support.example.com"))) {
        CertificateLook look = pair.compareCertificates().primary().forSite();

        assertThat(look)
            .isInstanceOfSatisfying(
                CertificateLook.NotShown.class,
                it -> assertThat(it.failure()).isEqualTo(HandshakeFailure.NAME_UNKNOWN));
      }
    }
  }

  @Test
  void closing_it_gives_a_look_up() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Skin silent =
        connection -> {
          asked.countDown();
          return stall(connection);
        };
    try (ScriptedServer server = ScriptedServer.inside(silent, r -> Reply.nothing(Ending.CLOSE))) {
      ApplianceAddress address =
          new ApplianceAddress("127.0.0.1", server.address().port(), "support.example.com", true);
      PairClient pair = pairAt(address, address, Duration.ofSeconds(50));
      CompletableFuture<CertificateComparison> look = OwnThread.of(pair::compareCertificates);
      asked.await();

      pair.close();

      // Of the four looks, those that had not begun are refused as any call of a closed client is.
      assertThat(
              look.handle(
                      (seen, failed) ->
                          failed == null
                              ? failureOf(seen) == HandshakeFailure.GIVEN_UP
                              : failed.getCause() instanceof IllegalStateException)
                  .join())
          .isTrue();
      assertThatIllegalStateException().isThrownBy(pair::compareCertificates);
    }
  }

  @Test
  void the_name_of_the_site_must_be_known() {
    ApplianceAddress ip = ApplianceAddress.parse("https://127.0.0.1:1");
    try (PairClient pair = pairAt(ip, null)) {
      assertThatIllegalStateException()
          .isThrownBy(pair::compareCertificates)
          .withMessageContaining("the name of the site is not known");
    }
  }

  @Test
  void what_is_seen_is_a_fact_for_the_rules() {
    CertificateComparison seen = withB(CertificateKind.OWN);
    PairFacts facts = PairFacts.at(InstantSource.system().instant()).certificates(seen).build();

    assertThat(facts.certificateWithoutName(PairSide.NORMAL_BACKUP).map(CertificateLook::at))
        .hasToString("Known[value=" + seen.backup().withoutName().at() + "]");
  }

  private static PairClient pairAt(ApplianceAddress address, @Nullable ApplianceAddress site) {
    return pairAt(address, site, Duration.ofSeconds(1));
  }

  private static PairClient pairAt(
      ApplianceAddress address, @Nullable ApplianceAddress site, Duration timeout) {
    PairClientBuilder pair =
        PairClient.builder(
                ApplianceClient.builder()
                    .account(ScriptedClient.account())
                    .connectTimeout(timeout)
                    .resolver(host -> List.of()))
            .primary(address)
            .backup(new ApplianceAddress("127.0.0.1", 2, "127.0.0.1", true));
    return site == null ? pair.build() : pair.site(site).build();
  }

  private static HandshakeFailure failure(Skin skin) throws Exception {
    try (ScriptedServer server = ScriptedServer.inside(skin, r -> Reply.nothing(Ending.CLOSE))) {
      ApplianceAddress address =
          new ApplianceAddress("127.0.0.1", server.address().port(), "support.example.com", true);
      try (PairClient pair = pairAt(address, address)) {
        return failureOf(pair.compareCertificates());
      }
    }
  }

  private static HandshakeFailure failureOf(CertificateComparison seen) {
    return ((CertificateLook.NotShown) seen.primary().forSite()).failure();
  }

  private static Socket stall(Socket connection) throws IOException {
    while (connection.getInputStream().read() >= 0) {
      // Nothing is said.
    }
    throw new IOException("the other side has gone");
  }
}
