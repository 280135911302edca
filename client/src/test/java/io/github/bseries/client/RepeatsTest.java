// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.client.ScriptedServer.Ending;
import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.Observation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RepeatsTest {

  private static final Reply HEALTHY = Reply.xml(Recorded.health("primary"));
  private static final RoleChangeRequest CHANGE = RoleChangeRequest.becomeBackup(Recorded.ID);

  private final AtomicLong nanos = new AtomicLong();
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();

  /** A server that answers like this, one reply after the other, and the last for ever. */
  private static ScriptedServer answering(Reply... replies) {
    AtomicInteger next = new AtomicInteger();
    return ScriptedServer.withTokens(
        r -> replies[Math.min(next.getAndIncrement(), replies.length - 1)]);
  }

  /** Lets its time pass while it pauses, and at no other moment. */
  private ApplianceClientBuilder builder(ScriptedServer server) {
    return ScriptedClient.builder(server)
        .nanoTime(nanos::get)
        .waiter(
            pause -> {
              pauses.add(pause);
              nanos.addAndGet(pause.toNanos());
            });
  }

  @Nested
  class A_read {

    static List<Reply> faults() {
      return List.of(
          Reply.nothing(Ending.CLOSE),
          Reply.nothing(Ending.RESET),
          Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n<heal", Ending.CLOSE),
          Reply.of(500, "text/html", Recorded.HTML),
          Reply.of(503, "text/plain", "", "Retry-After: 1"),
          Reply.of(408, "text/plain", ""),
          Reply.of(429, "text/plain", ""));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void succeeds_when_the_fault_passes(Reply fault) throws Exception {
      try (ScriptedServer server = answering(fault, fault, HEALTHY);
          ApplianceClient client = builder(server).build()) {
        assertThat(client.observe()).isInstanceOf(Observation.Seen.class);
        assertThat(server.requests("check_health")).hasSize(3);
        assertThat(server.requests("/oauth2/token")).hasSize(1);
        assertThat(pauses).hasSize(2);
      }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void is_made_once_when_that_is_the_setting(Reply fault) throws Exception {
      try (ScriptedServer server = answering(fault, HEALTHY);
          ApplianceClient client = builder(server).attemptsPerRead(1).build()) {
        assertThatThrownBy(client::checkHealth).isInstanceOf(ApplianceException.class);
        assertThat(server.requests("check_health")).hasSize(1);
        assertThat(pauses).isEmpty();
      }
    }

    @Test
    void pauses_longer_each_time_with_some_jitter() throws Exception {
      try (ScriptedServer server = answering(Reply.nothing(Ending.CLOSE));
          ApplianceClient client = builder(server).attemptsPerRead(4).build()) {
        client.observe();

        assertThat(pauses).hasSize(3);
        for (int i = 0; i < 3; i++) {
          Duration middle = Duration.ofMillis(200L << i);
          assertThat(pauses.get(i))
              .isBetween(middle.dividedBy(2), middle.multipliedBy(3).dividedBy(2).plusMillis(1));
        }
      }
    }

    @ParameterizedTest
    @CsvSource({
      "'Retry-After: 7', 7",
      "'Retry-After: Tue, 03 Dec 2024 15:26:12 GMT', 7",
      "'Retry-After: Tue, 03 Dec 2024 15:25:00 GMT', 0",
      "'Retry-After: soon', 0",
      "'Retry-After: -5', 0"
    })
    void waits_as_long_as_the_server_asks(String header, int seconds) throws Exception {
      Reply busy = Reply.of(503, "text/plain", "", "Date: Tue, 03 Dec 2024 15:26:05 GMT", header);
      try (ScriptedServer server = answering(busy, HEALTHY);
          ApplianceClient client = builder(server).build()) {
        client.checkHealth();

        assertThat(pauses).hasSize(1);
        if (seconds > 0) {
          assertThat(pauses).containsExactly(Duration.ofSeconds(seconds));
        } else {
          assertThat(pauses.get(0)).isLessThan(Duration.ofSeconds(1));
        }
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "999999999"})
    void does_not_wait_past_its_deadline(String retryAfter) throws Exception {
      Reply busy = Reply.of(503, "text/plain", "", "Retry-After: " + retryAfter);
      try (ScriptedServer server = answering(busy);
          ApplianceClient client = builder(server).callTimeout(Duration.ofSeconds(30)).build()) {
        assertThatThrownBy(client::checkHealth).isInstanceOf(UnreadableAnswerException.class);
        assertThat(server.requests("check_health")).hasSize(1);
        assertThat(pauses).isEmpty();
      }
    }

    @Test
    void has_one_deadline_for_all_its_attempts() throws Exception {
      Reply busy = Reply.of(503, "text/plain", "", "Retry-After: 4");
      try (ScriptedServer server = answering(busy);
          ApplianceClient client =
              builder(server).attemptsPerRead(10).callTimeout(Duration.ofSeconds(10)).build()) {
        assertThatThrownBy(client::checkHealth).isInstanceOf(UnreadableAnswerException.class);
        assertThat(server.requests("check_health")).hasSize(3);
        assertThat(Duration.ofNanos(nanos.get())).isLessThan(Duration.ofSeconds(10));
      }
    }

    @Test
    void ends_when_its_thread_is_interrupted_in_a_pause() throws Exception {
      try (ScriptedServer server = answering(Reply.nothing(Ending.CLOSE));
          ApplianceClient client =
              builder(server)
                  .waiter(
                      pause -> {
                        throw new InterruptedException();
                      })
                  .build()) {
        client.observe();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(server.requests("check_health")).hasSize(1);
      }
    }

    @Test
    void that_heard_anything_in_any_attempt_is_no_silence() throws Exception {
      try (ScriptedServer server =
              answering(HEALTHY, Reply.of(503, "a/b", ""), Reply.nothing(Ending.CLOSE));
          ApplianceClient client = builder(server).build()) {
        client.checkHealth();

        assertThat(client.observe()).isInstanceOf(Observation.Unreadable.class);
        assertThat(client.observe()).isInstanceOf(Observation.Silent.class);
      }
    }
  }

  @Nested
  class A_call_for_a_token {

    private ScriptedServer tokensAfter(Reply fault) {
      AtomicInteger asked = new AtomicInteger();
      return ScriptedServer.of(
          r ->
              r.path().equals("/oauth2/token")
                  ? asked.incrementAndGet() == 1 ? fault : Reply.token(ScriptedServer.TOKEN)
                  : HEALTHY);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void is_repeated_after_an_answer_of_trouble(int status) throws Exception {
      try (ScriptedServer server = tokensAfter(Reply.of(status, "text/html", Recorded.HTML));
          ApplianceClient client = builder(server).build()) {
        assertThat(client.checkHealth().applianceId()).isEqualTo(Recorded.ID);
        assertThat(server.requests("/oauth2/token")).hasSize(2);
      }
    }

    @Test
    void is_not_repeated_when_its_answer_was_lost_since_it_may_have_counted() throws Exception {
      try (ScriptedServer server = tokensAfter(Reply.nothing(Ending.CLOSE));
          ApplianceClient client = builder(server).build()) {
        assertThatThrownBy(client::checkHealth).isInstanceOf(UnreachableException.class);
        assertThat(server.requests("/oauth2/token")).hasSize(1);
      }
    }
  }

  @Nested
  class A_change {

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void is_sent_once_however_often_reads_may_be_repeated(int status) throws Exception {
      Reply trouble = Reply.of(status, "text/plain", "", "Retry-After: 0");
      try (ScriptedServer server =
              ScriptedServer.withTokens(r -> r.asksFor("set_failover_role") ? trouble : HEALTHY);
          ApplianceClient client = builder(server).attemptsPerRead(10).build()) {
        RoleChange change = client.setFailoverRole(CHANGE);

        assertThat(change).isInstanceOf(RoleChange.Unconfirmed.class);
        assertThat(server.requests("set_failover_role")).hasSize(1);
        assertThat(pauses).isEmpty();
      }
    }

    @ParameterizedTest
    @MethodSource("lost")
    void whose_answer_is_lost_is_sent_once_after_a_look_that_was_repeated(Reply lost)
        throws Exception {
      AtomicInteger looks = new AtomicInteger();
      try (ScriptedServer server =
              ScriptedServer.withTokens(
                  r -> {
                    if (r.asksFor("set_failover_role")) {
                      return lost;
                    }
                    return looks.incrementAndGet() < 3 ? Reply.nothing(Ending.CLOSE) : HEALTHY;
                  });
          ApplianceClient client = builder(server).attemptsPerRead(10).build()) {
        RoleChange change = client.setFailoverRole(CHANGE);

        assertThat(change).isInstanceOf(RoleChange.Unconfirmed.class);
        assertThat(looks).hasValue(3);
        assertThat(server.requests("set_failover_role")).hasSize(1);
      }
    }

    static List<Reply> lost() {
      return List.of(
          Reply.nothing(Ending.CLOSE),
          Reply.nothing(Ending.RESET),
          Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n<succ", Ending.CLOSE));
    }

    @Test
    void whose_token_is_refused_is_sent_once_and_the_token_is_dropped() throws Exception {
      try (ScriptedServer server =
              ScriptedServer.withTokens(
                  r ->
                      r.asksFor("set_failover_role")
                          ? Reply.of(401, "application/json", Recorded.TOKEN_REFUSED)
                          : HEALTHY);
          ApplianceClient client = builder(server).attemptsPerRead(10).build()) {
        assertThat(client.setFailoverRole(CHANGE)).isInstanceOf(RoleChange.Refused.class);
        client.checkHealth();

        assertThat(server.requests("set_failover_role")).hasSize(1);
        assertThat(server.requests("/oauth2/token")).hasSize(2);
      }
    }
  }

  @Nested
  class A_download {

    @ParameterizedTest
    @MethodSource("cut")
    void is_not_repeated_once_it_was_asked_for(Reply reply, @TempDir Path folder) throws Exception {
      try (ScriptedServer server = answering(reply);
          ApplianceClient client = builder(server).build()) {
        assertThatThrownBy(() -> client.downloadBackup(folder.resolve("site.nsb")))
            .isInstanceOf(ApplianceException.class);
        assertThat(server.requests("/api/backup")).hasSize(1);
        assertThat(folder).isEmptyDirectory();
      }
    }

    static List<Reply> cut() {
      byte[] backup = new byte[300_000];
      new Random(1).nextBytes(backup);
      Reply whole = Reply.of(200, "application/octet-stream", backup);
      return List.of(
          Reply.nothing(Ending.CLOSE),
          Reply.of(500, "text/html", Recorded.HTML),
          whole.cutAfter(100, Ending.CLOSE),
          whole.cutAfter(200_000, Ending.CLOSE),
          whole.cutAfter(200_000, Ending.RESET));
    }

    @Test
    void is_repeated_while_the_appliance_is_too_busy_to_begin(@TempDir Path folder)
        throws Exception {
      Reply busy = Reply.of(503, "text/plain", "", "Retry-After: 2");
      try (ScriptedServer server = answering(busy);
          ApplianceClient client = builder(server).build()) {
        assertThatThrownBy(() -> client.downloadBackup(folder.resolve("site.nsb")))
            .isInstanceOf(UnreadableAnswerException.class);
        assertThat(server.requests("/api/backup")).hasSize(3);
      }
    }
  }

  @Test
  void a_probe_is_made_once() throws Exception {
    try (ScriptedServer server = ScriptedServer.of(r -> Reply.of(503, "a/b", ""));
        ApplianceClient client = builder(server).build()) {
      assertThat(client.probe()).isInstanceOf(Probe.Unknown.class);
      assertThat(server.requests()).hasSize(1);
    }
  }
}
