// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.ScriptedServer.Received;
import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.ApplianceHealth;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConcurrencyTest {

  /** Lets so many threads make the same call at the same moment. */
  private static <T> List<T> atOnce(int count, Supplier<T> call) {
    CyclicBarrier start = new CyclicBarrier(count);
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      return IntStream.range(0, count)
          .mapToObj(
              i ->
                  CompletableFuture.supplyAsync(
                      () -> {
                        pass(start);
                        return call.get();
                      },
                      threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private static void pass(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void many_threads_read_with_one_token() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.withTokens(r -> Reply.xml(Recorded.health("primary")));
        ApplianceClient client = ScriptedClient.of(server)) {
      List<ApplianceHealth> healths = atOnce(32, client::checkHealth);

      assertThat(healths).hasSize(32).allMatch(h -> h.applianceId().equals(Recorded.ID));
      assertThat(server.requests("/oauth2/token")).hasSize(1);
      assertThat(server.requests("check_health")).hasSize(32);
    }
  }

  @Test
  void many_threads_with_a_refused_token_share_the_next_one() throws Exception {
    CyclicBarrier allAsked = new CyclicBarrier(8);
    Function<Received, Reply> script =
        request -> {
          if (request.hasHeader("Authorization: Bearer first")) {
            pass(allAsked);
            return Reply.of(401, "application/json", Recorded.TOKEN_REFUSED);
          }
          return Reply.xml(Recorded.health("primary"));
        };
    AtomicReference<String> next = new AtomicReference<>("first");
    try (ScriptedServer server =
            ScriptedServer.of(
                request ->
                    request.path().equals("/oauth2/token")
                        ? Reply.token(next.getAndSet("second"))
                        : script.apply(request));
        ApplianceClient client = ScriptedClient.of(server)) {

      assertThat(atOnce(8, client::checkHealth)).hasSize(8);
      assertThat(server.requests("/oauth2/token")).hasSize(2);
    }
  }

  @Test
  void role_changes_are_made_one_at_a_time_and_each_right_after_its_own_look() throws Exception {
    Function<Received, Reply> script =
        request ->
            request.asksFor("set_failover_role")
                ? Reply.xml("<error>Not yet</error>")
                : Reply.xml(Recorded.health("primary"));
    try (ScriptedServer server = ScriptedServer.withTokens(script);
        ApplianceClient client = ScriptedClient.of(server)) {
      RoleChangeRequest request = RoleChangeRequest.becomeBackup(Recorded.ID);
      List<RoleChange> changes = atOnce(8, () -> client.setFailoverRole(request));

      List<String> actions =
          server.requests("action=").stream()
              .map(r -> r.asksFor("set_failover_role") ? "change" : "look")
              .toList();
      assertThat(changes).containsOnly(new RoleChange.Refused(request, "Not yet"));
      assertThat(actions).hasSize(16);
      for (int i = 0; i < 16; i += 2) {
        assertThat(actions.subList(i, i + 2)).containsExactly("look", "change");
      }
    }
  }
}
