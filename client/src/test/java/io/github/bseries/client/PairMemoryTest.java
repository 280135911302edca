// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static io.github.bseries.client.RememberedPair.BECOME_BACKUP;
import static io.github.bseries.client.RememberedPair.SYNC;
import static io.github.bseries.client.RememberedPair.assertNotSent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.client.ScriptedServer.Ending;
import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.client.internal.file.ExclusiveLock;
import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.PairHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PairMemoryTest extends WithRememberedPair {

  private static final Reply CHANGED = Reply.xml("<success>Successfully changed role.</success>");

  @Nested
  class A_look {

    @Test
    void begins_the_file_and_the_next_one_adds_to_it() {
      PairLook first = pair.look();
      PairLook second = pair.look();

      assertThat(first.memory()).isInstanceOf(Remembered.Begun.class);
      assertThat(first.memory().before()).isEmpty();
      assertThat(second.memory().before()).contains(first.memory().history());
      assertThat(remembered.kept()).isEqualTo(second.memory().history());
      assertThat(remembered.kept().primary().lastSeen().at())
          .isEqualTo(second.snapshot().primary().at());
    }

    @Test
    void by_another_client_is_known_to_this_one() {
      try (PairClient other = remembered.client()) {
        PairHistory before = other.look().memory().history();

        assertThat(pair.look().memory().before()).contains(before);
      }
    }

    @Test
    void makes_a_file_that_belongs_to_its_owner_alone_and_holds_no_secret() throws IOException {
      pair.observe();

      assertThat(Files.getPosixFilePermissions(remembered.file))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(Files.readString(remembered.file))
          .doesNotContain(ScriptedClient.SECRET, ScriptedServer.TOKEN, ScriptedClient.CLIENT_ID);
    }

    @Test
    void is_remembered_by_a_thread_that_is_interrupted() {
      Thread.currentThread().interrupt();
      Remembered memory = pair.look().memory();

      assertThat(Thread.interrupted()).isTrue();
      assertThat(memory.trouble()).isEmpty();
      assertThat(remembered.file).isNotEmptyFile();
    }

    @Test
    void without_a_file_is_remembered_by_the_client() {
      try (PairClient forgetful = remembered.builder().build()) {
        PairHistory first = forgetful.look().memory().history();

        assertThat(forgetful.look().memory().before()).contains(first);
        assertThat(remembered.file).doesNotExist();
      }
    }

    @Test
    void of_many_threads_and_clients_loses_nothing() {
      try (PairClient other = remembered.client()) {
        pair.observe();
        List<CompletableFuture<Remembered>> looks =
            Stream.of(pair, other, pair, other, pair, other)
                .map(it -> OwnThread.of(() -> it.look().memory()))
                .toList();
        pair.primary().setFailoverRole(BECOME_BACKUP);

        assertThat(looks.stream().map(CompletableFuture::join))
            .allMatch(Remembered.Kept.class::isInstance);
        assertThat(remembered.kept().requested()).hasSize(1);
      }
    }
  }

  @Nested
  class A_role_change {

    @Test
    void is_remembered_before_it_is_sent() {
      AtomicReference<PairHistory> whenSent = new AtomicReference<>();
      remembered.primary.script(
          request -> {
            if (request.asksFor("set_failover_role")) {
              whenSent.set(remembered.kept());
              return SYNC;
            }
            return request.path().equals("/oauth2/token")
                ? Reply.token(ScriptedServer.TOKEN)
                : Reply.xml(Recorded.health("primary"));
          });

      pair.primary().setFailoverRole(BECOME_BACKUP);

      assertThat(whenSent.get().requested())
          .singleElement()
          .satisfies(
              request -> {
                assertThat(request.target()).isEqualTo(Recorded.ID);
                assertThat(request.dataSyncFirst()).isTrue();
              });
    }

    @Test
    void blocks_the_next_one_at_either_side_and_in_another_client() {
      pair.primary().setFailoverRole(BECOME_BACKUP);
      try (PairClient other = remembered.client()) {
        assertNotSent(other.primary().setFailoverRole(BECOME_BACKUP), "not seen yet");
        assertNotSent(
            other.backup().setFailoverRole(RoleChangeRequest.becomePrimary(Recorded.OTHER_ID)),
            "not seen yet");
        assertThat(other.pendingRoleChanges()).isEqualTo(pair.pendingRoleChanges()).hasSize(1);
      }
      assertThat(remembered.primary.requests("set_failover_role")).hasSize(1);
      assertThat(remembered.backup.requests("set_failover_role")).isEmpty();
    }

    @Test
    void that_a_look_has_seen_blocks_nothing_more() {
      pair.primary().setFailoverRole(BECOME_BACKUP);
      try (PairClient other = remembered.client()) {
        remembered.role.set("backup");
        other.observe();
      }

      assertThat(pair.pendingRoleChanges()).isEmpty();
      assertThat(pair.primary().setFailoverRole(RoleChangeRequest.becomePrimary(Recorded.ID)))
          .isInstanceOf(RoleChange.AwaitsSync.class);
    }

    @Test
    void that_one_appliance_was_seen_in_is_over_in_the_file_too() {
      pair.primary().setFailoverRole(BECOME_BACKUP);

      remembered.role.set("backup");
      pair.primary().checkHealth();

      assertThat(remembered.kept().requested()).isEmpty();
    }

    @Test
    void of_an_earlier_run_blocks_nothing_more_once_its_appliance_alone_shows_it() {
      remembered.answer.set(CHANGED);
      pair.primary().setFailoverRole(RoleChangeRequest.becomeBackup(Recorded.ID));
      pair.close();
      remembered.role.set("backup");
      try (PairClient next = remembered.client()) {
        next.primary().checkHealth();

        assertThat(next.pendingRoleChanges()).isEmpty();
        assertThat(next.primary().setFailoverRole(RoleChangeRequest.becomePrimary(Recorded.ID)))
            .isInstanceOf(RoleChange.Confirmed.class);
      }
    }

    @Test
    void of_another_client_is_left_pending_by_a_look_that_does_not_show_it() {
      pair.primary().setFailoverRole(BECOME_BACKUP);
      try (PairClient other = remembered.client()) {
        other.primary().checkHealth();
        other.backup().checkHealth();

        assertThat(other.pendingRoleChanges()).hasSize(1);
      }
    }

    @Test
    void that_somebody_dismissed_blocks_nothing_more() {
      pair.primary().setFailoverRole(BECOME_BACKUP);
      try (PairClient other = remembered.client()) {
        other.dismissPendingRoleChange(other.pendingRoleChanges().get(0));
      }

      assertThat(pair.primary().setFailoverRole(BECOME_BACKUP))
          .isInstanceOf(RoleChange.AwaitsSync.class);
    }

    @Test
    void that_was_refused_or_not_sent_is_forgotten() {
      remembered.answer.set(Reply.xml("<error>Not now</error>"));
      pair.primary().setFailoverRole(BECOME_BACKUP);

      assertThat(remembered.kept().requested()).isEmpty();
    }

    @Test
    void that_never_went_out_since_the_client_was_closed_is_forgotten() {
      AtomicReference<PairClient> closing = new AtomicReference<>();
      LongSupplier closes =
          () -> {
            if (closing.get() != null && !remembered.kept().requested().isEmpty()) {
              closing.get().close();
            }
            return System.nanoTime();
          };
      pair.observe();
      closing.set(
          PairClient.builder(ScriptedClient.hasty(remembered.primary).nanoTime(closes))
              .primary(remembered.primary.address())
              .backup(remembered.backup.address())
              .historyFile(remembered.file)
              .build());

      assertThatThrownBy(() -> closing.get().primary().setFailoverRole(BECOME_BACKUP))
          .isInstanceOf(UnreachableException.class)
          .hasMessageContaining("closed");

      assertThat(remembered.primary.requests("set_failover_role")).isEmpty();
      assertThat(remembered.kept().requested()).isEmpty();
    }

    @Test
    void whose_answer_was_lost_stays() {
      remembered.answer.set(Reply.nothing(Ending.CLOSE));
      pair.primary().setFailoverRole(BECOME_BACKUP);

      assertThat(remembered.kept().requested()).hasSize(1);
    }

    @Test
    void that_cannot_be_remembered_is_not_sent() throws IOException {
      Files.createDirectory(remembered.file);

      assertNotSent(
          pair.primary().setFailoverRole(BECOME_BACKUP), "cannot be remembered", "history.json");
      assertThat(remembered.primary.requests("set_failover_role")).isEmpty();
    }

    @Test
    void does_not_wait_behind_looks_that_wait_for_the_file() throws Exception {
      Path lock = folder.toRealPath().resolve(".history.json.lock");
      List<CompletableFuture<PairLook>> looks;
      try (ExclusiveLock held = ExclusiveLock.tryAcquire(lock)) {
        assertThat(held).isNotNull();
        looks = Stream.of(1, 2).map(it -> OwnThread.of(pair::look)).toList();
        while (remembered.primary.requests("check_health").size() < 2) {
          Thread.onSpinWait();
        }
        long start = System.nanoTime();
        assertNotSent(pair.primary().setFailoverRole(BECOME_BACKUP), "has been at it");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
      }
      assertThat(looks).allSatisfy(look -> assertThat(look.join()).isNotNull());
    }

    @Test
    void is_not_sent_while_somebody_else_holds_the_file() throws IOException {
      Path lock = folder.toRealPath().resolve(".history.json.lock");
      try (ExclusiveLock held = ExclusiveLock.tryAcquire(lock)) {
        assertThat(held).isNotNull();
        assertNotSent(pair.primary().setFailoverRole(BECOME_BACKUP), "somebody else");
      }
      assertThat(pair.primary().setFailoverRole(BECOME_BACKUP))
          .isInstanceOf(RoleChange.AwaitsSync.class);
    }
  }
}
