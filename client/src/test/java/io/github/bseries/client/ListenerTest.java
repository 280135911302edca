// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.Observation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ListenerTest {

  private static final int READERS = 5;

  @Test
  void hears_once_of_a_token_that_several_reads_waited_for() throws Exception {
    List<CallEvent> heard = new CopyOnWriteArrayList<>();
    CountDownLatch started = new CountDownLatch(READERS);
    try (ScriptedServer server =
            ScriptedServer.of(
                request -> {
                  if (!request.path().equals("/oauth2/token")) {
                    return Reply.xml(Recorded.health("primary"));
                  }
                  await(started);
                  return Reply.token(ScriptedServer.TOKEN);
                });
        ApplianceClient client =
            ScriptedClient.builder(server)
                .callListener(
                    event -> {
                      heard.add(event);
                      if (event instanceof CallEvent.Started) {
                        started.countDown();
                      }
                    })
                .build()) {
      List<CompletableFuture<Observation>> reads =
          Stream.generate(() -> OwnThread.of(client::observe)).limit(READERS).toList();

      assertThat(reads).allMatch(read -> read.join() instanceof Observation.Seen);

      assertThat(server.requests("/oauth2/token")).hasSize(1);
      assertThat(heard).filteredOn(CallEvent.TokenFetched.class::isInstance).hasSize(1);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void that_fails_an_assertion_takes_nothing_from_a_role_change() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.withTokens(
                request ->
                    request.asksFor("set_failover_role")
                        ? Reply.xml("<success>Successfully changed role.</success>")
                        : Reply.xml(Recorded.health("primary")));
        ApplianceClient client =
            ScriptedClient.builder(server)
                .callListener(
                    event -> {
                      if (event instanceof CallEvent.Answered
                          && event.command().equals("set_failover_role")) {
                        throw new AssertionError("not what was expected");
                      }
                    })
                .build()) {
      assertThat(client.setFailoverRole(RoleChangeRequest.becomeBackup(Recorded.ID)))
          .isInstanceOf(RoleChange.Confirmed.class);
    }
  }
}
