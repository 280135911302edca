// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.bseries.client.ScriptedServer.Ending;
import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PendingRoleChangeTest {

  private static final RoleChangeRequest BECOME_BACKUP =
      RoleChangeRequest.becomeBackup(Recorded.ID);

  private final AtomicReference<String> role = new AtomicReference<>("primary");

  private ScriptedServer applianceThat(Reply answersAChange) {
    return ScriptedServer.withTokens(
        request ->
            request.asksFor("set_failover_role")
                ? answersAChange
                : Reply.xml(Recorded.health(role.get())));
  }

  static List<Reply> thatMayCome() {
    return List.of(
        Reply.xml("<success>Successfully changed role.</success>"),
        Reply.xml("<success>Successfully started data sync. More words.</success>"),
        Reply.nothing(Ending.CLOSE));
  }

  @ParameterizedTest
  @MethodSource("thatMayCome")
  void a_change_that_may_come_yet_is_not_asked_for_again(Reply reply) throws Exception {
    try (ScriptedServer server = applianceThat(reply);
        ApplianceClient client = ScriptedClient.of(server)) {
      client.setFailoverRole(BECOME_BACKUP);

      RoleChange second = client.setFailoverRole(BECOME_BACKUP);

      assertThat(second)
          .isInstanceOfSatisfying(
              RoleChange.NotSent.class,
              notSent -> assertThat(notSent.reason()).contains("not seen yet"));
      assertThat(client.pendingRoleChange().orElseThrow().target()).isEqualTo(Recorded.ID);
      assertThat(server.requests("set_failover_role")).hasSize(1);
    }
  }

  @Test
  void a_look_that_shows_it_ends_the_wait() throws Exception {
    try (ScriptedServer server = applianceThat(Reply.nothing(Ending.CLOSE));
        ApplianceClient client = ScriptedClient.of(server)) {
      client.setFailoverRole(BECOME_BACKUP);

      role.set("backup");
      client.observe();

      assertThat(client.pendingRoleChange()).isEmpty();
      assertThat(client.setFailoverRole(RoleChangeRequest.becomePrimary(Recorded.ID)))
          .isInstanceOf(RoleChange.Unconfirmed.class);
    }
  }

  @Test
  void whoever_waits_for_another_change_can_be_interrupted() throws Exception {
    CountDownLatch underway = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    Reply held =
        Reply.xml("<success>Successfully changed role.</success>")
            .pausingAfter(
                5,
                () -> {
                  underway.countDown();
                  await(over);
                });
    try (ScriptedServer server = applianceThat(held);
        ApplianceClient client = ScriptedClient.of(server)) {
      CompletableFuture<RoleChange> first =
          OwnThread.of(() -> client.setFailoverRole(BECOME_BACKUP));
      await(underway);
      CompletableFuture<Throwable> second =
          OwnThread.of(
              () -> {
                Thread.currentThread().interrupt();
                return catchThrowable(() -> client.setFailoverRole(BECOME_BACKUP));
              });

      assertThat(second.get(20, TimeUnit.SECONDS))
          .isInstanceOf(UnreachableException.class)
          .hasMessageContaining("interrupted");
      over.countDown();
      assertThat(first.get(20, TimeUnit.SECONDS)).isInstanceOf(RoleChange.Confirmed.class);
      assertThat(server.requests("set_failover_role")).hasSize(1);
    } finally {
      over.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void somebody_may_dismiss_it() throws Exception {
    try (ScriptedServer server = applianceThat(Reply.nothing(Ending.CLOSE));
        ApplianceClient client = ScriptedClient.of(server)) {
      client.setFailoverRole(BECOME_BACKUP);

      client.dismissPendingRoleChange();
      client.setFailoverRole(BECOME_BACKUP);

      assertThat(server.requests("set_failover_role")).hasSize(2);
    }
  }

  @Test
  void a_plain_no_leaves_nothing_behind() throws Exception {
    try (ScriptedServer server = applianceThat(Reply.xml("<error>Not yet</error>"));
        ApplianceClient client = ScriptedClient.of(server)) {
      client.setFailoverRole(BECOME_BACKUP);

      assertThat(client.pendingRoleChange()).isEmpty();
      assertThat(client.setFailoverRole(BECOME_BACKUP)).isInstanceOf(RoleChange.Refused.class);
    }
  }
}
