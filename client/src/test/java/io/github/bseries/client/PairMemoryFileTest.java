// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static io.github.bseries.client.RememberedPair.BECOME_BACKUP;
import static io.github.bseries.client.RememberedPair.assertNotSent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.client.ScriptedServer.Ending;
import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.client.file.InvalidFileException;
import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.pair.PairHistory;
import io.github.bseries.core.pair.RequestedRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairMemoryFileTest extends WithRememberedPair {

  @Nested
  class A_file {

    @Test
    void that_is_damaged_is_moved_aside_and_that_is_said() throws IOException {
      Files.writeString(remembered.file, "{\"format\": \"bseries-history\", ");

      Remembered memory = pair.look().memory();

      assertThat(memory)
          .isInstanceOfSatisfying(
              Remembered.BegunAnew.class,
              anew -> {
                assertThat(anew.movedTo()).hasContent("{\"format\": \"bseries-history\", ");
                assertThat(anew.reason()).contains("damaged", anew.movedTo().toString());
              });
      assertThat(memory.before()).isEmpty();
      assertThat(remembered.names())
          .hasSize(3)
          .contains("history.json")
          .anyMatch(name -> name.matches("history\\.json\\.damaged-\\d{8}T\\d{6}Z"));
    }

    @Test
    void that_was_damaged_is_told_at_each_look_until_somebody_dismisses_it() throws IOException {
      Files.writeString(remembered.file, "{");
      pair.observe();
      try (PairClient other = remembered.client()) {
        Remembered next = other.look().memory();
        List<Path> damaged = other.damagedHistoryFiles();
        other.dismissDamagedHistoryFile(damaged.get(0));

        assertThat(next).isInstanceOf(Remembered.BegunAnew.class);
        assertThat(next.before()).isEmpty();
        assertThat(damaged).hasSize(1);
        assertThat(other.damagedHistoryFiles()).isEmpty();
        assertThat(other.look().memory()).isInstanceOf(Remembered.Kept.class);
      }
      assertThat(remembered.names())
          .anyMatch(name -> name.matches("history\\.json\\.dismissed-\\d{8}T\\d{6}Z"));
    }

    @Test
    void that_is_damaged_twice_in_a_second_is_kept_twice() throws IOException {
      for (int i = 0; i < 3; i++) {
        Files.writeString(remembered.file, "{");
        pair.observe();
      }

      assertThat(remembered.names()).filteredOn(name -> name.contains("damaged-")).hasSize(3);
    }

    @Test
    void that_is_damaged_lets_nothing_be_sent_until_somebody_dismisses_it() throws IOException {
      Files.writeString(remembered.file, "{");

      assertNotSent(pair.primary().setFailoverRole(BECOME_BACKUP), "damaged", "not known");
      try (PairClient other = remembered.client()) {
        assertNotSent(other.primary().setFailoverRole(BECOME_BACKUP), "damaged", "not known");
        other.damagedHistoryFiles().forEach(other::dismissDamagedHistoryFile);
        assertThat(other.primary().setFailoverRole(BECOME_BACKUP))
            .isInstanceOf(RoleChange.AwaitsSync.class);
      }
    }

    @Test
    void that_a_look_found_damaged_lets_nothing_be_sent_by_another_client() throws IOException {
      Files.writeString(remembered.file, "{");
      pair.observe();
      try (PairClient other = remembered.client()) {
        other.observe();
        assertNotSent(other.primary().setFailoverRole(BECOME_BACKUP), "damaged", "not known");
      }
      assertThat(remembered.primary.requests("set_failover_role")).isEmpty();
    }

    @Test
    void that_a_dismissal_found_damaged_lets_nothing_be_sent() throws IOException {
      pair.primary().setFailoverRole(BECOME_BACKUP);
      RequestedRole asked = pair.pendingRoleChanges().get(0);
      Files.writeString(remembered.file, "{");
      pair.dismissPendingRoleChange(asked);

      assertThat(pair.damagedHistoryFiles()).hasSize(1);
      assertNotSent(pair.primary().setFailoverRole(BECOME_BACKUP), "damaged", "not known");
    }

    @Test
    void that_is_no_damaged_one_cannot_be_dismissed() throws IOException {
      pair.observe();
      pair.dismissDamagedHistoryFile(remembered.file);

      assertThat(remembered.file).exists();
    }

    @Test
    void that_is_damaged_takes_nothing_from_a_client_that_knows_better() throws IOException {
      pair.primary().setFailoverRole(BECOME_BACKUP);
      Files.writeString(remembered.file, "{");
      pair.observe();

      assertThat(remembered.kept().requested()).hasSize(1);
    }

    @Test
    void of_a_later_version_is_left_alone_and_lets_nothing_be_sent() throws IOException {
      String later = "{\"format\": \"bseries-history\", \"version\": 2, \"new\": true}";
      Files.writeString(remembered.file, later);

      Remembered memory = pair.look().memory();

      assertThat(memory).isInstanceOf(Remembered.NotKept.class);
      assertThat(memory.trouble().orElseThrow()).contains("newer than 1");
      assertNotSent(pair.primary().setFailoverRole(BECOME_BACKUP), "newer than 1");
      assertThatThrownBy(pair::pendingRoleChanges)
          .isInstanceOfSatisfying(
              InvalidFileException.class, e -> assertThat(e.isOfLaterVersion()).isTrue());
      assertThat(remembered.file).hasContent(later);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"format\": \"bseries-pair\", \"version\": 1}",
          "{\"version\": 1, \"anything\": 2}",
          "{\"anything\": ",
          "[{\"format\": \"bseries-history\"}]",
          "\n 42",
          "some notes of ours\n"
        })
    void of_another_kind_is_left_alone_and_lets_nothing_be_sent(String other) throws IOException {
      Files.writeString(remembered.file, other);

      Remembered memory = pair.look().memory();

      assertThat(memory).isInstanceOf(Remembered.NotKept.class);
      assertThat(memory.trouble().orElseThrow()).contains("it is no history file");
      assertNotSent(pair.primary().setFailoverRole(BECOME_BACKUP), "it is no history file");
      assertThatThrownBy(pair::pendingRoleChanges)
          .isInstanceOfSatisfying(
              InvalidFileException.class, e -> assertThat(e.isOfAnotherKind()).isTrue());
      assertThat(remembered.file).hasContent(other);
      assertThat(pair.damagedHistoryFiles()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " \n",
          "\0\0\0",
          "{\n  \"for",
          "{\"format\": \"bseries-history\", \"vers",
          "{\"format\": \"bseries-history\", \"version\": 1}"
        })
    void that_may_have_been_one_once_is_damaged(String left) throws IOException {
      Files.writeString(remembered.file, left);

      assertThat(pair.look().memory()).isInstanceOf(Remembered.BegunAnew.class);
      assertThat(pair.damagedHistoryFiles()).hasSize(1);
    }

    @Test
    void in_no_folder_is_told_and_the_look_is_given() {
      try (PairClient other =
          remembered.builder().historyFile(folder.resolve("none").resolve("h.json")).build()) {
        PairLook look = other.look();

        assertThat(look.snapshot().currentPrimary()).isPresent();
        assertThat(look.memory().trouble().orElseThrow()).contains("make it first");
        assertThat(look.memory().before()).isEmpty();
        assertThat(other.look().memory().before()).contains(look.memory().history());
      }
    }

    @Test
    void that_cannot_be_kept_is_logged_where_nobody_is_told_of_it_and_once() {
      Path nowhere = folder.resolve("nowhere").resolve("h.json");
      try (PairClient told = remembered.builder().historyFile(nowhere).build();
          PairClient untold = remembered.builder().historyFile(nowhere).build();
          CapturedLogs logs = new CapturedLogs()) {
        told.look();
        told.observe();
        List<String> whenTold = logs.linesWith(nowhere.toString());
        untold.observe();
        untold.observe();

        assertThat(whenTold).isEmpty();
        assertThat(logs.linesWith(nowhere.toString())).hasSize(1);
      }
    }

    @Test
    void that_cannot_be_written_can_still_be_read() throws IOException {
      PairHistory before = pair.look().memory().history();
      Files.delete(folder.resolve(".history.json.lock"));
      Files.createDirectory(folder.resolve(".history.json.lock"));

      Remembered memory = pair.look().memory();

      assertThat(memory).isInstanceOf(Remembered.NotKept.class);
      assertThat(memory.before()).contains(before);
      assertThat(memory.history()).isNotEqualTo(before);
    }

    @Test
    void behind_a_link_is_the_one_that_is_kept() throws IOException {
      Path link = Files.createSymbolicLink(folder.resolve("link.json"), remembered.file);
      pair.observe();
      try (PairClient other = remembered.builder().historyFile(link).build()) {
        other.primary().setFailoverRole(BECOME_BACKUP);
      }

      assertThat(link).isSymbolicLink();
      assertThat(pair.pendingRoleChanges()).hasSize(1);
    }
  }

  @Nested
  class Processes {

    private List<String> lines(Process process) throws IOException {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.contains(" DEBUG "))
          .toList();
    }

    @Test
    void that_look_and_change_at_the_same_time_lose_nothing() throws Exception {
      pair.observe();
      Process one =
          PairMemoryProcess.start(
              remembered.primary, remembered.backup, remembered.file, "look", "20");
      Process other =
          PairMemoryProcess.start(
              remembered.primary, remembered.backup, remembered.file, "look", "20");
      Process change =
          PairMemoryProcess.start(remembered.primary, remembered.backup, remembered.file, "change");
      Process again =
          PairMemoryProcess.start(remembered.primary, remembered.backup, remembered.file, "change");

      assertThat(Stream.concat(lines(change).stream(), lines(again).stream()))
          .containsExactlyInAnyOrder("AwaitsSync", "NotSent");
      assertThat(lines(one)).hasSize(20).containsOnly("Kept");
      assertThat(lines(other)).hasSize(20).containsOnly("Kept");
      assertThat(remembered.primary.requests("set_failover_role")).hasSize(1);
      assertThat(remembered.kept().requested()).hasSize(1);
    }

    @Test
    void that_are_killed_before_the_answer_leave_what_they_asked_for() throws Exception {
      remembered.answer.set(Reply.nothing(Ending.STALL));
      Process killed =
          PairMemoryProcess.start(remembered.primary, remembered.backup, remembered.file, "change");
      while (remembered.primary.requests("set_failover_role").isEmpty() && killed.isAlive()) {
        Thread.onSpinWait();
      }
      killed.destroyForcibly().waitFor();

      assertNotSent(pair.primary().setFailoverRole(BECOME_BACKUP), "not seen yet");
      assertThat(remembered.primary.requests("set_failover_role")).hasSize(1);
    }
  }
}
