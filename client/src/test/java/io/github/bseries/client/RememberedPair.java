// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.client.file.HistoryFile;
import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.PairHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A scripted pair whose clients share a history file. */
final class RememberedPair implements AutoCloseable {

  static final RoleChangeRequest BECOME_BACKUP =
      RoleChangeRequest.becomeBackup(Recorded.ID).withDataSyncFirst();
  static final Reply SYNC =
      Reply.xml("<success>Successfully started data sync. More words.</success>");

  final AtomicReference<String> role = new AtomicReference<>("primary");

  /** What becomes of the health of the normal primary on its way. */
  final AtomicReference<UnaryOperator<String>> health =
      new AtomicReference<>(UnaryOperator.identity());

  final AtomicReference<Reply> answer = new AtomicReference<>(SYNC);
  final Path folder;
  final Path file;
  final ScriptedServer primary;
  final ScriptedServer backup;

  RememberedPair(Path folder) throws IOException {
    this.folder = folder;
    this.file = folder.resolve("history.json");
    this.primary =
        ScriptedServer.withTokens(
            request ->
                request.asksFor("set_failover_role")
                    ? answer.get()
                    : Reply.xml(health.get().apply(Recorded.health(role.get()))));
    String other = Recorded.health("backup").replace(Recorded.ID_TEXT, Recorded.OTHER_ID.value());
    this.backup = ScriptedServer.withTokens(request -> Reply.xml(other));
  }

  PairClientBuilder builder() {
    return PairClient.builder(ScriptedClient.hasty(primary))
        .primary(primary.address())
        .backup(backup.address());
  }

  PairClient client() {
    return builder().historyFile(file).build();
  }

  PairHistory kept() {
    return HistoryFile.read(file).orElseThrow();
  }

  List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }

  static void assertNotSent(RoleChange change, String... words) {
    assertThat(change)
        .isInstanceOfSatisfying(
            RoleChange.NotSent.class, not -> assertThat(not.reason()).contains(words));
  }

  @Override
  public void close() throws IOException {
    primary.close();
    backup.close();
  }
}
