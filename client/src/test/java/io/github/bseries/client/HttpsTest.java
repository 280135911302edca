// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bseries.client.ScriptedServer.Ending;
import io.github.bseries.client.ScriptedServer.Received;
import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.client.ScriptedServer.Skin;
import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.Observation;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class HttpsTest {

  private static final String SITE = "support.example.com";
  private static final RoleChangeRequest CHANGE = RoleChangeRequest.becomeBackup(Recorded.ID);

  @TempDir private static Path folder;

  private static SelfSigned ofSite;
  private static SelfSigned ofAnother;

  @BeforeAll
  static void make_certificates() throws Exception {
    ofSite = SelfSigned.forName(SITE, folder);
    ofAnother = SelfSigned.forName("other.example.com", folder);
  }

  private static Socket tls(SelfSigned certificate, Socket connection) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            certificate.context().getSocketFactory().createSocket(connection, null, 0, true);
    socket.setUseClientMode(false);
    socket.startHandshake();
    return socket;
  }

  private static Function<Received, Reply> primaryThat(Reply change) {
    return request ->
        request.asksFor("set_failover_role") ? change : Reply.xml(Recorded.health("primary"));
  }

  private static final Reply CHANGED = Reply.xml("<success>Successfully changed role.</success>");

  /** The server's own address, under the name of the site. */
  private static ApplianceClientBuilder client(ScriptedServer server, SelfSigned trusted) {
    int port = server.address().port();
    return ScriptedClient.hasty(server)
        .address(new ApplianceAddress("127.0.0.1", port, SITE, true))
        .trustedCertificates(trusted.pem());
  }

  private static UnreachableException unreachable(
      Skin skin, SelfSigned trusted, Function<Received, Reply> script) throws Exception {
    try (ScriptedServer server = ScriptedServer.inside(skin, script);
        ApplianceClient client = client(server, trusted).build()) {
      Observation seen = client.observe();
      UnreachableException e =
          catchThrowableOfType(UnreachableException.class, client::checkHealth);

      assertThat(seen)
          .isInstanceOf(e.isSilent() ? Observation.Silent.class : Observation.Unreadable.class);
      return e;
    }
  }

  @Nested
  class The_name_of_the_site {

    @Test
    void is_sent_and_verified_while_the_address_is_called() throws Exception {
      List<String> names = new CopyOnWriteArrayList<>();
      Skin skin =
          connection -> {
            Socket socket = tls(ofSite, connection);
            ((ExtendedSSLSession) ((SSLSocket) socket).getSession())
                .getRequestedServerNames()
                .forEach(
                    name -> names.add(new String(name.getEncoded(), StandardCharsets.US_ASCII)));
            return socket;
          };
      try (ScriptedServer server = ScriptedServer.inside(skin, primaryThat(CHANGED));
          ApplianceClient client = client(server, ofSite).build()) {
        assertThat(client.setFailoverRole(CHANGE)).isInstanceOf(RoleChange.Confirmed.class);

        String host = "Host: " + SITE + ":" + server.address().port();
        assertThat(names).hasSize(3).containsOnly(SITE);
        assertThat(server.requests()).hasSize(3).allMatch(request -> request.hasHeader(host));
      }
    }

    @Test
    void must_stand_in_the_certificate() throws Exception {
      UnreachableException e =
          unreachable(connection -> tls(ofAnother, connection), ofAnother, primaryThat(CHANGED));

      assertThat(e).hasMessageContaining("not for the name " + SITE);
      assertThat(e.isSilent()).isFalse();
      assertThat(e.isRetryable()).isFalse();
    }
  }

  @Nested
  class A_certificate {

    @Test
    void that_is_not_trusted_is_no_silence_and_no_reason_to_try_again() throws Exception {
      UnreachableException e =
          unreachable(connection -> tls(ofSite, connection), ofAnother, primaryThat(CHANGED));

      assertThat(e).hasMessageContaining("the certificate is not trusted");
      assertThat(e.isSilent()).isFalse();
      assertThat(e.isRetryable()).isFalse();
    }

    @Test
    void that_is_not_trusted_lets_no_credentials_out() throws Exception {
      try (ScriptedServer server =
              ScriptedServer.inside(
                  connection -> tls(ofAnother, connection), primaryThat(CHANGED));
          ApplianceClient client = client(server, ofSite).build()) {
        assertThatThrownBy(client::checkHealth).isInstanceOf(UnreachableException.class);

        assertThat(server.requests()).isEmpty();
      }
    }

    @Test
    void of_a_self_signed_server_is_not_trusted_by_default() throws Exception {
      try (ScriptedServer server =
              ScriptedServer.inside(connection -> tls(ofSite, connection), primaryThat(CHANGED));
          ApplianceClient client =
              ApplianceClient.builder()
                  .account(ScriptedClient.account())
                  .address(new ApplianceAddress("127.0.0.1", server.address().port(), SITE, true))
                  .build()) {

        assertThat(client.observe())
            .isInstanceOfSatisfying(
                Observation.Unreadable.class,
                unreadable -> assertThat(unreadable.reason()).contains("not trusted"));
      }
    }
  }

  @Nested
  class A_connection_that_ends {

    @ParameterizedTest
    @EnumSource(names = {"CLOSE", "RESET", "STALL"})
    void after_the_handshake_is_no_silence(Ending ending) throws Exception {
      UnreachableException e =
          unreachable(
              connection -> tls(ofSite, connection), ofSite, request -> Reply.nothing(ending));

      assertThat(e.isSilent()).isFalse();
      assertThat(e.isRetryable()).isTrue();
    }

    @Test
    void before_the_server_said_anything_is_silence() throws Exception {
      UnreachableException e =
          unreachable(HttpsTest::close, ofSite, request -> Reply.nothing(Ending.CLOSE));

      assertThat(e.isSilent()).isTrue();
    }

    @Test
    void never_without_a_word_of_the_server_is_silence() throws Exception {
      UnreachableException e =
          unreachable(HttpsTest::stall, ofSite, request -> Reply.nothing(Ending.CLOSE));

      assertThat(e.isSilent()).isTrue();
    }

    @Test
    void with_plain_words_instead_of_TLS_is_no_silence() throws Exception {
      UnreachableException e =
          unreachable(
              connection -> {
                connection
                    .getOutputStream()
                    .write("HTTP/1.1 400 Bad\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                return close(connection);
              },
              ofSite,
              request -> Reply.nothing(Ending.CLOSE));

      assertThat(e.isSilent()).isFalse();
    }
  }

  private static Socket close(Socket connection) throws IOException {
    connection.shutdownOutput();
    return stall(connection);
  }

  private static Socket stall(Socket connection) throws IOException {
    while (connection.getInputStream().read() >= 0) {
      // Nothing is said.
    }
    throw new IOException("the other side has gone");
  }

  @Nested
  class A_role_change {

    /** Good for the token and the look; then something else. */
    private static Skin atTheThird(Skin something) {
      AtomicInteger connections = new AtomicInteger();
      return connection ->
          connections.incrementAndGet() == 3
              ? something.around(connection)
              : tls(ofSite, connection);
    }

    private static void isNotSentOver(Skin skin) throws Exception {
      try (ScriptedServer server = ScriptedServer.inside(skin, primaryThat(CHANGED));
          ApplianceClient client = client(server, ofSite).build()) {

        assertThatThrownBy(() -> client.setFailoverRole(CHANGE))
            .isInstanceOf(UnreachableException.class)
            .hasMessageContaining("set_failover_role (not sent)");
        assertThat(server.requests("set_failover_role")).isEmpty();
      }
    }

    @Test
    void is_not_sent_to_a_certificate_that_is_not_trusted() throws Exception {
      isNotSentOver(atTheThird(connection -> tls(ofAnother, connection)));
    }

    @Test
    void is_not_sent_where_the_handshake_ends_early() throws Exception {
      isNotSentOver(atTheThird(HttpsTest::close));
    }

    @Test
    void is_not_sent_where_the_handshake_stalls() throws Exception {
      isNotSentOver(atTheThird(HttpsTest::stall));
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSE", "STALL"})
    void is_unconfirmed_once_it_went_out(Ending ending) throws Exception {
      Function<Received, Reply> script = primaryThat(Reply.nothing(ending));
      try (ScriptedServer server =
              ScriptedServer.inside(connection -> tls(ofSite, connection), script);
          ApplianceClient client = client(server, ofSite).build()) {

        assertThat(client.setFailoverRole(CHANGE)).isInstanceOf(RoleChange.Unconfirmed.class);
        assertThat(server.requests("set_failover_role")).hasSize(1);
      }
    }
  }
}
