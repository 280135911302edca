// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.bseries.client.ScriptedServer.Ending;
import io.github.bseries.client.ScriptedServer.Received;
import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.RoleLayout;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class PairClientTest {

  private static ScriptedServer appliance(String role) {
    String id = role.equals("backup") ? Recorded.OTHER_ID.value() : Recorded.ID_TEXT;
    String health = Recorded.health(role).replace(Recorded.ID_TEXT, id);
    return ScriptedServer.withTokens(r -> Reply.xml(health));
  }

  /** An appliance that answers health only when both of the others are asked for it, too. */
  private static Function<Received, Reply> meeting(CyclicBarrier all, String role) {
    return request -> {
      try {
        all.await();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      return Reply.xml(Recorded.health(role));
    };
  }

  private static ApplianceClientBuilder common(ScriptedServer any) {
    return ScriptedClient.hasty(any);
  }

  private static PairClient pairOf(ScriptedServer primary, ScriptedServer backup) {
    return PairClient.builder(common(primary))
        .primary(primary.address())
        .backup(backup.address())
        .build();
  }

  @Nested
  class A_look {

    @Test
    void sees_both_and_the_site() throws Exception {
      try (ScriptedServer primary = appliance("primary");
          ScriptedServer backup = appliance("backup");
          ScriptedServer site = appliance("primary");
          PairClient pair =
              PairClient.builder(common(primary))
                  .primary(primary.address())
                  .backup(backup.address())
                  .site(site.address())
                  .build()) {
        PairSnapshot snapshot = pair.observe();

        assertThat(snapshot.layout()).isEqualTo(RoleLayout.ONE_PRIMARY);
        assertThat(snapshot.site().siteName()).isEqualTo("127.0.0.1");
        assertThat(snapshot.site().observation().health().orElseThrow().failoverRole())
            .isEqualTo(FailoverRole.PRIMARY);
      }
    }

    @Test
    void is_made_at_all_three_at_the_same_time() throws Exception {
      CyclicBarrier all = new CyclicBarrier(3);
      try (ScriptedServer primary = ScriptedServer.withTokens(meeting(all, "primary"));
          ScriptedServer backup = ScriptedServer.withTokens(meeting(all, "backup"));
          ScriptedServer site = ScriptedServer.withTokens(meeting(all, "primary"));
          PairClient pair =
              PairClient.builder(ScriptedClient.builder(primary))
                  .primary(primary.address())
                  .backup(backup.address())
                  .site(site.address())
                  .build()) {
        PairSnapshot snapshot = pair.observe();

        assertThat(List.of(snapshot.primary(), snapshot.backup(), snapshot.site().observation()))
            .allMatch(Observation.Seen.class::isInstance);
      }
    }

    @Test
    void goes_without_the_site_if_nobody_named_it() throws Exception {
      try (ScriptedServer primary = appliance("primary");
          ScriptedServer backup = appliance("backup");
          PairClient pair = pairOf(primary, backup)) {

        assertThat(pair.observe().site()).isNull();
      }
    }

    @Test
    void tells_silence_from_a_strange_answer() throws Exception {
      try (ScriptedServer primary = ScriptedServer.of(r -> Reply.nothing(Ending.STALL));
          ScriptedServer backup =
              ScriptedServer.withTokens(r -> Reply.of(200, "text/html", Recorded.HTML));
          PairClient pair = pairOf(primary, backup)) {
        PairSnapshot snapshot = pair.observe();

        assertThat(snapshot.primary()).isInstanceOf(Observation.Silent.class);
        assertThat(snapshot.backup()).isInstanceOf(Observation.Unreadable.class);
        assertThat(snapshot.layout()).isEqualTo(RoleLayout.PARTLY_SEEN);
      }
    }

    @Test
    void runs_on_threads_that_are_named_and_hold_no_program_up() throws Exception {
      LinkedBlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
      try (ScriptedServer primary = appliance("primary");
          ScriptedServer backup = appliance("backup");
          PairClient pair =
              PairClient.builder(
                      common(primary)
                          .clock(
                              () -> {
                                threads.add(Thread.currentThread());
                                return Instant.EPOCH;
                              }))
                  .primary(primary.address())
                  .backup(backup.address())
                  .build()) {
        pair.observe();

        assertThat(threads)
            .isNotEmpty()
            .allMatch(Thread::isDaemon)
            .allMatch(thread -> thread.getName().matches("bseries-pair-\\d+-look-\\d+"));
      }
    }
  }

  @Nested
  class A_builder {

    private static final ApplianceAddress ONE = ApplianceAddress.parse("12.12.1.50");

    private static PairClientBuilder builder() {
      return PairClient.builder(ApplianceClient.builder().account(ScriptedClient.account()));
    }

    @ParameterizedTest
    @CsvSource({
      "https://site1.example.com, SITE1.example.com:443",
      "12.12.1.50, 12.12.1.50",
      "https://[2001:db8::1], https://[2001:db8:0:0::1]:443"
    })
    void refuses_the_same_address_twice(String one, String other) {
      PairClientBuilder builder =
          builder().primary(ApplianceAddress.parse(one)).backup(ApplianceAddress.parse(other));

      assertThatIllegalStateException()
          .isThrownBy(builder::build)
          .withMessageContaining("the same address");
    }

    @Test
    void refuses_the_same_address_under_two_names() {
      PairClientBuilder builder =
          builder().primary(ONE.named("a.example.com")).backup(ONE.named("b.example.com"));

      assertThatIllegalStateException().isThrownBy(builder::build);
    }

    @Test
    void names_what_is_missing() {
      assertThatIllegalStateException()
          .isThrownBy(builder().backup(ONE)::build)
          .withMessageContaining("normal primary");
      assertThatIllegalStateException()
          .isThrownBy(builder().primary(ONE)::build)
          .withMessageContaining("normal backup");
    }

    @Test
    void needs_an_account() {
      PairClientBuilder builder =
          PairClient.builder(ApplianceClient.builder())
              .primary(ONE)
              .backup(ApplianceAddress.parse("12.12.1.51"));

      assertThatIllegalStateException()
          .isThrownBy(builder::build)
          .withMessage("account is required");
    }

    @Test
    void makes_a_pair_that_shows_its_addresses_only() {
      try (PairClient pair =
          builder()
              .primary(ONE)
              .backup(ApplianceAddress.parse("12.12.1.51"))
              .site(ApplianceAddress.parse("site.example.com"))
              .build()) {

        assertThat(pair)
            .hasToString(
                "PairClient[https://12.12.1.50:443, https://12.12.1.51:443,"
                    + " site https://site.example.com:443]");
        assertThat(pair.primary().address()).isEqualTo(ONE);
        assertThat(pair.backup().address().host()).isEqualTo("12.12.1.51");
      }
    }
  }

  @Test
  void closed_it_refuses_every_look_and_closes_again() throws Exception {
    try (ScriptedServer primary = appliance("primary");
        ScriptedServer backup = appliance("backup")) {
      PairClient pair = pairOf(primary, backup);

      pair.close();

      assertThatCode(pair::close).doesNotThrowAnyException();
      assertThatIllegalStateException().isThrownBy(pair::observe).withMessage(pair + " is closed");
      assertThatIllegalStateException().isThrownBy(pair.primary()::checkHealth);
      assertThatIllegalStateException().isThrownBy(pair.backup()::checkHealth);
      assertThat(primary.requests()).isEmpty();
    }
  }

  @Test
  void closing_it_during_a_look_is_never_taken_for_silence() throws Exception {
    CountDownLatch asked = new CountDownLatch(2);
    Function<Received, Reply> script =
        request -> {
          asked.countDown();
          return Reply.nothing(Ending.STALL);
        };
    try (ScriptedServer primary = ScriptedServer.of(script);
        ScriptedServer backup = ScriptedServer.of(script)) {
      PairClient pair =
          PairClient.builder(ScriptedClient.builder(primary))
              .primary(primary.address())
              .backup(backup.address())
              .build();
      CompletableFuture<PairSnapshot> look = OwnThread.of(pair::observe);
      asked.await();

      pair.close();

      PairSnapshot snapshot = look.join();
      assertThat(snapshot.primary()).isInstanceOf(Observation.Unreadable.class);
      assertThat(snapshot.backup()).isInstanceOf(Observation.Unreadable.class);
    }
  }
}
