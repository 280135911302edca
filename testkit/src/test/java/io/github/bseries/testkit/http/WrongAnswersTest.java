// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.testkit.ApplianceFault;
import io.github.bseries.testkit.ApplianceFault.EndsTokenEarly;
import io.github.bseries.testkit.ApplianceFault.RefusesConnections;
import io.github.bseries.testkit.ApplianceFault.ResetsConnection;
import io.github.bseries.testkit.ApplianceFault.SlowsAnswer;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.CallMatch;
import io.github.bseries.testkit.DeformedAnswer;
import io.github.bseries.testkit.FaultRule;
import io.github.bseries.testkit.ForeignAnswer;
import io.github.bseries.testkit.RecordedCall;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.junit.SimulatedPairTest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@SimulatedPairTest
@Timeout(60)
class WrongAnswersTest extends CallsWithToken {

  private static final String HEALTH = "action=check_health";
  private static final String BECOME_BACKUP = "action=set_failover_role&role=backup";

  WrongAnswersTest(SimulatedPair pair, PairAddresses addresses) {
    super(pair, addresses);
  }

  private RawAnswer healthWith(ApplianceFault fault) throws IOException {
    pair.a().misbehaves(CallKind.CHECK_HEALTH, fault);
    return caller.command(a, token, HEALTH);
  }

  private RawAnswer backupWith(ApplianceFault fault) throws IOException {
    pair.a().misbehaves(CallKind.BACKUP, fault);
    return caller.get(a, "/api/backup", PlainCaller.bearer(token));
  }

  @ParameterizedTest
  @EnumSource(ForeignAnswer.class)
  void somebody_else_answers_and_the_work_is_not_done(ForeignAnswer answer) throws IOException {
    pair.a().misbehaves(CallKind.SET_FAILOVER_ROLE, answer);

    RawAnswer got = caller.command(a, token, BECOME_BACKUP);

    ApplianceFault.Answers expected = answer.insteadOfWork().orElseThrow();
    assertThat(got.status()).isEqualTo(expected.status());
    assertThat(got.body()).isEqualTo(expected.body());
    expected
        .headers()
        .forEach((name, value) -> assertThat(got.headers(name)).containsExactly(value));
    assertThat(pair.a().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
    assertThat(lastCall().carriedOut()).isFalse();
    assertThat(answer.cause()).isNotBlank();
    assertThat(answer.label()).matches("[a-z0-9-]+");
  }

  @ParameterizedTest
  @CsvSource({
    "REDIRECT_302, 302",
    "REDIRECT_307, 307",
    "UNAUTHORIZED, 401",
    "REQUEST_TIMEOUT, 408",
    "TOO_MANY_CALLS, 429",
    "UNAVAILABLE_RETRY_AT_ONCE, 503",
    "SERVER_ERROR_IN_JSON, 500",
    "EMPTY, 200"
  })
  void their_status_is_the_one_of_their_name(ForeignAnswer answer, int status) {
    assertThat(answer.insteadOfWork().orElseThrow().status()).isEqualTo(status);
  }

  @Test
  void a_storm_of_401_lasts_until_it_is_removed() throws IOException {
    String id = pair.a().misbehaves(FaultRule.standing(ForeignAnswer.UNAUTHORIZED));
    for (int i = 0; i < 5; i++) {
      assertThat(caller.command(a, token, HEALTH).status()).isEqualTo(401);
    }
    pair.callFaults().remove(id);

    assertThat(caller.command(a, token, HEALTH).status()).isEqualTo(200);
  }

  @Test
  void a_deformed_answer_is_that_of_work_which_was_done() throws IOException {
    pair.a().misbehaves(CallKind.SET_FAILOVER_ROLE, DeformedAnswer.WRONG_CONTENT_TYPE);

    RawAnswer answer = caller.command(a, token, BECOME_BACKUP);

    assertThat(answer.headers("Content-Type")).containsExactly("text/html; charset=UTF-8");
    assertThat(answer.body()).contains("Successfully changed role.");
    assertThat(pair.a().failoverRole()).isEqualTo(FailoverRole.BACKUP);
    assertThat(lastCall().carriedOut()).isTrue();
  }

  @Test
  void text_in_another_charset_is_said_to_be_utf_8() throws IOException {
    RawAnswer answer = healthWith(DeformedAnswer.WRONG_CHARSET);

    assertThat(answer.headers("Content-Type")).containsExactly("text/xml; charset=UTF-8");
    assertThat(new String(answer.bodyBytes(), StandardCharsets.UTF_16LE))
        .startsWith("<?xml")
        .contains("<success>1</success>");
  }

  @Test
  void a_byte_order_mark_stands_before_the_declaration() throws IOException {
    byte[] bytes = healthWith(DeformedAnswer.BYTE_ORDER_MARK).bodyBytes();

    assertThat(Arrays.copyOf(bytes, 8)).containsExactly(0xef, 0xbb, 0xbf, '<', '?', 'x', 'm', 'l');
  }

  @Test
  void an_entity_bomb_grows_tenfold_nine_times() throws IOException {
    String body = healthWith(DeformedAnswer.ENTITY_BOMB).body();

    assertThat(body)
        .contains("<!DOCTYPE health_check [\n<!ENTITY bomb0 \"bomb\">")
        .contains("<!ENTITY bomb9 \"" + "&bomb8;".repeat(10) + "\">")
        .contains("API/command\">&bomb9;")
        .hasSizeLessThan(10_000);
  }

  @Test
  void a_document_type_names_a_file_elsewhere() throws IOException {
    assertThat(healthWith(DeformedAnswer.DOCUMENT_TYPE).body())
        .contains("\n\n<!DOCTYPE health_check SYSTEM \"http://127.0.0.1:9/none.dtd\">\n<health_");
  }

  @Test
  void elements_are_nested_a_hundred_thousand_deep() throws IOException {
    String body = healthWith(DeformedAnswer.DEEP_NESTING).body();

    assertThat(body.split("<deep>", -1)).hasSize(100_001);
    assertThat(body.split("</deep>", -1)).hasSize(100_001);
    assertThat(body).endsWith("</health_check>\n\n\n");
  }

  @Test
  void a_role_is_unknown_and_success_is_missing() throws IOException {
    assertThat(healthWith(DeformedAnswer.UNKNOWN_ROLE).body())
        .contains("<failover_role>witness</failover_role>");
    assertThat(healthWith(DeformedAnswer.MISSING_SUCCESS).body())
        .doesNotContain("<success>")
        .contains("<failover_role>primary</failover_role>");
  }

  @Test
  void a_huge_answer_is_made_while_it_is_sent() throws IOException {
    pair.a().misbehaves(CallKind.CHECK_HEALTH, DeformedAnswer.HUGE);
    String request =
        PlainCaller.request("GET", "/api/command?" + HEALTH, "", PlainCaller.bearer(token));

    long length = 0;
    try (SSLSocket socket = caller.connect(a)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] buffer = new byte[64 * 1024];
      for (int n = socket.getInputStream().read(buffer);
          n >= 0;
          n = socket.getInputStream().read(buffer)) {
        length += n;
      }
    }

    assertThat(length).isGreaterThan(100_000_000);
  }

