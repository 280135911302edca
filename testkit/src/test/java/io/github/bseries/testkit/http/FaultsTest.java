// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.testkit.ApplianceFault;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.RecordedCall;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.junit.SimulatedPairTest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@SimulatedPairTest
@Timeout(30)
class FaultsTest extends CallsWithToken {

  private static final String BECOME_BACKUP = "action=set_failover_role&role=backup";

  FaultsTest(SimulatedPair pair, PairAddresses addresses) {
    super(pair, addresses);
  }

  @Test
  void a_lost_answer_leaves_the_work_done() throws IOException {
    pair.a().misbehaves(CallKind.SET_FAILOVER_ROLE, new ApplianceFault.LosesAnswer());

    RawAnswer answer = caller.command(a, token, BECOME_BACKUP);

    assertThat(answer.bytes()).isEmpty();
    assertThat(pair.a().failoverRole()).isEqualTo(FailoverRole.BACKUP);
    assertThat(pair.a().roleChangesReceived()).isEqualTo(1);
    assertThat(lastCall().status()).isEqualTo(RecordedCall.NO_STATUS);
    assertThat(lastCall().carriedOut()).isTrue();
    assertThat(lastCall().fault()).isEqualTo(new ApplianceFault.LosesAnswer());
  }

  @Test
  void a_lost_answer_can_be_lost_on_the_way_through_the_site() throws IOException {
    pair.a().misbehaves(new ApplianceFault.LosesAnswer());

    assertThat(caller.get(addresses.site(), "/check_health").bytes()).isEmpty();
    assertThat(caller.get(addresses.site(), "/check_health").status()).isEqualTo(200);
  }

  @Test
  void an_answer_of_somebody_else_leaves_the_work_undone() throws IOException {
    pair.a()
        .misbehaves(
            CallKind.SET_FAILOVER_ROLE,
            new ApplianceFault.Answers(503, Map.of("Retry-After", "0"), "<html>later</html>"));

    RawAnswer answer = caller.command(a, token, BECOME_BACKUP);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers("Retry-After")).containsExactly("0");
    assertThat(answer.body()).isEqualTo("<html>later</html>");
    assertThat(pair.a().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
    assertThat(pair.a().roleChangesReceived()).isEqualTo(1);
    assertThat(lastCall().carriedOut()).isFalse();
  }

  @Test
  void a_fault_meets_one_call_of_its_kind() throws IOException {
    pair.a().misbehaves(CallKind.CHECK_HEALTH, new ApplianceFault.Answers(500, Map.of(), ""));

    assertThat(caller.get(a, "/check_health").status()).isEqualTo(200);
    assertThat(caller.command(a, token, "action=check_health").status()).isEqualTo(500);
    assertThat(caller.command(a, token, "action=check_health").status()).isEqualTo(200);
  }

  @Test
  void an_answer_may_claim_another_length() throws IOException {
    pair.a().misbehaves(new ApplianceFault.Answers(200, Map.of("Content-Length", "2"), "ok"));

    RawAnswer answer = caller.get(a, "/check_health");

    assertThat(answer.headers("Content-Length")).containsExactly("2");
    assertThat(answer.headers("Transfer-Encoding")).isEmpty();
    assertThat(answer.rawBody()).isEqualTo("ok");
  }

  @Test
  void a_backup_is_cut_in_the_middle_and_its_last_chunk_is_missing() throws IOException {
    pair.a().misbehaves(CallKind.BACKUP, new ApplianceFault.CutsAnswer(300_000));

    RawAnswer answer = caller.get(a, "/api/backup", PlainCaller.bearer(token));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.bytes().length).isBetween(300_000 - 40_000, 300_000);
    assertThat(answer.rawBody()).doesNotEndWith("\r\n0\r\n\r\n");
    assertThat(lastCall().status()).isEqualTo(200);
  }

  @Test
  void an_answer_shorter_than_the_cut_arrives_whole() throws IOException {
    pair.a().misbehaves(new ApplianceFault.CutsAnswer(100_000_000));

    RawAnswer answer = caller.get(a, "/check_health");

    assertThat(answer.body()).isEqualTo("The health check succeeded.\n");
  }

  @Test
  void a_stalled_call_gets_no_byte_and_keeps_its_connection_until_the_power_goes()
      throws IOException {
    pair.a().misbehaves(CallKind.SET_FAILOVER_ROLE, new ApplianceFault.Stalls());
    String request =
        PlainCaller.request("GET", "/api/command?" + BECOME_BACKUP, "", PlainCaller.bearer(token));

    try (SSLSocket socket = caller.connect(a)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(300);
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(pair.a().failoverRole()).isEqualTo(FailoverRole.BACKUP);

      pair.a().powerOff();

      socket.setSoTimeout(0);
      assertThat(PlainCaller.isAtItsEnd(socket)).isTrue();
    }
    assertThat(lastCall().status()).isEqualTo(RecordedCall.NO_STATUS);
  }

  @Test
  void one_stalled_call_does_not_hold_up_the_next() throws IOException {
    pair.a().misbehaves(new ApplianceFault.Stalls());
    try (SSLSocket socket = caller.connect(a)) {
      socket
          .getOutputStream()
          .write(
              PlainCaller.request("GET", "/check_health", "").getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(300);
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);

      assertThat(caller.get(a, "/check_health").status()).isEqualTo(200);
    }
  }
}