  @Test
  void a_backup_is_half_or_nothing_or_a_page_or_a_line_and_ends_as_if_it_were_whole()
      throws IOException {
    assertThat(backupWith(DeformedAnswer.TRUNCATED).bodyBytes()).hasSize(512 * 1024);
    assertThat(backupWith(DeformedAnswer.ZERO_BYTES).bodyBytes()).isEmpty();
    assertThat(backupWith(DeformedAnswer.HTML_AS_BACKUP).body()).startsWith("<!DOCTYPE html>");
    RawAnswer text = backupWith(DeformedAnswer.TEXT_AS_BACKUP);
    assertThat(text.body()).isEqualTo("Invalid credentials");
    assertThat(text.headers("Content-Type")).containsExactly("application/octet-stream");
    assertThat(text.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"WRONG_CHARSET", "ENTITY_BOMB", "DOCUMENT_TYPE", "DEEP_NESTING", "UNKNOWN_ROLE"})
  void what_is_meant_for_text_leaves_a_backup_as_it_is(DeformedAnswer how) throws IOException {
    pair.a().misbehaves(FaultRule.standing(how));

    assertThat(caller.get(a, "/api/backup", PlainCaller.bearer(token)).bodyBytes())
        .isEqualTo(pair.a().backup().orElseThrow().open().readAllBytes());
  }

  @Test
  void a_token_dies_early_though_it_says_otherwise() throws IOException {
    pair.a().misbehaves(CallKind.TOKEN, new EndsTokenEarly(Duration.ofMinutes(5)));
    String shortLived = caller.token(a, pair.account());

    pair.advance(Duration.ofMinutes(5).minusNanos(1));
    assertThat(caller.command(a, shortLived, HEALTH).status()).isEqualTo(200);
    pair.advance(Duration.ofNanos(1));
    assertThat(caller.command(a, shortLived, HEALTH).status()).isEqualTo(401);
    assertThat(caller.command(a, token, HEALTH).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_connection_is_reset_before_or_after_the_work(boolean afterWork) throws IOException {
    pair.a().misbehaves(CallKind.SET_FAILOVER_ROLE, new ResetsConnection(afterWork));
    String request =
        PlainCaller.request("GET", "/api/command?" + BECOME_BACKUP, "", PlainCaller.bearer(token));

    try (SSLSocket socket = caller.connect(a)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
    assertThat(pair.a().failoverRole())
        .isEqualTo(afterWork ? FailoverRole.BACKUP : FailoverRole.PRIMARY);
    assertThat(pair.a().roleChangesReceived()).isEqualTo(1);
    assertThat(lastCall().status()).isEqualTo(RecordedCall.NO_STATUS);
    assertThat(lastCall().carriedOut()).isEqualTo(afterWork);
  }

  @Test
  void refused_connections_are_accepted_again_when_the_fault_is_removed() throws IOException {
    String id = pair.a().misbehaves(FaultRule.standing(new RefusesConnections()));

    assertThatThrownBy(() -> caller.get(a, "/check_health")).isInstanceOf(ConnectException.class);
    assertThatThrownBy(() -> caller.get(addresses.site(), "/check_health"))
        .isInstanceOf(ConnectException.class);
    assertThat(caller.get(addresses.b(), "/check_health").status()).isEqualTo(200);
    assertThat(pair.a().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
    pair.callFaults().remove(id);

    assertThat(caller.get(a, "/check_health").status()).isEqualTo(200);
  }

  @Test
  void a_slow_answer_takes_its_time_and_arrives_whole() throws IOException {
    pair.a().misbehaves(new SlowsAnswer(4_000));
    long start = System.nanoTime();

    RawAnswer answer = caller.command(a, token, HEALTH);

    // About 1,000 bytes with headers, and all but the last piece are waited for.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(150));
    assertThat(answer.body()).contains("</health_check>");
  }

  @Test
  void a_fault_can_be_that_of_the_way_through_the_site() throws IOException {
    pair.callFaults()
        .place(FaultRule.standing(ForeignAnswer.PROXY_PAGE).on(CallMatch.ANY.bySite()));

    assertThat(caller.get(a, "/check_health").body()).isEqualTo("The health check succeeded.\n");
    assertThat(caller.get(addresses.site(), "/check_health").body()).contains("<title>Sign in");
  }
}
